#!/bin/sh
# Prints the commit of this source and its time in seconds; nothing where neither git nor a release's source tarball tells.
set -eu
cd "$(dirname "$0")/.."
# `git archive` writes both in place of what stands here.
# shellcheck disable=SC2016 # nothing is to be put in here by the shell
archived='$Format:%H %ct$'
case $archived in
"\$"*) ;;
*)
    echo "$archived"
    exit
    ;;
esac
# A folder inside somebody else's repository is no checkout of ours.
[ ! -e .git ] || git log -1 --format="%H %ct"
