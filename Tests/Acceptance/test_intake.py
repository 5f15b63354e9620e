"""What comes in stays in: imports by hand, and nothing of the inbox in what goes out."""

import json
import shutil

import pytest

import newsroom
import site_folder
import validators

SECRET = "Zebras invented the wheelbarrow"
REVIEW = {
    "@type": "ClaimReview",
    "url": "https://facts.example/1",
    "claimReviewed": SECRET + ".",
    "name": "No, zebras did not",
    "datePublished": "2024-01-02",
    "author": {"@type": "Organization", "name": "Zebra Facts"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Zora Zebra"}},
    "reviewRating": {"@type": "Rating", "alternateName": "Rating: False"},
}


def run(folder, *words, status=0, given=None):
    done = validators.run(newsroom.command(), *words, "-C", folder, **({"input": given} if given else {}))
    assert done.returncode == status, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture
def room(tmp_path):
    folder = tmp_path / "room"
    for name in ("content", "seeds", "static"):
        shutil.copytree(site_folder.REPOSITORY / name, folder / name)
    (tmp_path / "reviews.json").write_text(json.dumps([REVIEW]), encoding="utf-8")
    return folder


def items(folder):
    return sorted((folder / "content/inbox").glob("*.md")) if (folder / "content/inbox").exists() else []


def test_an_import_is_dry_then_done_and_then_known(room, tmp_path):
    file = tmp_path / "reviews.json"
    assert "would be written" in run(room, "import", file, "--dry-run")
    assert items(room) == []
    report = json.loads(run(room, "import", file, "--format", "json"))
    assert report["files"][0]["outcome"]["new_items"] == 1
    assert {f["kind"] for f in report["files"][0]["findings"]} == {"label-with-prefix"}
    assert len(items(room)) == 1
    before = items(room)[0].read_bytes()
    assert "nothing new" in run(room, "import", file)
    assert [path.read_bytes() for path in items(room)] == [before]
    found = json.loads(run(room, "check", "--format", "json", "--today", "2026-12-01"))
    assert [one for one in found if "inbox" in json.dumps(one)] == []


@pytest.mark.parametrize("drafts", [[], ["--drafts"]])
def test_nothing_of_the_inbox_goes_out(room, tmp_path, drafts):
    run(room, "import", tmp_path / "reviews.json")
    item = items(room)[0].stem
    with_inbox = newsroom.site_of(room, tmp_path / "with", "--today", "2026-12-01", *drafts)
    for path in (tmp_path / "with").rglob("*"):
        if path.is_file() and ".assay" not in path.parts:
            text = path.read_bytes().lower()
            for words in (SECRET, "Zora Zebra", "Zebra Facts", item):
                assert words.lower().encode() not in text, f"{words} in {path}"


def test_a_table_needs_a_map_which_is_proposed(room, tmp_path):
    table = tmp_path / "tips.csv"
    table.write_text(f'claim,speaker,date\n"{SECRET}!",Zora,3/4/2024\n', encoding="utf-8")
    proposal = run(room, "import", table, status=1)
    assert items(room) == []
    (tmp_path / "map.yaml").write_text(proposal, encoding="utf-8")
    report = run(room, "import", table, "--map", tmp_path / "map.yaml")
    assert "1 ambiguous-date" in report and len(items(room)) == 1


def test_an_item_becomes_a_claim_and_keeps_where_it_came_from(room, tmp_path):
    run(room, "import", tmp_path / "reviews.json")
    item = items(room)[0]
    path = run(room, "inbox", "claim", item.stem, "--plain").strip()
    assert SECRET in (room / path).read_text(encoding="utf-8")
    text = item.read_text(encoding="utf-8")
    assert "claim: zebras-invented-the-wheelbarrow" in text and "https://facts.example/1" in text
    assert json.loads(run(room, "inbox", "--format", "json"))["items"] == []
    run(room, "inbox", "reopen", item.stem)
    run(room, "inbox", "dismiss", item.stem, "--reason", "A joke.")
    assert "dismissed: A joke." in item.read_text(encoding="utf-8")


def test_items_with_the_same_words_become_one(room, tmp_path):
    run(room, "import", tmp_path / "reviews.json")
    (room / "content/inbox/by-hand.md").write_text(f"---\nwords: {SECRET.upper()}\ncount: 4\n---\nOurs.\n")
    (room / "content/inbox/third.md").write_text(f"---\nwords: {SECRET}\ncount: 2\n---\n")
    run(room, "inbox", "merge")
    assert len(items(room)) == 1
    text = items(room)[0].read_text(encoding="utf-8")
    assert "count: 7" in text and "https://facts.example/1" in text


def test_a_transcript_becomes_an_article(room, tmp_path):
    file = tmp_path / "talk.vtt"
    file.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zora>It rains every day.\n", encoding="utf-8")
    assert "--publisher" in validators.run(newsroom.command(), "import", file, "-C", room).stderr
    publisher = next((room / "content/profiles").glob("*.md")).stem
    run(room, "import", file, "--publisher", publisher)
    assert "00:00:01 Zora:\n\n> It rains every day." in (room / "seeds/talk.md").read_text(encoding="utf-8")
    claim = sorted((room / "content/claims").glob("*.md"))[0]
    before = claim.read_text(encoding="utf-8")
    words = ["appear", claim.stem, "--article", "talk", "--quote", "It rains every day.", "--locator", "00:00:01"]
    run(room, *words)
    after = claim.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert any("article: talk" in line for line in added)
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines()), "the rest of the file stays as it was typed"
    assert "already" in run(room, *words)
