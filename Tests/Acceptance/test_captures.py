"""`assay capture --import`, and what `check`, `build` and `verify` make of captures; the files are written by hand, and judged by warcio."""

import gzip
import hashlib
import json
import shutil
import uuid
import zipfile

import jsonschema
import pytest

from evidence import Room, check_archive

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
