#!/bin/sh
# Completes a release when the packages of all machines lie in one folder: release.sh FOLDER
# It adds the artifact bundle for SwiftPM, the Homebrew formula and the container's Dockerfile, writes SHA256SUMS and signs it.
# The variables are those of package.sh.
set -eu
cd "$(dirname "$0")/.."
folder=$1
version=$(Packaging/version.sh)
work=.build/package/release
rm -rf "$work"
mkdir -p "$work"
source=$(Packaging/commit.sh)
seconds=${source#* }
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-${seconds:-$(date +%s)}}
export SOURCE_DATE_EPOCH
case ${ASSAY_REPOSITORY:-} in
https://github.com/*) ASSAY_DOWNLOADS=${ASSAY_DOWNLOADS:-$ASSAY_REPOSITORY/releases/download/v$version} ;;
esac
export ASSAY_DOWNLOADS="${ASSAY_DOWNLOADS:-}" ASSAY_REPOSITORY="${ASSAY_REPOSITORY:-}"

python3 Packaging/bundle.py "$version" "$folder" "$work"
python3 Packaging/archive.py "$folder/assay-$version.artifactbundle.zip" "$work/assay.artifactbundle"
python3 Packaging/homebrew.py "$version" "$folder" >"$folder/assay.rb"
cp Packaging/Dockerfile "$folder/Dockerfile"

# The newest sums of all; names without a folder, sorted.
(
    cd "$folder"
    rm -f SHA256SUMS SHA256SUMS.sig
    export LC_ALL=C
    for file in *; do
        if command -v sha256sum >/dev/null; then sha256sum "$file"; else shasum -a 256 "$file"; fi
    done >.sums
    mv .sums SHA256SUMS
)

if [ -n "${ASSAY_SIGNING_KEY:-}" ]; then
    ssh-keygen -q -Y sign -n file -f "$ASSAY_SIGNING_KEY" "$folder/SHA256SUMS"
    echo "release: SHA256SUMS is signed"
else
    echo "release: SHA256SUMS is not signed; ASSAY_SIGNING_KEY names the key that signs it" >&2
fi
