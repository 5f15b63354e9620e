"""What has to hold beside the times: the same bytes whatever the way, and sites that can be compared."""

import hashlib
import os
import shutil
from pathlib import Path

from programs import Assay, Newsroom, files, set_aside

# Of what is not a page, nothing is asked but that the whole is comparable.
PAGES_WITHIN, BYTES_WITHIN = 0.05, 0.25


class ProofFailed(Exception):
    """Something that must hold does not."""


def digests(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).digest() for path in files(site)}


def stamps(site: Path) -> dict[str, tuple]:
    """What tells whether a file was written: a rewritten one has another inode or time."""
    return {
        str(path.relative_to(site)): (status.st_ino, status.st_mtime_ns)
        for path in files(site)
        for status in [path.stat()]
    }


def changed(before: dict, after: dict) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def require_same(expected: dict, site: Path, what: str):
    differing = sorted(changed(expected, digests(site)))
    if differing:
        raise ProofFailed(f"{what}: {len(differing)} files differ, such as {', '.join(differing[:5])}")


def comparable(newsroom: Newsroom) -> dict[str, tuple[float, float]]:
    """Pages and bytes of Assay's and of Hugo's site."""
    def count(site: Path) -> tuple[int, int]:
        paths = files(site)
        return sum(path.suffix == ".html" for path in paths), sum(path.stat().st_size for path in paths)

    ours, theirs = count(newsroom.site), count(newsroom.hugo_site)
    for what, a, b, within in [("pages", ours[0], theirs[0], PAGES_WITHIN), ("bytes", ours[1], theirs[1], BYTES_WITHIN)]:
        if abs(a - b) > within * max(a, b):
            raise ProofFailed(f"the sites are not comparable: Assay's has {a} {what}, Hugo's {b}")
    return {"HTML pages": (ours[0], theirs[0]), "bytes": (ours[1], theirs[1])}


def require_same_from_copy(assay: Assay, newsroom: Newsroom, expected: dict, what: str, **options):
    """Builds a copy of the newsroom, which shares neither folder nor state with it, and compares."""
    place = newsroom.folder / "another-folder"
    set_aside(place)
    shutil.copytree(newsroom.assay, place / "of-the-same-files", ignore=shutil.ignore_patterns(".assay"))
    assay.build(place / "of-the-same-files", place / "site", **options)
    require_same(expected, place / "site", what)
    set_aside(place)


def same_with_workers(assay: Assay, newsroom: Newsroom, expected: dict) -> str:
    """Compares 1, 2 and 8 workers, or, while the command has no such option, one processor with all."""
    if assay.has_workers:
        for workers in (1, 2, 8):
            require_same_from_copy(assay, newsroom, expected, f"with {workers} workers", workers=workers)
        return "1, 2 and 8 workers"
    if shutil.which("taskset"):
        one = ["taskset", "--cpu-list", "0"]
        require_same_from_copy(assay, newsroom, expected, "on one processor", prefix=one)
        return f"1 and {os.cpu_count()} processors (the command has no option for workers)"
    return ""


class Edit:
    """Edits one verdict, differently each time, and puts the file back at the end."""

    def __init__(self, newsroom: Newsroom):
        self.file = newsroom.verdict(newsroom.size // 2)
        self.original = self.file.read_bytes()
        self.count = 0

    def reasoning(self):
        self.count += 1
        self._replace(self.original + f"\n\nEdit number {self.count}.\n".encode())

    def title(self):
        self.count += 1
        self._replace(self.original.replace(b'\ntitle: "', b'\ntitle: "Edit %d: ' % self.count, 1))

    def undo(self):
        self._replace(self.original)

    def _replace(self, content: bytes):
        """As editors save: by a new file and a rename, so that `assay serve` sees one event."""
        new = self.file.with_name(f".{self.file.name}.new")
        new.write_bytes(content)
        new.rename(self.file)


def edits_equal_full_builds(assay: Assay, newsroom: Newsroom) -> dict[str, tuple[int, int]]:
    """After an edit, a build in an old folder gives what a full build gives.

    Returns, for each kind of edit, how many files were written and how many differ.
    """
    edit, found = Edit(newsroom), {}
    try:
        for name in ("reasoning", "title"):
            edit.undo()
            assay.build(newsroom.assay, newsroom.site)
            before, stamped = digests(newsroom.site), stamps(newsroom.site)
            getattr(edit, name)()
            assay.build(newsroom.assay, newsroom.site)
            written = changed(stamped, stamps(newsroom.site))
            after = digests(newsroom.site)
            require_same_from_copy(assay, newsroom, after, f"after an edit of the {name}, compared with a full build")
            needed = changed(before, after)
            if not needed:
                raise ProofFailed(f"an edit of the {name} changed no file")
            if written - needed:
                raise ProofFailed(f"an edit of the {name} wrote {len(written - needed)} files that did not change")
            found[name] = (len(written), len(needed))
    finally:
        edit.undo()
    return found


def unchanged_writes_nothing(assay: Assay, newsroom: Newsroom):
    assay.build(newsroom.assay, newsroom.site)
    before = stamps(newsroom.site)
    assay.build(newsroom.assay, newsroom.site)
    written = changed(before, stamps(newsroom.site))
    if written:
        raise ProofFailed(f"nothing changed, and {len(written)} files were written, such as {sorted(written)[0]}")
