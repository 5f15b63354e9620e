"""`assay capture --import`, and what `check`, `build` and `verify` make of captures; the files are written by hand, and judged by warcio."""

import gzip
import hashlib
import json
import shutil
import uuid
import zipfile

import jsonschema
import pytest

import validators
from evidence import PROGRAMS, Replay, Room, check_archive

ADDRESS = "http://example.org/page"
QUOTE = "Eight lamps were lit on the quay"
PAGE = f"<!doctype html><title>Lamps</title><p>{QUOTE}.</p><script>const later = 'Nine lamps'</script>".encode()
TIME = "2026-11-28T10:00:00Z"


def record(kind, url, block, mime="application/http;msgtype=response", payload=None, **more):
    """A record of WARC/1.1, as the standard has it."""
    fields = {
        "WARC-Type": kind, "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, url + kind)}>", "WARC-Date": TIME,
        "WARC-Target-URI": url, "WARC-Block-Digest": "sha256:" + hashlib.sha256(block).hexdigest(), "Content-Type": mime,
        "Content-Length": str(len(block)),
    }  # fmt: skip
    if payload is not None:
        fields["WARC-Payload-Digest"] = "sha256:" + hashlib.sha256(payload).hexdigest()
    fields.update({name.replace("_", "-"): value for name, value in more.items()})
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
    return head.encode() + block + b"\r\n\r\n"


def response(body=PAGE, url=ADDRESS, head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", kind="response", **more):
    return record(kind, url, head + b"\r\n" + body, payload=body, **more)


def chunks(body, size):
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def packed(*records):
    return b"".join(gzip.compress(one, mtime=0) for one in records)


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "room")
    made.source("lamps", ADDRESS, QUOTE)
    made.outside = tmp_path
    return made


def imported(room, content, name="x.warc.gz", *options, status=0):
    (room.outside / name).write_bytes(content)
    done = room.run("capture", "--import", room.outside / name, "lamps", *options, status=status)
    return done, *(room.last("lamps") if room.lock() else (None, None))


def rules(room, *options, status=None):
    done = room.run("check", "--format", "json", *options, status=status)
    return {finding["rule"] for finding in json.loads(done.stdout)}


# What an import keeps.


def test_a_file_is_kept_byte_for_byte(room):
    content = packed(response())
    done, line, file = imported(room, content)
    assert file.read_bytes() == content
    assert (line["how"], line["state"], line["status"], line["title"], line["at"]) == ("import", "ok", 200, "Lamps", TIME)
    assert line["payload"] == hashlib.sha256(PAGE).hexdigest()
    assert done.stdout == f"snapshot:\n  file: {line['file']}\n  sha256: {line['sha256']}\n"
    assert list(line) == ["file", "sha256", "bytes", "source", "url", "final", "status", "at", "how", "title", "main", "payload",
                          "text", "requisites", "missing", "state", "baseline"]  # fmt: skip


@pytest.mark.parametrize("size", [7, 1000])
def test_chunks_do_not_change_the_payload(room, size):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    block = head + chunks(PAGE, size)
    _, line, _ = imported(room, packed(record("response", ADDRESS, block, payload=PAGE)))
    assert line["payload"] == hashlib.sha256(PAGE).hexdigest()


def test_odd_bytes_stay(room):
    head = b"HTTP/1.1 200 Art\xedculo\nP3P : CP=\"x\"\nSet-Cookie: \xb3\xd2\x01=1\nContent-Type: text/html\n"
    content = packed(record("response", ADDRESS, head + b"\n" + PAGE, payload=PAGE))
    _, line, file = imported(room, content)
    assert file.read_bytes() == content and line["title"] == "Lamps"


def test_brackets_of_other_programs_do_not_matter(room):
    _, line, _ = imported(room, packed(response().replace(b"URI: http://example.org/page", b"URI: <http://example.org/page>")))
    assert line["final"] == ADDRESS


def test_a_document_is_put_into_an_archive(room):
    pytest.importorskip("warcio")
    _, line, file = imported(room, PAGE, "saved.html", "--at", TIME)
    check_archive(file)
    again = file.read_bytes()
    shutil.rmtree(room.folder / "content/captures")
    _, _, file = imported(room, PAGE, "saved.html", "--at", TIME)
    assert file.read_bytes() == again
    assert line["file"] == "content/captures/lamps/20261128100000.warc.gz"


