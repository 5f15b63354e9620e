#!/bin/sh
# Builds the assay command for release and, with it, this repository's own site: site.sh [OUTPUT-FOLDER]
set -eu
cd "$(dirname "$0")/.."
output=${1:-_site}
scripts/setup.sh --quiet
swift build -c release --product assay
"$(swift build -c release --show-bin-path)/assay" build --out "$output"
echo "Open $output/index.html, or put the folder on any web host."
