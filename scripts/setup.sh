#!/bin/sh
# Installs what building Assay needs and this machine lacks, and says what it does.
# Quick and silent about nothing to do when everything is there.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib/packages.sh

if ! has swift; then
    echo "setup: Swift 6.2 or newer is needed and is not in PATH; get it from https://www.swift.org/install/" >&2
    exit 1
fi

# The header of libstemmer, which no file for pkg-config tells of.
stemmer() {
    for place in /usr/include /usr/local/include /opt/homebrew/include; do
        [ ! -f "$place/libstemmer.h" ] || { echo "$place"; return; }
    done
}

# Building needs neither of these. Tests of share images and of picture sizes do, and say that they were skipped without.
missing=""
if [ "${1:-}" != --quiet ]; then
    if [ "$(uname -s)" = Darwin ]; then
        has rsvg-convert || missing="$missing librsvg"
        has vipsthumbnail || missing="$missing vips"
    else
        has rsvg-convert || missing="$missing librsvg2-bin"
        has vipsthumbnail || missing="$missing libvips-tools"
    fi
fi
has git || missing="$missing git"
case "$(uname -s)" in
Darwin)
    has pkg-config || missing="$missing pkgconf"
    { has pkg-config && pkg-config --exists libcmark; } || missing="$missing cmark"
    { has pkg-config && pkg-config --exists libcrypto; } || missing="$missing openssl@3"
    { has pkg-config && pkg-config --exists libcurl; } || missing="$missing curl"
    { has pkg-config && pkg-config --exists zlib; } || missing="$missing zlib"
    { has pkg-config && pkg-config --exists expat; } || missing="$missing expat"
    { has pkg-config && pkg-config --exists sqlite3; } || missing="$missing sqlite"
    [ -n "$(stemmer)" ] || missing="$missing snowball"
    ;;
*)
    has pkg-config || missing="$missing pkg-config"
    { has pkg-config && pkg-config --exists libcmark; } || missing="$missing libcmark-dev"
    { has pkg-config && pkg-config --exists libcrypto; } || missing="$missing libssl-dev"
    { has pkg-config && pkg-config --exists libcurl; } || missing="$missing libcurl4-openssl-dev"
    { has pkg-config && pkg-config --exists zlib; } || missing="$missing zlib1g-dev"
    { has pkg-config && pkg-config --exists expat; } || missing="$missing libexpat1-dev"
    { has pkg-config && pkg-config --exists sqlite3; } || missing="$missing libsqlite3-dev"
    [ -n "$(stemmer)" ] || missing="$missing libstemmer-dev"
    ;;
esac
install_packages "$missing"

for library in libcmark libcrypto libcurl zlib expat sqlite3; do
    pkg-config --exists "$library" || {
        echo "setup: pkg-config does not find $library; is PKG_CONFIG_PATH set?" >&2
        exit 1
    }
done
[ -n "$(stemmer)" ] || {
    echo "setup: there is no libstemmer.h; it comes with libstemmer-dev (Debian), libstemmer-devel (Fedora) or snowball (Homebrew)" >&2
    exit 1
}
[ "${1:-}" = --quiet ] || echo "setup: all there: Swift, git, pkg-config, libcmark $(pkg-config --modversion libcmark), libcrypto $(pkg-config --modversion libcrypto), libcurl $(pkg-config --modversion libcurl), zlib $(pkg-config --modversion zlib), expat $(pkg-config --modversion expat), SQLite $(pkg-config --modversion sqlite3), libstemmer"