def test_a_wacz_file_is_taken(room, tmp_path):
    inner = packed(response())
    digest = "sha256:" + hashlib.sha256(inner).hexdigest()
    for name, said in (("right.wacz", digest), ("wrong.wacz", "sha256:" + "0" * 64)):
        with zipfile.ZipFile(tmp_path / name, "w") as file:
            file.writestr("archive/data.warc.gz", inner)
            file.writestr("datapackage.json", json.dumps(
                {"profile": "data-package", "wacz_version": "1.1.1",
                 "resources": [{"name": "data.warc.gz", "path": "archive/data.warc.gz", "hash": said, "bytes": len(inner)}]}
            ))  # fmt: skip
    done = room.run("capture", "--import", tmp_path / "wrong.wacz", "lamps", status=1)
    assert "datapackage.json" in done.stderr and not room.lock()
    room.run("capture", "--import", tmp_path / "right.wacz", "--write", "lamps")
    assert room.last("lamps")[1].name == "20261128100000.wacz"
    assert "quote-not-in-snapshot" not in rules(room)


def test_three_spellings_of_an_address_replay_as_they_were(room, tmp_path):
    """A redirect from http to https, and from there to `www`: players have one key for the three, and one second."""
    ways = ["http://example.org/page", "https://example.org/page", "https://www.example.org/page"]
    moved = [
        response(b"moved", address, f"HTTP/1.1 301 Moved\r\nContent-Type: text/plain\r\nLocation: {target}\r\n".encode())
        for address, target in zip(ways, ways[1:])
    ]
    _, line, file = imported(room, packed(*moved, response(url=ways[-1])))
    assert (line["url"], line["final"], line["status"]) == (ways[0], ways[-1], 200)
    with Replay(tmp_path / "replay", file) as replay:
        # A player that went round in circles would give up here.
        assert [replay.raw(address) for address in ways] == [PAGE] * 3


# What is refused.


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (packed(response().replace(b"Eight", b"Seven")), "WARC-Block-Digest"),
        (packed(response(url="http://example.org/other")), "http://example.org/other"),
        (packed(response(head=b"HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge\r\nContent-Type: text/html\r\n")), "browser"),
        (packed(response(kind="revisit", head=b"HTTP/1.1 304 Not Modified\r\n"), response()), "revisit|refers to an earlier"),
        (packed(response())[:-30], "stops in the middle"),
        (b"", "no bytes"),
        (b"PK\x03\x04 no archive", "ZIP"),
    ],
)
def test_what_proves_nothing_is_not_imported(room, content, said):
    done, line, _ = imported(room, content, status=1)
    assert any(word in done.stderr for word in said.split("|")), done.stderr
    assert line is None and not (room.folder / "content/captures/lamps").exists()
    assert "\x1b" not in done.stderr


def test_a_missing_quotation_fails_and_keeps_the_capture(room):
    room.source("lamps", ADDRESS, "Eighty lamps were lit")
    done, line, _ = imported(room, packed(response()), status=1)
    assert line and "nearest words" in done.stdout


# What is checked.


def test_a_capture_stands_and_a_change_is_found(room):
    _, line, file = imported(room, packed(response()), "x.warc.gz", "--write")
    assert f"  file: {line['file']}\n  sha256: {line['sha256']}\n---\n" in (room.folder / "content/sources/lamps.md").read_text()
    assert not {rule for rule in rules(room) if "snapshot" in rule or "capture" in rule}
    room.run("verify")
    content = file.read_bytes()
    file.write_bytes(content + b"\0")
    assert "snapshot-digest" in rules(room, status=1)
    room.run("verify", status=1)
    file.unlink()
    assert "snapshot-missing-file" not in rules(room)
    assert "snapshot-missing-file" in rules(room, "--require-files", status=1)
    assert "1 capture of the lock is not here" in room.run("verify").stderr
    file.write_bytes(content)
    assert "snapshot-digest" not in rules(room)


def test_hidden_words_are_told_apart(room):
    imported(room, packed(response()), "x.warc.gz", "--write")
    room.source("lamps", ADDRESS, "Nine lamps", more="")
    room.stand_on("lamps")
    assert "quote-only-hidden" in rules(room)
    room.source("lamps", ADDRESS, "Ten lamps")
    room.stand_on("lamps")
    assert "quote-not-in-snapshot" in rules(room)


