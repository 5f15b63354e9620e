#!/bin/sh
# Kills commands and makes the system refuse them, and looks at what is left: faults.sh [ARGUMENTS OF faults.py]
# Where strace is missing, processes are only killed.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh --quiet
swift build --product assay
exec python3 Tests/Faults/faults.py --assay .build/debug/assay "$@"
