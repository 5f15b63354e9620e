#!/bin/sh
# Builds the site and hands it to validators and readers that are not ours: acceptance.sh [ARGUMENTS OF pytest]
# Set ASSAY_SITE and ASSAY to test a site and a command that are built already.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib/packages.sh

scripts/setup.sh --quiet
missing=""
if [ "$(uname -s)" = Darwin ]; then
    [ -d /Applications/Chromium.app ] || has chromium || missing="$missing chromium"
    has nginx || missing="$missing nginx"
    has java || missing="$missing openjdk"
    has python3 || missing="$missing python"
    has exiftool || missing="$missing exiftool"
    has ffmpeg || missing="$missing ffmpeg"
    has qpdf || missing="$missing qpdf"
    has rsvg-convert || missing="$missing librsvg"
    has pdftotext || missing="$missing poppler"
else
    has chromium || has chromium-browser || has google-chrome || missing="$missing chromium"
    [ -x /usr/sbin/nginx ] || has nginx || missing="$missing nginx-light"
    has xmllint || missing="$missing libxml2-utils"
    has java || missing="$missing default-jre-headless"
    has exiftool || missing="$missing libimage-exiftool-perl"
    has ffmpeg || missing="$missing ffmpeg"
    has qpdf || missing="$missing qpdf"
    has rsvg-convert || missing="$missing librsvg2-bin"
    has pdftotext || missing="$missing poppler-utils"
    # The shells whose completions are tried, and what reads man pages and formulas.
    for program in zsh fish mandoc man ruby; do has "$program" || missing="$missing $(echo "$program" | sed s/^man$/man-db/)"; done
    python3 -c "import ensurepip, venv" 2>/dev/null || missing="$missing python3-venv"
fi
install_packages "$missing"
has nvim || echo "acceptance: Neovim is not installed, so its client of \`assay lsp\` is not tried (apt-get install neovim, brew install neovim)"

# The folder is filled anew only when the list has changed.
requirements=Tests/Acceptance/requirements.txt
if ! cmp -s "$requirements" .venv/requirements.txt; then
    echo "acceptance: installing the validators into .venv"
    python3 -m venv .venv
    .venv/bin/pip install --quiet --disable-pip-version-check --requirement "$requirements"
    cp "$requirements" .venv/requirements.txt
fi

archives=Tests/Acceptance/requirements-archives.txt
if ! cmp -s "$archives" .venv-archives/requirements.txt; then
    echo "acceptance: installing the programs for web archives into .venv-archives"
    python3 -m venv .venv-archives
    .venv-archives/bin/pip install --quiet --disable-pip-version-check --requirement "$archives"
    cp "$archives" .venv-archives/requirements.txt
fi

if [ -z "${ASSAY_SITE:-}" ]; then
    scripts/site.sh _site
    ASSAY_SITE=$PWD/_site
    ASSAY="$(swift build -c release --show-bin-path)/assay"
    export ASSAY
fi
export ASSAY_SITE

mkdir -p acceptance-report
cd Tests/Acceptance
test() {
    report=$1
    shift
    ../../.venv/bin/python -B -m pytest -p no:cacheprovider ${CI:+-v} -rs --tb=short \
        --junit-xml="../../acceptance-report/$report.xml" "$@"
}

# Files side by side, as many as there are processors, up to four; each has its browser. CI names every test.
if [ $# -gt 0 ]; then
    test results "$@"
    exit
fi
status=0
test results -n auto --maxprocesses 4 --dist loadfile --ignore=test_lsp.py || status=$?
# An editor's client waits for answers in an event loop, and so does the browser's: a process has room for one.
test language-server test_lsp.py || status=$?
exit $status
