"""The database of the published data, in the hands of SQLite and datasette."""

import asyncio
import concurrent.futures
import csv
import io
import json
import shutil
import sqlite3

import pytest
from datasette.app import Datasette

import newsroom
import site_folder
import validators


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("database") / "room"
    for name in ("content", "seeds", "static"):
        shutil.copytree(site_folder.REPOSITORY / name, folder / name)
    settings = folder / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\ndatabase: yes\n", encoding="utf-8")
    (folder / "content/inbox").mkdir()
    (folder / "content/inbox/one.md").write_text("---\nwords: Zebras fly.\n---\n", encoding="utf-8")
    (folder / "content/claims/unrated-zebra.md").write_text(
        f"---\nstatement: A zebra is a horse.\nclaimant: {next((folder / 'content/profiles').glob('*.md')).stem}\n---\n",
        encoding="utf-8",
    )
    newsroom.site_of(folder, folder / "_site", "--today", "2026-12-01")
    return folder


@pytest.fixture(scope="module")
def data(room):
    return room / "_site/data"


@pytest.fixture(scope="module")
def claims(data):
    return json.loads((data / "claims.json").read_text(encoding="utf-8"))["claims"]


def test_it_is_sound_and_its_references_hold(data):
    with sqlite3.connect(f"file:{data / 'claims.sqlite'}?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_has_what_the_json_has(data, claims):
    with sqlite3.connect(f"file:{data / 'claims.sqlite'}?mode=ro", uri=True) as database:
        rows = dict(database.execute("SELECT id, ruling FROM claims WHERE state = 'published'"))
        assert rows == {claim["id"]: claim["verdict"]["ruling"] for claim in claims}
        quotes = sorted(database.execute("SELECT claim, quote FROM appearances"))
        assert quotes == sorted((c["id"], a["quote"]) for c in claims for a in c["appearances"])
        shown = database.execute("SELECT count(*) FROM evidence").fetchone()[0]
        assert shown == sum(len(claim["verdict"]["evidence"]) for claim in claims)
        word = max(claims[0]["statement"].split(), key=len).strip(".,“”\"'")
        found = database.execute(
            "SELECT claims.id FROM claims_search JOIN claims ON claims.rowid = claims_search.rowid "
            "WHERE claims_search MATCH ?",
            (f'"{word}"',),
        ).fetchall()
        assert (claims[0]["id"],) in found


def test_nothing_unpublished_is_in_it(data):
    assert b"zebra" not in (data / "claims.sqlite").read_bytes().lower()


def test_the_same_newsroom_gives_the_same_bytes(room, data, tmp_path):
    newsroom.site_of(room, tmp_path / "again", "--today", "2026-12-01")
    assert (tmp_path / "again/data/claims.sqlite").read_bytes() == (data / "claims.sqlite").read_bytes()


def test_it_is_off_unless_asked_for(tmp_path):
    newsroom.site_of(site_folder.REPOSITORY, tmp_path / "site", "--today", "2026-12-01")
    assert not (tmp_path / "site/data/claims.sqlite").exists()


def test_datasette_shows_and_searches_it(data, claims):
    async def ask():
        app = Datasette(
            [str(data / "claims.sqlite")],
            metadata=json.loads((data / "claims.datasette.json").read_text(encoding="utf-8")),
        )
        table = await app.client.get("/claims/claims.json?_shape=array&_size=max")
        word = max(claims[0]["statement"].split(), key=len).strip(".,“”\"'")
        found = await app.client.get(f"/claims/claims.json?_shape=array&_search={word}")
        pages = [await app.client.get(f"/claims/{name}") for name in ("rated_claims", "claims", "appearances")]
        return table, found, pages

    # In a thread of its own: the browser of other tests may have an event loop in this one.
    with concurrent.futures.ThreadPoolExecutor(1) as thread:
        table, found, pages = thread.submit(asyncio.run, ask()).result()
    assert {row["id"] for row in table.json()} >= {claim["id"] for claim in claims}
    assert claims[0]["id"] in {row["id"] for row in found.json()}
    assert [page.status_code for page in pages] == [200, 200, 200]
    assert "The claims that were rated" in pages[1].text


def query(room, *words, status=0):
    done = validators.run(newsroom.command(), "query", *words, "--today", "2026-12-01", "-C", room)
    assert done.returncode == status, done.stdout + done.stderr
    return done


def test_a_question_sees_drafts_and_the_inbox(room, claims):
    rows = json.loads(query(room, "--format", "json", "SELECT words FROM inbox").stdout)
    assert rows == [{"words": "Zebras fly."}]
    rows = json.loads(query(room, "--format", "json", "SELECT id, state FROM claims ORDER BY id").stdout)
    states = {row["id"]: row["state"] for row in rows}
    assert states["unrated-zebra"] == "unrated"
    assert {id for id, state in states.items() if state == "published"} == {claim["id"] for claim in claims}
    answer = query(room, "--format", "csv", "SELECT '=1+1' AS a, 'x,y' AS b").stdout
    assert list(csv.reader(io.StringIO(answer))) == [["a", "b"], ["'=1+1", "x,y"]]
    assert "rated_claims" in query(room).stdout


@pytest.mark.parametrize(
    "question",
    [
        "DELETE FROM claims",
        "ATTACH '/tmp/x' AS x",
        "SELECT load_extension('x')",
        "PRAGMA journal_mode = off",
        "SELECT readfile('/etc/passwd')",
        "SELECT 1; SELECT 2",
        "VACUUM INTO '/tmp/x'",
    ],
)
def test_a_question_can_only_read(room, question):
    assert "cannot be answered" in query(room, question, status=1).stderr
