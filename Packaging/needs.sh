#!/bin/sh
# Prints which libraries a program asks of the system, and fails if they are more than each system of 2022 has: needs.sh PROGRAM
set -eu
program=$1
case $(uname -s) in
Darwin)
    needed=$(otool -L "$program" | sed -n '2,$s/^[[:space:]]*\([^ ]*\) .*/\1/p')
    foreign=$(echo "$needed" | grep -v -e '^/usr/lib/' -e '^/System/' || true)
    version=0
    ;;
*)
    headers=$(objdump -p "$program")
    needed=$(echo "$headers" | sed -n 's/.*NEEDED *//p')
    foreign=$(echo "$needed" | grep -v -x -e 'lib[cm]\.so\.6' -e 'libgcc_s\.so\.1' -e 'ld-linux-[a-z0-9-]*\.so\.[0-9]' || true)
    version=$(echo "$headers" | sed -n 's/.*GLIBC_2\.\([0-9]*\).*/\1/p' | sort -n | tail -n 1)
    ;;
esac
# shellcheck disable=SC2086 # one line of them all
echo "needs:" $needed "$([ "$version" = 0 ] || echo "(glibc 2.$version)")"
if [ -n "$foreign" ]; then
    # shellcheck disable=SC2086
    echo "needs.sh: these are not on every system; Packaging/static.sh has to find them as archives:" $foreign >&2
    exit 1
fi
if [ "$version" -gt 34 ]; then
    echo "needs.sh: glibc 2.34 is the newest that each Linux of 2022 has; Packaging/older-glibc.c is the place for what asks for 2.$version:" >&2
    objdump -T "$program" | grep "GLIBC_2\.\(3[5-9]\|[4-9]\)" >&2
    exit 1
fi