def test_what_is_written_is_read_again_without_the_cache(room, tmp_path):
    imported(room, packed(response()), "x.warc.gz", "--write")
    first, second = rules(room), rules(room)
    done = room.run("check", "--format", "json", env={"XDG_CACHE_HOME": str(tmp_path / "empty")}, status=None)
    assert first == second == {finding["rule"] for finding in json.loads(done.stdout)}


def test_readers_are_told_what_is_held(room):
    _, line, _ = imported(room, packed(response()), "x.warc.gz", "--write")
    room.write("content/profiles/desk.md", "---\nname: The Test Desk\nkind: organisation\n---\n\nWho we are.\n")
    room.write("content/claims/lamps.md", "---\nstatement: Eight lamps were lit.\nclaimant: desk\n---\n\nWhat was said.\n")
    verdict = room.folder / "content/verdicts/lamps.md"
    verdict.write_text(verdict.read_text().replace("authors: desk", "authors: desk\npublished: 2026-11-29"))
    room.run("build", "--keep-going", "--today", "2026-11-29", status=None)
    page = (room.folder / "_site/sources/lamps/index.html").read_text()
    assert "The copy that we hold" in page and line["sha256"] in page and 'datetime="2026-11-28T10:00:00Z"' in page
    data = json.loads((room.folder / "_site/data/captures.json").read_text())
    jsonschema.validate(data, json.loads((room.folder / "_site/data/captures.schema.json").read_text()))
    assert [one["sha256"] for one in data["captures"]] == [line["sha256"]]
    assert not list((room.folder / "_site").rglob("*.warc*"))


# Documents.


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """A document that Chromium printed, with the quotation over a line's end."""
    chromium = shutil.which("chromium")
    if not chromium or not shutil.which("pdftotext"):
        pytest.skip("Chromium or pdftotext (poppler-utils) is not installed")
    folder = tmp_path_factory.mktemp("pdf")
    page = f"<title>Lamps</title><p style='width: 9em; font-size: 2em'>{QUOTE}. The fees — “all of them” — went up.</p>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    done = validators.run(
        chromium, "--headless", "--no-sandbox", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
        f"--print-to-pdf={folder}/page.pdf", f"file://{folder}/page.html", timeout=60,
    )  # fmt: skip
    assert (folder / "page.pdf").exists(), done
    return (folder / "page.pdf").read_bytes()


def test_words_of_a_document_are_found(room, pdf):
    done, line, file = imported(room, pdf, "page.pdf", "--write", "--at", TIME)
    assert "the quotation stands in it" in done.stderr
    assert not {rule for rule in rules(room) if "snapshot" in rule or "quote" in rule}
    check_archive(file)
    room.source("lamps", ADDRESS, "Nine lamps were lit on the quay")
    room.stand_on("lamps")
    said = room.run("check").stdout
    assert "quote-not-in-snapshot" in said and "the quote has “Nine”, the page “Eight”" in said


