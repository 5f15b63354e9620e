"""Digests, made by another program from docs/editorial.md alone, are those that were signed."""

import json

import pytest

import judged_text
import site_folder

ROOM = judged_text.Room(site_folder.REPOSITORY)
JOURNALS = sorted((site_folder.REPOSITORY / "content/journal").glob("*.jsonl"))


def published(journal):
    events = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    return [event["digest"] for event in events if event["event"] in ("published", "corrected")][-1]


@pytest.mark.parametrize("journal", JOURNALS, ids=lambda journal: journal.stem)
def test_files_are_what_was_published(journal):
    assert published(journal) in (ROOM.digest(journal.stem, 1), ROOM.digest(journal.stem, 2))


def test_there_are_journals():
    assert len(JOURNALS) > 20


@pytest.mark.parametrize("journal", JOURNALS, ids=lambda journal: journal.stem)
def test_text_is_the_stored_version(journal):
    claim = journal.stem
    text = (site_folder.REPOSITORY / f"content/versions/{claim}/{published(journal)}.json").read_text(encoding="utf-8")
    form = int(json.loads(text)["format"].removeprefix("assay judged text "))
    assert ROOM.text(claim, form) == text
