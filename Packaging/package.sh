#!/bin/sh
# Makes everything of a release that this machine can make, in dist/: package.sh
# Releases are made by the same script, on a machine of each kind (.github/workflows/release.yml, .gitlab-ci.yml).
#
# ASSAY_REPOSITORY   the web address of the repository that releases: https://github.com/OWNER/NAME
# ASSAY_DOWNLOADS    the address below which the release's files will lie; follows from a repository on GitHub
# ASSAY_COMMIT       the commit, where there is no git; without both, the program names none
# ASSAY_SIGNING_KEY  the file of an SSH key that signs the sums; without it they are not signed
# ASSAY_MAINTAINER   whom the Debian package names
# ASSAY_PROGRAM      a program that is built already, as this script builds it: for trying the packaging itself
set -eu
cd "$(dirname "$0")/.."
. scripts/lib/packages.sh
scripts/setup.sh --quiet
if [ "$(uname -s)" = Linux ] && has apt-get; then
    missing=""
    has dh || missing="$missing debhelper"
    has dpkg-buildpackage || missing="$missing dpkg-dev"
    has lintian || missing="$missing lintian"
    has gcc || missing="$missing gcc"
    has strip || missing="$missing binutils"
    has autoreconf || missing="$missing autoconf automake libtool"
    has make || missing="$missing make"
    python3 -c "import ensurepip, venv" 2>/dev/null || missing="$missing python3-venv"
    install_packages "$missing"
fi

version=$(Packaging/version.sh)
source=$(Packaging/commit.sh)
commit=${ASSAY_COMMIT:-${source%% *}}
if [ -e .git ] && [ -n "$(git status --porcelain --untracked-files=no)" ]; then
    echo "package: there are changes that no commit has; what is made names the commit before them" >&2
fi
# The time of the commit is that of all files, so that the same commit makes the same packages.
seconds=${source#* }
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-${seconds:-$(date +%s)}}
export SOURCE_DATE_EPOCH
# Releases have these versions of the Swift packages, whenever and wherever they are made.
if ! cmp -s Packaging/swift-packages.json Package.resolved; then
    echo "package: Package.resolved is that of releases now"
    cp Packaging/swift-packages.json Package.resolved
fi
ASSAY_COMMIT=$commit
ASSAY_REPOSITORY=${ASSAY_REPOSITORY:-}
case $ASSAY_REPOSITORY in
https://github.com/*) ASSAY_DOWNLOADS=${ASSAY_DOWNLOADS:-$ASSAY_REPOSITORY/releases/download/v$version} ;;
*) ASSAY_DOWNLOADS=${ASSAY_DOWNLOADS:-} ;;
esac
export ASSAY_COMMIT ASSAY_REPOSITORY ASSAY_DOWNLOADS
[ -n "$ASSAY_DOWNLOADS" ] ||
    echo "package: ASSAY_REPOSITORY is not set, so \`assay init\` will write placeholders for where Assay is released" >&2

case $(uname -s) in
Darwin) system=macos ;;
*) system=linux ;;
esac
machine=$(uname -m)
work=.build/package
static=$work/static
name=assay-$version-$system-$machine
mkdir -p "$work"

echo "package: $name, commit ${commit:-unknown}"
Packaging/static.sh "$static" | tr '\n' ' '
echo "are linked as archives"

program=${ASSAY_PROGRAM:-}
if [ -z "$program" ]; then
    # A folder of its own: a build for development uses shared libraries, and neither would find what the other left.
    set -- --configuration release --product assay --scratch-path "$work/swift" --force-resolved-versions -Xlinker "-L$PWD/$static/lib" \
        -Xswiftc -file-prefix-map -Xswiftc "$PWD=assay" -Xcc "-ffile-prefix-map=$PWD=assay"
    # On macOS the runtime is part of the system.
    [ "$system" = macos ] || set -- "$@" --static-swift-stdlib -Xlinker "$PWD/$static/older-glibc.o"
    PKG_CONFIG_PATH=$PWD/$static/pkgconfig swift build "$@"
    program=$work/swift/release/assay
fi

# What every package has, laid out as below /usr or /usr/local.
stage=$work/stage/$name
rm -rf "$work/stage"
mkdir -p "$stage/bin" "$stage/share/assay/schemas" "$stage/share/doc/assay"
cp "$program" "$stage/bin/assay"
if [ "$system" = macos ]; then
    strip -x "$stage/bin/assay"
    # A changed program runs there only if it is signed again, if by nobody.
    codesign --force --sign - "$stage/bin/assay"
else
    strip --strip-all "$stage/bin/assay"
fi
chmod 755 "$stage/bin/assay"
assay=$PWD/$stage/bin/assay
"$assay" --version
Packaging/needs.sh "$assay"

for shell in bash zsh fish; do "$assay" --generate-completion-script "$shell" >"$work/$shell.completion"; done
# It is read and not run.
sed -i.old '1{/^#!/d;}' "$work/bash.completion"
install_completion() { mkdir -p "$stage/share/$2" && cp "$work/$1.completion" "$stage/share/$2/$3"; }
install_completion bash bash-completion/completions assay
install_completion zsh zsh/site-functions _assay
install_completion fish fish/vendor_completions.d assay.fish
python3 Packaging/manual.py "$assay" "$stage/share/man/man1"
"$assay" schema --all --draft 7 --out "$stage/share/assay/schemas"
mkdir -p "$stage/share/assay/ci"
cp Packaging/ci/check.sh Packaging/ci/build.sh "$stage/share/assay/ci/"
cp README.md CHANGELOG.md LICENSE "$stage/share/doc/assay/"
cp -R docs "$stage/share/doc/assay/docs"
checkouts=$work/swift/checkouts
[ -d "$checkouts" ] || checkouts=.build/checkouts
Packaging/licences.sh "$checkouts" "$static" "$stage/share/doc/assay/licenses"

rm -rf dist
mkdir -p dist
python3 Packaging/archive.py "dist/$name.tar.gz" "$stage"
cp "$stage"/share/assay/schemas/*.schema.json Packaging/ci/newsroom.gitlab-ci.yml dist/
Packaging/sbom.sh "$version" "$static" "dist/$name.spdx.json"

if [ "$system" = linux ] && has dpkg-buildpackage && has dh; then
    debian=$work/debian-stage
    rm -rf "$debian"
    mkdir -p "$debian"
    cp -R "$stage" "$debian/usr"
    # Debian has its own places for these.
    mkdir -p "$debian/usr/share/zsh/vendor-completions"
    mv "$debian/usr/share/zsh/site-functions/_assay" "$debian/usr/share/zsh/vendor-completions/_assay"
    rmdir "$debian/usr/share/zsh/site-functions"
    rm "$debian/usr/share/doc/assay/LICENSE"
    Packaging/debian.sh "$debian" "$version" dist
    if has lintian; then
        lintian --allow-root --fail-on error --tag-display-limit 0 dist/*.deb
        echo "package: lintian finds no error in the Debian package"
    fi
else
    echo "package: no Debian package, since dpkg-buildpackage and debhelper are not here" >&2
fi

# The source as the commit has it, for those who build it themselves.
if [ -e .git ] && git cat-file -e "$commit" 2>/dev/null; then
    git archive --format=tar --prefix="assay-$version/" "$commit" | gzip -9 -n >"dist/assay-$version-source.tar.gz"
fi

Packaging/release.sh dist
ls -l dist