def test_a_document_without_its_reader_is_a_note(room, pdf, tmp_path):
    # A path on which everything is but for `pdftotext`.
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "git").symlink_to(shutil.which("git"))
    bare = {"PATH": str(programs), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    (room.outside / "page.pdf").write_bytes(pdf)
    done = room.run("capture", "--import", room.outside / "page.pdf", "--write", "lamps", env=bare)
    assert "`pdftotext` (poppler-utils) is not installed" in done.stdout + done.stderr
    assert "compare it by eye" in done.stdout + done.stderr
    said = room.run("check", env=bare).stdout
    assert "snapshot-not-text" in said and "it is a PDF, and `pdftotext` (poppler-utils) is not installed" in said
    # Once the program is there, the quotation is looked for.
    assert "snapshot-not-text" not in room.run("check", env={"XDG_CACHE_HOME": bare["XDG_CACHE_HOME"]}).stdout


def test_documents_that_cannot_be_read_say_so(room):
    imported(room, b"%PDF-1.7\nnothing of use\n%%EOF\n", "page.pdf", "--write", "--at", TIME)
    said = room.run("check").stdout
    if shutil.which("pdftotext"):
        assert "`pdftotext` cannot read this PDF" in said
    assert "snapshot-not-text" in said


# What is handed over.


def export(room, *arguments, status=0):
    return room.run("capture", "export", *arguments, status=status)


def test_other_programs_open_what_is_handed_over(room, tmp_path):
    if not (PROGRAMS / "wacz").exists():
        pytest.skip("wacz is not installed: `make acceptance` installs it")
    other = response(b"<title>Front</title>", "http://www.example.org/A/?b=2&a=1")
    plain = response(url=ADDRESS, WARC_Date="2026-11-29T10:00:00Z") + other
    imported(room, packed(response(), other), "first.warc.gz")
    imported(room, plain.replace(b"10:00:00Z", b"11:00:00Z"), "second.warc")
    file = tmp_path / "lamps.wacz"
    done = export(room, "lamps", "--wacz", file)
    assert "2 captures of `lamps`" in done.stderr and "others have the rights" in done.stderr
    judged = validators.run(PROGRAMS / "wacz", "validate", "-f", file)
    assert judged.returncode == 0 and "is valid" in judged.stdout, judged
    with zipfile.ZipFile(file) as packed_file:
        assert packed_file.testzip() is None
        names = packed_file.namelist()
        archives = [name for name in names if name.startswith("archive/")]
        assert [packed_file.read(name) for name in archives] == [(room.folder / one["file"]).read_bytes() for one in room.lock()]
        pages = [json.loads(line) for line in packed_file.read("pages/pages.jsonl").splitlines()]
        assert [page["url"] for page in pages[1:]] == [ADDRESS, ADDRESS] and pages[1]["text"] == f"{QUOTE}."
        assert pages[0]["format"] == "json-pages-1.0" and pages[1]["title"] == "Lamps" and pages[1]["ts"] == TIME
        index = packed_file.read("indexes/index.cdx").decode().splitlines()
        for line in index:
            entry = json.loads(line.split(" ", 2)[2])
            start, length = int(entry["offset"]), int(entry["length"])
            piece = packed_file.read(f"archive/{entry['filename']}")[start : start + length]
            assert entry["recordDigest"] == "sha256:" + hashlib.sha256(piece).hexdigest()
        packed_file.extractall(tmp_path / "out")
    own = validators.run(PROGRAMS / "cdxj-indexer", "--sort", *(tmp_path / "out" / name for name in archives)).stdout
    assert [line.split(" ")[:2] for line in index] == [line.split(" ")[:2] for line in own.splitlines()]
    for line, theirs in zip(index, own.splitlines()):
        ours = json.loads(line.split(" ", 2)[2])
        del ours["recordDigest"]
        assert ours == json.loads(theirs.split(" ", 2)[2])
    # A byte more in it is noticed.
    changed = tmp_path / "changed.wacz"
    changed.write_bytes(file.read_bytes().replace(b"Lamps", b"Lampz"))
    assert validators.run(PROGRAMS / "wacz", "validate", "-f", changed).returncode != 0
    with Replay(tmp_path / "replay", file) as replay:
        assert replay.raw(ADDRESS) == PAGE and QUOTE.encode() in replay.raw(ADDRESS, "20261128")
        assert replay.get("timemap/link/" + ADDRESS).decode().count('rel="memento"') == 2
    # It comes back as it went.
    imported(room, file.read_bytes(), "again.wacz")


def test_an_export_says_what_it_needs(room, tmp_path):
    file = tmp_path / "lamps.wacz"
    assert "nothing was captured of `lamps`" in export(room, "lamps", "--wacz", file, status=1).stderr
    _, _, kept = imported(room, packed(response()))
    assert "--wacz FILE" in export(room, "lamps", status=64).stderr
    assert "ends in `.wacz`" in export(room, "lamps", "--wacz", tmp_path / "lamps.zip", status=64).stderr
    assert "name one source" in export(room, "--wacz", file, status=64).stderr
    assert "did you mean `lamps`" in export(room, "lamp", "--wacz", file, status=1).stderr
    export(room, "lamps", "--wacz", file)
    before = file.read_bytes()
    assert "already" in export(room, "lamps", "--wacz", file, status=1).stderr and file.read_bytes() == before
    kept.write_bytes(kept.read_bytes() + b"x")
    assert "is not what was captured" in export(room, "lamps", "--wacz", tmp_path / "b.wacz", status=1).stderr
    kept.unlink()
    assert "git lfs pull" in export(room, "lamps", "--wacz", tmp_path / "c.wacz", status=1).stderr
    assert sorted(path.name for path in tmp_path.glob("*.wacz")) == ["lamps.wacz"]
