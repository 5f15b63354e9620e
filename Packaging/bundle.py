#!/usr/bin/env python3
"""Lays out the artifact bundle for SwiftPM from the tarballs of a release: bundle.py VERSION FOLDER OUTPUT"""

import json
import pathlib
import sys
import tarfile

TRIPLES = {
    "linux-x86_64": "x86_64-unknown-linux-gnu",
    "linux-aarch64": "aarch64-unknown-linux-gnu",
    "macos-arm64": "arm64-apple-macosx",
    "macos-x86_64": "x86_64-apple-macosx",
}


def main():
    version, folder, output = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    bundle = output / "assay.artifactbundle"
    variants = []
    for machine, triple in TRIPLES.items():
        name = f"assay-{version}-{machine}"
        packed = folder / f"{name}.tar.gz"
        if not packed.exists():
            continue
        place = bundle / name
        (place / "bin").mkdir(parents=True)
        with tarfile.open(packed) as archive:
            program = archive.extractfile(f"{name}/bin/assay")
            (place / "bin" / "assay").write_bytes(program.read())
            for member in archive.getmembers():
                if member.isfile() and member.name.startswith(f"{name}/share/doc/assay/licenses/"):
                    licence = place / "licenses" / pathlib.Path(member.name).name
                    licence.parent.mkdir(exist_ok=True)
                    licence.write_bytes(archive.extractfile(member).read())
        (place / "bin" / "assay").chmod(0o755)
        variants.append({"path": f"{name}/bin/assay", "supportedTriples": [triple]})
    if not variants:
        sys.exit(f"bundle.py: {folder} has no tarball of version {version}")
    description = {
        "schemaVersion": "1.0",
        "artifacts": {"assay": {"type": "executable", "version": version, "variants": variants}},
    }
    (bundle / "info.json").write_text(json.dumps(description, indent=2) + "\n")


if __name__ == "__main__":
    main()
