"""`assay watch` and `assay mementos`: pages that change, move and vanish, and archives that have copies of them."""

import hashlib
import json
import time
from datetime import datetime, timedelta, timezone
from urllib.parse import parse_qs, urlsplit

import pytest

import newsroom
import origin
import validators
from evidence import Replay, Room
from origin import QUOTE, SENTENCES, Origin, answer, article


@pytest.fixture
def server():
    with Origin() as running:
        yield running


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path / "room")


def watched(room, server, path="/page", page=None, quote=QUOTE):
    """A page that was captured, and which the newsroom stands on."""
    if page is not None:
        server.pages[path] = page
    room.source("page", server.address + path, quote)
    room.capture("page", "--write")


def look(room, status=0):
    """One look: what the log says, and what was printed."""
    done = room.watch("page", status=status)
    return room.log()[-1], done.stdout + done.stderr


# Pages that are there.


def test_same_page(room, server):
    watched(room, server, page=answer(article()))
    seen, said = look(room)
    assert seen["outcome"] == "same" and "byte for byte" in said
    assert seen["against"] == room.lock()[0]["file"] and seen["payload"] == room.lock()[0]["payload"]


def test_same_text_in_other_bytes(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/page"] = answer(article().replace(b"<body>", b"<body class=new><!-- 12:00 -->"))
    seen, _ = look(room)
    assert seen["outcome"] == "same-text"


def test_noise_within_minutes_is_no_change(room, server):
    def page():
        return answer(article(extra=f"<p>Read {time.time_ns()} times until now.</p><p>Imprint.</p>"))

    watched(room, server, page=page)
    seen, _ = look(room)
    assert seen["outcome"] == "same-text", seen


def test_changed_quotation_is_found_first(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/page"] = answer(article(QUOTE.replace("confirmed", "denied"), title="Flood report, corrected"))
    seen, said = look(room, status=1)
    assert seen["outcome"] == "changed" and seen["gone"] == [QUOTE]
    assert 950 <= seen["containment"] < 1000
    assert QUOTE in seen["removed"] and QUOTE.replace("confirmed", "denied") in seen["added"]
    assert f"gone: “{QUOTE}”" in said and "reviewed:" in said and "Flood report, corrected" in said


def test_further_sentences_are_a_change_and_no_alarm(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/page"] = answer(article(extra="<p>Something was added later on.</p>"))
    seen, said = look(room)
    assert seen["outcome"] == "changed" and "gone" not in seen and seen["containment"] == 1000
    assert seen["added"] == ["Something was added later on."] and "all cited quotations stand" in said


def test_page_that_was_never_captured(room, server):
    server.pages["/page"] = answer(article())
    room.source("page", server.address + "/page", QUOTE)
    seen, said = look(room)
    assert seen["outcome"] == "seen" and "assay capture page" in said


def test_capture_that_is_not_here_still_compares_digests(room, server):
    watched(room, server, page=answer(article()))
    (room.folder / room.lock()[0]["file"]).unlink()
    assert look(room)[0]["outcome"] == "same"
    server.pages["/page"] = answer(article(QUOTE.replace("confirmed", "denied")))
    seen, _ = look(room, status=1)
    assert seen["outcome"] == "changed" and seen["gone"] == [QUOTE] and "containment" not in seen


# Pages that moved, or are gone.


def test_moved_for_good(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/new"] = answer(article())
    server.pages["/page"] = origin.redirect("/new", "301 Moved Permanently")
    seen, said = look(room)
    assert seen["outcome"] == "moved" and seen["final"] == server.address + "/new" and "`url`" in said


def test_refusals_never_count(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/page"] = answer(b"no", "403 Forbidden", "text/plain")
    seen, said = look(room)
    assert seen["outcome"] == "blocked" and "closed to programs" in said


@pytest.mark.parametrize(("status", "outcome"), [("404 Not Found", "missing"), ("410 Gone", "missing"), ("500 Oh", "failing")])
def test_errors_are_noted(room, server, status, outcome):
    watched(room, server, page=answer(article()))
    server.pages["/page"] = answer(b"", status)
    seen, said = look(room)
    assert seen["outcome"] == outcome and "failure 1 of 3" in said


def test_dead_after_three_failures_on_three_days(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/page"] = answer(b"", "404 Not Found")
    log = room.folder / "content/captures/watch.jsonl"
    lines = [
        {"at": when(days), "source": "page", "url": server.address + "/page", "status": 404, "outcome": "missing"}
        for days in (9, 8, 7)
    ]
    log.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
    seen, said = look(room)
    assert "failure 2 of 3" in said
    lines = [dict(line, at=when(days)) for line, days in zip(lines, (9, 6, 5))]
    log.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
    seen, said = look(room, status=1)
    assert "dead" in said and "assay mementos page" in said
    done = room.run("check")
    assert "source-gone" in done.stdout
    # It is news once.
    look(room)
    file = room.folder / "content/sources/page.md"
    file.write_text(file.read_text().replace("kind:", f"reviewed: {when(0)[:10]}\nkind:"))
    assert "source-gone" not in room.run("check").stdout


def when(days):
    return (datetime.now(timezone.utc) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_soft_404_needs_two_signs(room, server):
    watched(room, server, page=answer(article()))
    lost = answer(b"<title>Oops</title><p>We could not find what you were looking for, sorry about that.</p>")
    server.pages["/page"] = lost
    seen, _ = look(room, status=1)
    assert seen["outcome"] == "changed" and seen["signs"] == ["words"]
    # A wrong address that answers the same is the second sign.
    server.respond = lambda target, request: [lost]
    seen, said = look(room)
    assert seen["outcome"] == "soft-404" and seen["signs"] == ["sibling", "words"] and "wrong address" in said


def test_redirect_to_the_front_page_is_a_sign(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/"] = answer(b"<title>Front</title><p>Welcome to our new and shiny front page, dear readers.</p>")
    server.pages["/page"] = origin.redirect("/")
    seen, said = look(room)
    assert seen["outcome"] == "soft-404" and seen["signs"] == ["redirect", "words"]


def test_computer_without_a_network_notes_nothing(room):
    room.source("one", "http://one.invalid/")
    room.source("two", "http://two.invalid/")
    done = room.watch("--all", status=1)
    assert "is this computer connected" in done.stderr and room.log() == []


# The log and the rules.


def test_log_is_appended_to_and_rules_follow_it(room, server):
    watched(room, server, page=answer(article()))
    assert "source-changed" not in room.run("check").stdout
    server.pages["/page"] = answer(article(QUOTE.replace("confirmed", "denied")))
    look(room, status=1)
    before = (room.folder / "content/captures/watch.jsonl").read_bytes()
    assert "source-changed" in room.run("check").stdout
    look(room, status=1)
    assert (room.folder / "content/captures/watch.jsonl").read_bytes().startswith(before)
    file = room.folder / "content/sources/page.md"
    file.write_text(file.read_text().replace("kind:", f"reviewed: {when(0)[:10]}\nkind:"))
    assert "source-changed" not in room.run("check").stdout


def test_status_shows_what_needs_another_look(room, server):
    watched(room, server, page=answer(article()))
    server.pages["/page"] = answer(article(QUOTE.replace("confirmed", "denied")))
    look(room, status=1)
    said = room.run("status").stdout
    assert "page" in said and "quotation gone" in said


def test_many_at_once_in_json(room, server):
    for name in ("a", "b", "c"):
        room.source(name, f"{server.address}/article?{name}")
    done = room.watch("--all", "--format", "json")
    assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == ["a", "b", "c"]
    assert "3 pages" in room.watch("--all").stderr


# Archives.


def test_mementos_of_pywb(room, server, tmp_path):
    watched(room, server, page=answer(article()))
    time.sleep(1.1)
    room.capture("page")
    files = [room.folder / line["file"] for line in room.lock()]
    with Replay(tmp_path / "replay", *files) as replay:
        room.settings(f"archives: [{replay.address}/ev/timemap/link/]\n")
        done = room.run("mementos", "page", "--allow-private", "--pause", "0")
        assert "copies" in done.stdout and "before the capture" in done.stdout and "after the capture" in done.stdout
        room.source("other", server.address + "/other")
        done = room.run("mementos", "other", "--allow-private", "--pause", "0", status=1)
        assert "no archive has a copy" in done.stderr


def test_paged_lists(room, server):
    room.source("page", server.address + "/page")
    original = server.address + "/page"

    def listed(*lines):
        return answer(",\n".join(lines).encode(), "200 OK", "application/link-format")

    copies = [f'<{server.address}/web/{year}0101000000/{original}>; rel="memento"; datetime="Wed, 01 Jan {year} 00:00:00 GMT"' for year in (2020, 2021)]
    server.pages["/map/" + original] = listed(
        f'<{original}>; rel="original"', f'<{server.address}/map/{original}>; rel="self"',
        f'<{server.address}/map2>; rel="timemap"; from="Wed, 01 Jan 2020 00:00:00 GMT"', copies[0],
    )  # fmt: skip
    server.pages["/map2"] = listed(f'<{server.address}/map2>; rel="self timemap"', copies[1])
    room.settings(f"archives: ['{server.address}/map/', '{server.address}/none/']\n")
    done = room.run("mementos", "page", "--allow-private", "--pause", "0")
    assert "2 copies, 2020-01-01 to 2021-01-01" in done.stdout and "no copy" in done.stdout


class Wayback:
    """Save Page Now and its index, in one page of Python."""

    def __init__(self, server, outcome="success", indexed=True):
        self.server, self.outcome, self.indexed, self.polls, self.form, self.keys = server, outcome, indexed, 0, None, None
        server.respond = self.respond
        self.stamp = datetime.now(timezone.utc).strftime("%Y%m%d%H%M%S")

    def json(self, value, status="200 OK"):
        return [answer(json.dumps(value).encode(), status, "application/json")]

    def respond(self, target, request):
        path = urlsplit(target).path
        self.keys = next((line for line in request.split(b"\r\n") if line.startswith(b"Authorization")), None)
        if path == "/save/" and request.startswith(b"POST"):
            self.form = parse_qs(request.split(b"\r\n\r\n", 1)[1].decode())
            if self.outcome == "429":
                return self.json({}, "429 Too Many")
            return self.json({"url": self.form["url"][0], "job_id": "spn2-1", "duration_sec": 1.5e0})
        if path.startswith("/save/status/"):
            self.polls += 1
            if self.polls < 3:
                return self.json({"status": "pending", "resources": []})
            if self.outcome == "error":
                return self.json({"status": "error", "status_ext": "error:blocked-url", "message": "It is blocked."})
            return self.json({"status": "success", "timestamp": self.stamp, "original_url": self.form["url"][0], "duration_sec": 6.203})
        if path == "/cdx/search/cdx":
            rows = [["timestamp", "original", "mimetype", "statuscode", "digest"]]
            if self.indexed:
                rows.append([self.stamp, self.form["url"][0], "text/html", "200", "X"])
            return self.json(rows if self.indexed else [])
        return [answer(b"", "404 Not Found")]


def save(room, server, *more, status=0):
    env = {"IA_ACCESS_KEY_ID": "abc", "IA_SECRET_ACCESS_KEY": "swordfish"}
    options = ("--save", "--save-at", server.address, "--interval", "0.01", "--allow-private", "--pause", "0")
    return room.run("mementos", "page", *options, *more, env=env, status=status)


def test_page_is_archived_when_the_index_says_so(room, server):
    room.source("page", "https://a.example/x?y=1")
    wayback = Wayback(server)
    done = save(room, server)
    copy = f"{server.address}/web/{wayback.stamp}/https://a.example/x?y=1"
    assert done.stdout == f"archived as {copy}\n" and "content/sources/page.md has it under `archived` now" in done.stderr
    file = room.folder / "content/sources/page.md"
    assert f"archived:\n  - {copy}\n---\n\nRead.\n" in file.read_text()
    assert "source-not-archived" not in room.run("check").stdout
    # The same copy is not written twice, and nothing is where nothing is wanted.
    save(room, server)
    assert file.read_text().count(copy) == 1
    room.source("page", "https://a.example/x?y=1")
    done = save(room, server, "--no-write")
    assert done.stdout == f"archived:\n  - {copy}\n" and "archived" not in file.read_text()
    assert wayback.form["url"] == ["https://a.example/x?y=1"] and wayback.keys == b"Authorization: LOW abc:swordfish"
    assert "swordfish" not in done.stdout + done.stderr


def test_submitted_is_not_archived(room, server):
    room.source("page", "https://a.example/")
    Wayback(server, indexed=False)
    done = save(room, server, status=1)
    assert "not archived" in done.stderr and "archived:" not in done.stdout


def test_errors_of_the_service_are_its_own(room, server):
    room.source("page", "https://a.example/")
    Wayback(server, "error", indexed=False)
    assert "error:blocked-url: It is blocked." in save(room, server, status=1).stderr
    Wayback(server, "429")
    assert "itself says 429" in save(room, server, status=1).stderr
    # An error of the service for a page that its index has.
    Wayback(server, "error")
    save(room, server)


def test_saving_needs_keys(room, server):
    room.source("page", "https://a.example/")
    env = {"IA_ACCESS_KEY_ID": "", "IA_SECRET_ACCESS_KEY": ""}
    assert "IA_ACCESS_KEY_ID" in room.run("mementos", "page", "--save", env=env, status=1).stderr
