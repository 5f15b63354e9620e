#!/bin/sh
# Makes a folder in which the linker finds the C libraries as archives alone: static.sh FOLDER
# FOLDER/lib has the archives, FOLDER/pkgconfig the files by which SwiftPM asks for them. What has no archive on this machine
# stays a shared library, and is named.
#
# The archives are those of the system's development packages. libcurl is the exception: the system's needs Kerberos, LDAP and
# more, so a small one (HTTP and HTTPS with OpenSSL, nothing else) is compiled from Debian's own source package, with its patches.
set -eu
cd "$(dirname "$0")/.."
folder=${1:?static.sh FOLDER}
rm -rf "${folder:?}/lib" "${folder:?}/pkgconfig"
mkdir -p "$folder/lib" "$folder/pkgconfig"
folder=$(cd "$folder" && pwd)

# The libraries that Package.swift asks pkg-config for.
libraries=$(sed -n 's/.*pkgConfig: "\([^"]*\)".*/\1/p' Package.swift)

# describe NAME VERSION LIBRARIES FLAGS: writes a file for pkg-config.
describe() {
    {
        echo "Name: $1"
        echo "Description: $1 as an archive"
        echo "Version: $2"
        echo "Libs: -L$folder/lib $3"
        echo "Cflags: $4"
    } >"$folder/pkgconfig/$1.pc"
}

# archive NAME: the path of libNAME.a; nothing where there is none.
archive() {
    for place in $(pkg-config --variable=libdir "$2" 2>/dev/null) /usr/lib /usr/local/lib; do
        [ ! -f "$place/lib$1.a" ] || { echo "$place/lib$1.a"; return; }
    done
}

small_curl() {
    source=$folder/curl
    if [ ! -f "$source/built" ]; then
        command -v apt-get >/dev/null || return 1
        rm -rf "$source"
        mkdir -p "$source/lists/partial"
        # shellcheck disable=SC1091 # it is the system's
        . /etc/os-release
        {
            echo "deb-src http://deb.debian.org/debian $VERSION_CODENAME main"
            echo "deb-src http://deb.debian.org/debian-security $VERSION_CODENAME-security main"
        } >"$source/sources.list"
        options="-qq -o Dir::Etc::SourceList=$source/sources.list -o Dir::Etc::SourceParts=/dev/null
            -o Dir::State::Lists=$source/lists -o APT::Sandbox::User=root"
        (
            cd "$source"
            # shellcheck disable=SC2086 # several options
            apt-get $options update && apt-get $options source curl
            cd curl-*/
            # Debian's last two patches make the variants with GnuTLS and NSS.
            for patch in 99_nss 90_gnutls; do
                [ ! -f "debian/patches/$patch.patch" ] || patch --quiet --reverse --strip 1 <"debian/patches/$patch.patch"
            done
            autoreconf -fi >/dev/null 2>&1 || true
            ./configure --prefix="$source/out" --disable-shared --enable-static --with-openssl --with-zlib \
                --without-ca-bundle --without-ca-path --with-ca-fallback \
                --without-brotli --without-zstd --without-libpsl --without-libidn2 --without-nghttp2 --without-gssapi \
                --without-librtmp --without-libssh2 --disable-ldap --disable-ldaps --disable-rtsp --disable-dict \
                --disable-telnet --disable-tftp --disable-pop3 --disable-imap --disable-smb --disable-smtp \
                --disable-gopher --disable-mqtt --disable-ftp --disable-file --disable-manual --disable-alt-svc \
                --disable-hsts >configure.txt 2>&1
            make -C lib libcurl.la >make.txt 2>&1
            make -C include install >/dev/null
            mkdir -p "$source/out/lib"
            cp lib/.libs/libcurl.a "$source/out/lib/"
            curl_version=$(sed -n 's/^#define LIBCURL_VERSION "\(.*\)"/\1/p' include/curl/curlver.h)
            cp COPYING "$source/COPYING"
            dpkg-parsechangelog -S Version >"$source/package-version"
            echo "$curl_version" >"$source/built"
        ) >&2
    fi
    ln -sf "$source/out/lib/libcurl.a" "$folder/lib/libcurl.a"
    # In this order: each needs what follows.
    for name in ssl crypto z; do
        path=$(archive "$name" "$([ "$name" = z ] && echo zlib || echo "lib$name")")
        [ -n "$path" ] || return 1
        ln -sf "$path" "$folder/lib/lib$name.a"
    done
    describe libcurl "$(cat "$source/built")" "-lcurl -lssl -lcrypto -lz -lpthread" \
        "-I$source/out/include"
}

# Homebrew builds libcmark as a shared library alone, so the archive is compiled from the source of its formula.
small_cmark() {
    source=$folder/cmark
    if [ ! -f "$source/built" ]; then
        rm -rf "$source"
        mkdir -p "$source"
        (
            command -v cmake >/dev/null || brew install cmake
            brew unpack --destdir "$source" cmark
            cd "$source"/cmark-*/
            cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF
            cmake --build build
            cp build/src/libcmark.a COPYING "$source/"
            touch "$source/built"
        ) >&2
    fi
    ln -sf "$source/libcmark.a" "$folder/lib/libcmark.a"
    describe libcmark "$(pkg-config --modversion libcmark)" "-lcmark" "$(pkg-config --cflags libcmark)"
}

for name in $libraries; do
    short=${name#lib}
    [ "$name" != zlib ] || short=z
    if [ "$name" = libcurl ]; then
        if [ "$(uname -s)" = Linux ] && small_curl; then continue; fi
        echo "static.sh: libcurl stays the shared library of the system" >&2
        continue
    fi
    if [ "$name" = libcmark ] && [ "$(uname -s)" = Darwin ]; then
        small_cmark
        continue
    fi
    path=$(archive "$short" "$name")
    if [ -z "$path" ]; then
        echo "static.sh: $name has no archive here and stays a shared library" >&2
        continue
    fi
    ln -sf "$path" "$folder/lib/lib$short.a"
    # What the archive needs in turn: on newer systems libcrypto is compressed.
    others=$(pkg-config --static --libs-only-l "$name" | tr ' ' '\n' | grep -v "^-l$short\$" | tr '\n' ' ' || true)
    for other in $others; do
        # Parts of the C library stay shared.
        case $other in -ldl | -lpthread | -lm | -lc) continue ;; esac
        inner=$(archive "${other#-l}" "$name")
        [ -z "$inner" ] || ln -sf "$inner" "$folder/lib/lib${other#-l}.a"
    done
    describe "$name" "$(pkg-config --modversion "$name")" "-l$short $others" "$(pkg-config --cflags "$name")"
done

# libstemmer has no file for pkg-config; the linker looks into this folder first.
path=$(archive stemmer libstemmer)
for place in "/usr/lib/$(cc -dumpmachine 2>/dev/null)" /opt/homebrew/lib; do
    [ -n "$path" ] || [ ! -f "$place/libstemmer.a" ] || path=$place/libstemmer.a
done
if [ -n "$path" ]; then ln -sf "$path" "$folder/lib/libstemmer.a"; else
    echo "static.sh: libstemmer has no archive here and stays a shared library" >&2
fi

# The C++ runtime, which the Swift runtime is written with.
if [ "$(uname -s)" = Linux ] && command -v gcc >/dev/null; then
    cxx=$(gcc -print-file-name=libstdc++.a)
    [ ! -f "$cxx" ] || ln -sf "$cxx" "$folder/lib/libstdc++.a"
fi
[ "$(uname -s)" != Linux ] || cc -O2 -c Packaging/older-glibc.c -o "$folder/older-glibc.o"
ls "$folder/lib"
