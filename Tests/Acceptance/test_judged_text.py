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
    assert ROOM.digest(journal.stem) == published(journal)


def test_there_are_journals():
    assert len(JOURNALS) > 20


def test_text_is_the_stored_version():
    claim = JOURNALS[0].stem
    text = ROOM.text(claim)
    stored = site_folder.REPOSITORY / f"content/versions/{claim}/{published(JOURNALS[0])}.json"
    assert stored.read_text(encoding="utf-8") == text
