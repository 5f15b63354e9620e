#!/bin/sh
# Downloads a release of Assay, compares it with the release's list of sums, and unpacks it: install.sh FOLDER
# The program is FOLDER/bin/assay then. Nothing is unpacked that is not as the list says.
#
# ASSAY_RELEASES    the address below which the files of the release lie
# ASSAY_REPOSITORY  or the web address of a repository on GitHub, from which that follows
# ASSAY_VERSION     the version, 1.2.3 or v1.2.3; that of this checkout if left out
# ASSAY_SHA256      the tarball's SHA-256 as you know it, if you trust no list
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?install.sh FOLDER}

fail() {
    # A line that GitHub shows as an annotation; elsewhere it is read as it is.
    if [ -n "${GITHUB_ACTIONS:-}" ]; then echo "::error title=Assay::$1"; else echo "install.sh: $1" >&2; fi
    exit 1
}

version=${ASSAY_VERSION:-}
[ -n "$version" ] || version=$("$here/../version.sh")
version=${version#v}
case $version in
"" | *[!0-9A-Za-z.+-]*) fail "\`$version\` is no version; write it as 1.2.3" ;;
esac

releases=${ASSAY_RELEASES:-}
if [ -z "$releases" ] && [ -n "${ASSAY_REPOSITORY:-}" ]; then
    releases=$ASSAY_REPOSITORY/releases/download/v$version
fi
case $releases in
https://*) protocol="=https" ;;
# A mirror on this computer, as the tests of these files have one.
http://127.0.0.1:* | http://localhost:*) protocol="=http" ;;
"") fail "set ASSAY_RELEASES to the address below which the files of the release lie" ;;
*) fail "\`$releases\` is no address that begins with https://" ;;
esac

case $(uname -s) in
Linux) system=linux ;;
Darwin) system=macos ;;
*) fail "there is no release for $(uname -s)" ;;
esac
name=assay-$version-$system-$(uname -m).tar.gz

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fetch() {
    curl --fail --silent --show-error --location --retry 3 --proto "$protocol" --output "$work/$1" "$releases/$1" ||
        fail "$releases/$1 cannot be downloaded"
}
sha256() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

fetch SHA256SUMS
# Whoever publishes releases may have signed the list: their keys lie beside this script's folder.
if grep -q '^[^#]' "$here/../release_signers" 2>/dev/null; then
    fetch SHA256SUMS.sig
    ssh-keygen -Y verify -f "$here/../release_signers" -I release -n file -s "$work/SHA256SUMS.sig" \
        <"$work/SHA256SUMS" >/dev/null || fail "the list of sums is not signed by who publishes releases"
fi
expected=$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1 }' "$work/SHA256SUMS")
[ -n "$expected" ] || fail "the release $version has no $name: it is not made for this kind of machine"
fetch "$name"
found=$(sha256 "$work/$name")
[ "$found" = "$expected" ] || fail "$name is not the file of the release: its SHA-256 is $found, not $expected"
if [ -n "${ASSAY_SHA256:-}" ] && [ "$found" != "$ASSAY_SHA256" ]; then
    fail "$name is not the file that you name: its SHA-256 is $found, not $ASSAY_SHA256"
fi

mkdir -p "$folder"
tar -xzf "$work/$name" -C "$folder" --strip-components 1
[ -z "${GITHUB_PATH:-}" ] || echo "$(cd "$folder" && pwd)/bin" >>"$GITHUB_PATH"
echo "Assay $("$folder/bin/assay" --version)"
