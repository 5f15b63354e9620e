#!/bin/sh
# Writes the API documentation, one archive a module, with the docc of the toolchain: no plugin, no network.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh --quiet

docc=$(command -v docc || true)
[ -n "$docc" ] || docc="$(dirname "$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')")/../bin/docc"
[ -x "$docc" ] || {
    echo "docs: the toolchain has no docc" >&2
    exit 1
}

output=.build/documentation
graphs=.build/symbol-graphs
rm -rf "$output" "$graphs"
mkdir -p "$output" "$graphs"
swift build --target Assay -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$PWD/$graphs" \
    -Xswiftc -symbol-graph-minimum-access-level -Xswiftc package --scratch-path .build/docs
for module in Diagnostics Files Digests Mustache Markdown Newsroom Addresses Editorial Checks Site Assay; do
    mkdir -p "$graphs/$module"
    mv "$graphs/$module".symbols.json "$graphs/$module"@*.symbols.json "$graphs/$module/" 2>/dev/null || true
    "$docc" convert --additional-symbol-graph-dir "$graphs/$module" --fallback-display-name "$module" \
        --fallback-bundle-identifier "assay.$module" --transform-for-static-hosting \
        --hosting-base-path "/$module" --output-path "$output/$module" >/dev/null
    echo "docs: $output/$module"
done
echo "docs: serve the folder with 'python3 -m http.server -d $output' and open /Diagnostics/documentation/diagnostics/"
