#!/bin/sh
# Checks the format and runs all tests: test.sh [ARGUMENTS OF swift test]
# Prints each suite with its result, every failure whole, and the last line with the count.
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
# A test that talks to another program must not be ended by a program that has ended first.
trap '' PIPE
# The pipe must not hide the status of the tests, and sh has no pipefail.
{
    status=0
    swift test --skip-build --parallel "$@" || status=$?
    echo "$status" >"$report.status"
} 2>&1 | tee "$report" | grep --line-buffered -vE '^◇|^✔ Test (case|")|^↳|^\[|^Test Suite|Executed 0 tests' || true
exit "$(cat "$report.status")"
