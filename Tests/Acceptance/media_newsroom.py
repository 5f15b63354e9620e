"""The newsroom with every medium: its folder, its site, and which file of the site is which medium."""

import os
import re
from pathlib import Path

import media_files
import newsroom
import site_folder
import validators

TEXTS = site_folder.REPOSITORY / "Tests/Acceptance/newsrooms/media"
# Those whose records let them out as they are.
KEPT = {"permit", "call-radio", "ferry-drill"}
TODAY = "2026-11-29"


def field(record, name):
    """What a record says in a field of one line; nothing where it has none."""
    found = re.search(f"^{name}: (.*)$", record.read_text(encoding="utf-8"), re.MULTILINE)
    return found and found.group(1).strip('"')


class MediaNewsroom:
    """A newsroom and its site."""

    def __init__(self, folder, site):
        self.folder, self.site = folder, site
        self.media = folder / "content/media"
        self.originals = {path.stem: self.media / field(path, "file") for path in sorted(self.media.glob("*.md"))}

    def published(self, name):
        """The file of the site that is a medium: of several sizes, the one that is the medium's own."""
        return next(iter(sorted((self.site / "media").glob(f"{name}.*"))))

    @property
    def files(self):
        """All files of the site that are media, in whatever sizes; not the pages of marked pictures."""
        return [path for path in sorted((self.site / "media").rglob("*")) if path.is_file() and path.suffix != ".html"]

    def page(self, path):
        return self.site / path / "index.html"


def build(folder, site, *options):
    done = newsroom.site_of(folder, site, "--today", TODAY, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def make(folder):
    """Makes the newsroom and its site in an empty folder."""
    copy = newsroom.copy(TEXTS, folder / "newsroom")
    media_files.make(copy / "content/media")
    build(copy, folder / "site")
    return MediaNewsroom(copy, folder / "site")


def record(folder, file, kind, **fields):
    """Writes a record beside a file; its path."""
    lines = [f"file: {file}", f"kind: {kind}", "alt: Something.", "credit: Somebody", "licence: quoted"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    path = Path(folder) / (re.sub("[^a-z0-9]+", "-", file.lower()).strip("-") + ".md")
    path.write_text("---\n" + "\n".join(lines) + "\n---\n", encoding="utf-8")
    return path


def assay(folder, *arguments):
    """Runs a command of `assay` in a newsroom's folder."""
    return validators.run(newsroom.command(), *arguments, "-C", folder, env={**os.environ, "NO_COLOR": "1"})
