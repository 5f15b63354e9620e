#!/bin/sh
# Measures Assay against Hugo and the floor, and writes the table of docs/performance.md: bench.sh [ARGUMENTS OF bench.py]
# With --smoke it only proves that the harness works and that the bytes are right; that is what CI runs.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh --quiet
exec python3 Benchmarks/site/bench.py "$@"
