#!/usr/bin/env python3
"""Packs a folder so that the same files always make the same bytes: archive.py FILE FOLDER

FILE ends in .tar.gz or .zip. Names in it begin with the folder's own name. All times are SOURCE_DATE_EPOCH."""

import gzip
import os
import pathlib
import sys
import tarfile
import time
import zipfile


def entries(folder):
    yield folder
    for path in sorted(folder.rglob("*")):
        yield path


def tar(file, folder, seconds):
    def plain(information):
        information.uid = information.gid = 0
        information.uname = information.gname = "root"
        information.mtime = seconds
        information.mode = 0o755 if information.isdir() or information.mode & 0o100 else 0o644
        return information

    with open(file, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=seconds) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
            for path in entries(folder):
                archive.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)


def zipped(file, folder, seconds):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in entries(folder):
            name = str(path.relative_to(folder.parent)) + ("/" if path.is_dir() else "")
            information = zipfile.ZipInfo(name, time.gmtime(max(seconds, 315532800))[:6])
            information.create_system = 3
            mode = 0o40755 if path.is_dir() else 0o100755 if os.access(path, os.X_OK) else 0o100644
            information.external_attr = mode << 16
            information.compress_type = zipfile.ZIP_STORED if path.is_dir() else zipfile.ZIP_DEFLATED
            archive.writestr(information, b"" if path.is_dir() else path.read_bytes())


def main():
    file, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    seconds = int(os.environ["SOURCE_DATE_EPOCH"])
    (tar if file.endswith(".tar.gz") else zipped)(file, folder, seconds)


if __name__ == "__main__":
    main()
