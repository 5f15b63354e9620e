#!/bin/sh
# Prints the version of this checkout. Sources/Assay/Version.swift is the only file that has it.
set -eu
sed -n 's/.*static let current = "\([^"]*\)".*/\1/p' "$(dirname "$0")/../Sources/Assay/Version.swift"
