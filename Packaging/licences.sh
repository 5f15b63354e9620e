#!/bin/sh
# Gathers the licences of what is inside the program: licences.sh CHECKOUTS STATIC FOLDER
# CHECKOUTS are the sources of the Swift packages, STATIC the folder that static.sh made. Fails where one is missing, so that no
# package goes out without it.
set -eu
cd "$(dirname "$0")/.."
checkouts=$1
static=$2
folder=$3
mkdir -p "$folder"

take() {
    [ -f "$2" ] || {
        echo "licences.sh: there is no licence of $1 in $2" >&2
        exit 1
    }
    cp "$2" "$folder/$1.txt"
}

for package in "$checkouts"/*/; do
    name=$(basename "$package")
    licence=$(find "$package" -maxdepth 1 -iname 'LICENSE*' | sort | head -n 1)
    take "$name" "${licence:-$package/LICENSE}"
    [ ! -f "$package/NOTICE.txt" ] || cp "$package/NOTICE.txt" "$folder/$name.NOTICE.txt"
done

# Parts of these have licences that do not lie beside them.
take libyaml Packaging/licences/libyaml.txt
take icu Packaging/licences/icu.txt

# Swift's runtime, Foundation and Dispatch, which are linked from the toolchain.
root=$(dirname "$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')")/..
take swift "$root/share/swift/LICENSE.txt"

# The C libraries that are linked as archives, by the package that each archive came with.
for archive in "$static"/lib/*.a; do
    [ -e "$archive" ] || continue
    name=$(basename "$archive" .a)
    real=$(readlink -f "$archive")
    case $real in
    *libcurl.a) take "$name" "$static/curl/COPYING" ;;
    */cmark/libcmark.a) take "$name" "$static/cmark/COPYING" ;;
    *)
        if command -v dpkg >/dev/null; then
            package=$(dpkg -S "$real" 2>/dev/null | head -n 1 | cut -d : -f 1)
            take "$name" "/usr/share/doc/$package/copyright"
        else
            licence=$(find "$(dirname "$real")/.." -maxdepth 1 '(' -iname 'COPYING*' -o -iname 'LICENSE*' ')' | sort | head -n 1)
            take "$name" "${licence:-/nonexistent}"
        fi
        ;;
    esac
done
