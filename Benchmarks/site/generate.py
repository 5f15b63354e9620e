#!/usr/bin/env python3
"""Writes a made-up newsroom of N claims, for Assay and for Hugo: generate.py N FOLDER [--seed SEED] [--desk [--signed]]

The same N and seed give the same bytes. FOLDER/assay and FOLDER/hugo must not exist yet. With --desk it is a newsroom
of two desks, with a journal for each claim, for Assay alone; with --signed each line is signed, which needs Python's
`cryptography`.
"""

import argparse
from pathlib import Path

import assay_files
import hugo_files
from desk import Desk
from newsroom import Newsroom

SEED = 20_261_121


def generate(size: int, folder: Path, seed: int = SEED, with_desk: bool = False, is_signed: bool = False):
    newsroom = Newsroom(size, seed)
    if with_desk:
        signers = None
        if is_signed:
            from signing import Signers

            signers = Signers()
        assay_files.write(newsroom, folder / "assay", Desk(newsroom, seed, signers))
        return
    assay_files.write(newsroom, folder / "assay")
    hugo_files.write(newsroom, folder / "hugo")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("size", type=int, help="how many claims")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--desk", action="store_true", help="two desks, and a journal for each claim")
    parser.add_argument("--signed", action="store_true", help="with --desk: every line signed")
    arguments = parser.parse_args()
    for tool in ("assay", "hugo"):
        if (arguments.folder / tool).exists():
            parser.error(f"{arguments.folder / tool} exists")
    generate(arguments.size, arguments.folder, arguments.seed, arguments.desk, arguments.signed)


if __name__ == "__main__":
    main()
