#!/bin/sh
# Installs what lies in dist on bare Debians and runs it there: run.sh [ARGUMENTS OF pytest]
# It needs root, for debootstrap and chroot. What was typed and answered is kept in .build/package/sessions.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/packages.sh
ls dist/SHA256SUMS >/dev/null 2>&1 || {
    echo "package-test: there is nothing in dist; run \`make package\` first" >&2
    exit 1
}
[ "$(id -u)" -eq 0 ] || {
    echo "package-test: debootstrap and chroot need root" >&2
    exit 1
}
missing=""
has debootstrap || missing="$missing debootstrap"
python3 -c "import ensurepip, venv" 2>/dev/null || missing="$missing python3-venv"
install_packages "$missing"

venv=$PWD/.build/package/test-venv
requirements=Packaging/test/requirements.txt
if ! cmp -s "$requirements" "$venv/requirements.txt"; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
    cp "$requirements" "$venv/requirements.txt"
fi
cd Packaging/test
exec "$venv/bin/python" -B -m pytest -p no:cacheprovider -rs --tb=short "$@"
