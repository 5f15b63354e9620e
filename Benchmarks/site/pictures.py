#!/usr/bin/env python3
"""Builds of a newsroom with pictures, and what a second build touches: pictures.py [--claims N] [--pictures M] [--film MEGABYTES] --assay FILE

The newsroom is that of generate.py; M of its verdicts show a picture of their own, and one shows a film. Everything is made from a
fixed seed. Proved are counts: what a build writes, and which files in the site and in `.assay/pictures` have another time than before.
"""

import argparse
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import assay_files
from generate import SEED
from measure import Measurement, measure
from newsroom import Newsroom

# So many pictures are drawn; the others are their copies with another comment, which makes them other files.
DRAWN = 24
WIDTH, HEIGHT = 1_600, 1_200
COMMENT = b"\xff\xfe"


def drawn(folder: Path) -> list[bytes]:
    """JPEG pictures, each about as large as a photograph of its size. `vips` (libvips-tools) makes them."""
    pictures = []
    for number in range(DRAWN):
        path = folder / f"{number}.jpg"
        noise = [folder / f"{number}-{part}.v" for part in ("a", "b")]
        for command in (
            ["gaussnoise", noise[0], str(WIDTH), str(HEIGHT), "--sigma", "60", "--mean", "128", "--seed", str(number)],
            ["gaussblur", noise[0], noise[1], str(1 + number % 3)],
            ["cast", noise[1], f"{path}[Q=90]", "uchar"],
        ):
            subprocess.run(["vips", *command], check=True)
        pictures.append(path.read_bytes())
    return pictures


def picture(number: int, pictures: list[bytes]) -> bytes:
    """One of the pictures, with a comment of its own behind its first two bytes."""
    comment = f"picture {number}".encode()
    base = pictures[number % len(pictures)]
    return base[:2] + COMMENT + struct.pack(">H", len(comment) + 2) + comment + base[2:]


def film(path: Path, megabytes: int):
    """An MP4 film without metadata, nearly all of it a hole in the disk."""
    def box(name: bytes, length: int) -> bytes:
        return struct.pack(">I", length) + name

    size = megabytes * 1_000_000
    start = box(b"ftyp", 12) + b"isom" + box(b"moov", 8)
    with path.open("wb") as file:
        file.write(start + box(b"mdat", size - len(start)))
        file.truncate(size)


def write(folder: Path, claims: int, pictures: int, megabytes: int):
    assay_files.write(Newsroom(claims, SEED), folder)
    media = folder / "content" / "media"
    media.mkdir(parents=True)
    verdicts = sorted((folder / "content" / "verdicts").glob("*.md"))
    with tempfile.TemporaryDirectory() as scratch:
        bases = drawn(Path(scratch)) if pictures else []
    for number in range(pictures):
        name = f"picture-{number:05}"
        (media / f"{name}.jpg").write_bytes(picture(number, bases))
        (media / f"{name}.md").write_text(
            f"---\nfile: {name}.jpg\nkind: image\nalt: Stripes, number {number}.\ncredit: Nobody\nlicence: CC0\n---\n"
        )
        with verdicts[number % len(verdicts)].open("a") as file:
            file.write(f"\n![Stripes](media:{name})\n")
    if megabytes:
        film(media / "film.mp4", megabytes)
        (media / "film.md").write_text("---\nfile: film.mp4\nkind: video\nalt: Nothing.\ncredit: Nobody\nlicence: CC0\n---\n")
        with verdicts[0].open("a") as file:
            file.write("\n![A film](media:film)\n")
    with (folder / "content" / "site.yaml").open("a") as file:
        # Copies look alike, and their comments do not go out: both would be said of each.
        file.write(f"\nmedia: {{file-megabytes: {max(100, megabytes)}}}\n")
        file.write("checks: {media-alike: off, media-metadata: off}\n")


def times(folder: Path) -> dict[Path, int]:
    """When each picture on the site, and each copy that is kept, was last written."""
    files = [*(folder / "_site" / "media").rglob("*"), *(folder / ".assay" / "pictures").glob("*")]
    return {file: file.stat().st_mtime_ns for file in files if file.is_file()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--pictures", type=int, default=3_000)
    parser.add_argument("--film", type=int, default=200, help="the size of a film in megabytes; 0 for none")
    parser.add_argument("--assay", type=Path, required=True, help="the assay command")
    parser.add_argument("--folder", type=Path, default=Path(".bench/pictures"))
    given = parser.parse_args()
    folder, assay = given.folder.resolve(), given.assay.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, given.claims, given.pictures, given.film)

    def run(what: str, *arguments: str) -> Measurement:
        taken = measure([assay, *arguments, "-C", folder, "--quiet"])
        print(f"{what}: {taken.wall:.2f} s, user {taken.user:.2f} s, peak {taken.peak / 1_000_000:.0f} MB", flush=True)
        return taken

    run("check", "check")
    run("first build, with all copies", "build")
    first = times(folder)
    run("nothing changed", "build")
    touched = [file for file, time in times(folder).items() if first.get(file) != time]
    assert not touched, touched[:5]
    verdict = sorted((folder / "content" / "verdicts").glob("*.md"))[1]
    verdict.write_text(verdict.read_text().replace("summary: ", "summary: So. ", 1))
    run("one verdict edited", "build")
    second = times(folder)
    touched = [file for file, time in second.items() if first.get(file) != time]
    assert not touched and second.keys() == first.keys(), touched[:5]
    shutil.rmtree(folder / "_site")
    run("first build, with the copies of before", "build")
    kept = {file: time for file, time in times(folder).items() if ".assay" in file.parts}
    assert all(first[file] == time for file, time in kept.items())
    print(f"{len(first):,} files of pictures: a second build touches none of them")


if __name__ == "__main__":
    sys.exit(main())
