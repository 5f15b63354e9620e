#!/bin/sh
# Makes a Debian package of files that are laid out already: debian.sh STAGE VERSION OUTPUT
# STAGE has usr/bin, usr/share and so on. Debian's own tools do the work: dpkg-buildpackage, debhelper, lintian.
#
# ASSAY_MAINTAINER   who the package names: Name <address>
# ASSAY_REPOSITORY   the web address that it names
set -eu
cd "$(dirname "$0")/.."
stage=$1
version=$2
output=$3
maintainer=${ASSAY_MAINTAINER:-Assay contributors <assay@packages.example.org>}
homepage=${ASSAY_REPOSITORY:-}
work=.build/package/debian
rm -rf "$work"
mkdir -p "$work/source/stage" "$output"
cp -R "$stage/." "$work/source/stage/"
cp -R Packaging/debian "$work/source/debian"
mkdir -p "$work/source/debian/source"
echo "3.0 (native)" >"$work/source/debian/source/format"
cd "$work/source"

# The values are put in by awk, so that no character of them means anything.
MAINTAINER=$maintainer HOMEPAGE=$homepage awk '
    /@HOMEPAGE@/ && ENVIRON["HOMEPAGE"] == "" { next }
    { i = index($0, "@MAINTAINER@"); if (i) $0 = substr($0, 1, i - 1) ENVIRON["MAINTAINER"] }
    { i = index($0, "@HOMEPAGE@"); if (i) $0 = substr($0, 1, i - 1) ENVIRON["HOMEPAGE"] }
    { print }' debian/control >debian/control.new
mv debian/control.new debian/control

{
    echo "assay ($version) stable; urgency=medium"
    echo
    echo "  * Release $version. What is new is in the project's own changelog."
    echo
    echo " -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} >debian/changelog

{
    echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
    echo "Upstream-Name: Assay"
    [ -z "$homepage" ] || echo "Source: $homepage"
    echo
    echo "Files: *"
    echo "Copyright: $(date -u -d "@$SOURCE_DATE_EPOCH" +%Y) Assay contributors"
    echo "License: Apache-2.0"
    echo " On Debian systems, the text of the Apache License 2.0 is in"
    echo " /usr/share/common-licenses/Apache-2.0."
    echo "Comment:"
    echo " The program has these libraries inside, under their own licenses, whose texts are in"
    echo " /usr/share/doc/assay/licenses:"
    for file in stage/usr/share/doc/assay/licenses/*; do echo "  $(basename "$file" .txt)"; done
} >debian/copyright

dpkg-buildpackage --build=binary --no-sign --no-check-builddeps >../build.txt 2>&1 || {
    tail -n 40 ../build.txt >&2
    exit 1
}
cd ../../../..
cp "$work"/assay_*.deb "$output/"
