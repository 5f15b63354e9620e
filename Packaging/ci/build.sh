#!/bin/sh
# Builds a newsroom's site in continuous integration, and proves that it is what was approved: build.sh [FOLDER]
# The site is FOLDER/_site then. An earlier site that the cache brought is gone on with.
#
# ASSAY         the program; `assay` if left out
# ASSAY_STRICT  not empty: errors in drafts count, too, as in a change that is proposed
# ASSAY_DRAFTS  not empty: the site with its drafts is made as well, in FOLDER/_drafts
set -eu
cd "${1:-.}"
assay=${ASSAY:-assay}

# A cache is ours alone. What git keeps can come from anybody who proposes a change.
cached=--from-cache
if git ls-files -- _site _drafts .assay 2>/dev/null | grep -q .; then
    echo "build.sh: git keeps _site, _drafts or .assay, so the site is made anew; remove them from git" >&2
    cached=
fi

status=0
# shellcheck disable=SC2086 # no word at all, if there is no cache
"$assay" build --quiet $cached || status=$?
case $status in
0) ;;
# The site is right; the errors are in texts that readers do not see.
3) [ -z "${ASSAY_STRICT:-}" ] || exit 1 ;;
*) exit "$status" ;;
esac
"$assay" verify _site

if [ -n "${ASSAY_DRAFTS:-}" ]; then
    # A draft may be wrong: that is what it is shown for.
    "$assay" build --drafts --keep-going --quiet >/dev/null || [ -f _drafts/index.html ]
fi
