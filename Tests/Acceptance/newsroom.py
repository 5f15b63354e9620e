"""Runs the `assay` command on copies of newsrooms: of this repository's with mistakes in it, and of those in `newsrooms`."""

import os
import shutil
from pathlib import Path

import pytest

import site_folder
import validators


def command():
    program = os.environ.get("ASSAY")
    return program if program else pytest.skip("set ASSAY to the built command")


def broken_copy(folder):
    """A newsroom with a citation of nothing, a wrong date and a field that does not exist."""
    for name in ("content", "seeds", "static"):
        shutil.copytree(site_folder.REPOSITORY / name, folder / name)
    verdict = sorted((folder / "content/verdicts").glob("*.md"))[0]
    with verdict.open("a", encoding="utf-8") as file:
        file.write("\nA sentence [@no-such-source] — “wide” 語.\n")
    claim = sorted((folder / "content/claims").glob("*.md"))[0]
    text = claim.read_text(encoding="utf-8")
    claim.write_text(text.replace("\n", "\nstatd: 2018-02-30\n", 1), encoding="utf-8")
    return folder


def copy(source, folder):
    """A newsroom without what a build remembers of it."""
    return shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".assay"))


def check(folder, form):
    return validators.run(command(), "check", "-C", folder, "--format", form)


def site_of(folder, output, *options):
    return validators.run(command(), "build", "-C", folder, "--out", Path(output), *options)
