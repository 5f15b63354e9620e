#!/bin/sh
# Checks the format and runs all tests: test.sh [ARGUMENTS OF swift test]
# Prints each suite with its result and the count; after a failure, what failed once more.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh --quiet
swift format lint --strict --recursive --parallel Package.swift Sources Tests templates

report=.build/test-report.txt
mkdir -p .build
# Pages for `make acceptance` to parse.
export ASSAY_ESCAPING_DUMP="$PWD/.build/escaping.json"
echo "building the tests"
swift build --build-tests
# The pipe must not hide the status of the tests, and sh has no pipefail.
{
    status=0
    swift test --skip-build --parallel "$@" || status=$?
    echo "$status" >"$report.status"
} 2>&1 | tee "$report" | grep --line-buffered -aE '^(✔ (Suite|Test run)|✘|error:|.*unexpected signal)' || true
status=$(cat "$report.status")
if [ "$status" != 0 ]; then
    echo "test: what failed (all of it is in $report):"
    grep -aE '^✘ Test .*(recorded an issue|failed after)|^error:|unexpected signal' "$report" | tail -n 40
fi
exit "$status"
