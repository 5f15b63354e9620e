"""`assay capture` on a server that says every byte itself; what it keeps is judged by warcio, pywb and curl."""

import gzip
import hashlib
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

import newsroom
import origin
import validators
from evidence import Replay, Room, bodies, check_archive, records, responses
from origin import QUOTE, Origin, article
from time_stamp_authority import Authority


@pytest.fixture(scope="module")
def server():
    with Origin() as running:
        yield running


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path / "room")


def captured(room, server, path, *options, status=0, quote=None, name="page", **more):
    """Captures one page: the command's outcome, the line of the lock, and the file."""
    room.source(name, server.address + path if path.startswith("/") else path, quote)
    done = room.capture(name, *options, status=status, **more)
    line, file = room.last(name)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == line["sha256"]
    assert file.stat().st_size == line["bytes"]
    return done, line, file


def main(line, file):
    """The block of the page's response, and its WARC fields."""
    found = [
        (fields, block)
        for kind, fields, block in records(file)
        if fields.get_header("WARC-Record-ID") == f"<{line['main']}>"
    ]
    assert len(found) == 1
    return found[0]


# What a capture is.


def test_page_is_captured_byte_for_byte(room, server):
    done, line, file = captured(room, server, "/article", quote=QUOTE)
    assert (line["state"], line["status"], line["how"], line["title"]) == ("ok", 200, "http", "Flood report")
    assert line["url"] == line["final"] == server.address + "/article"
    assert line["payload"] == hashlib.sha256(article()).hexdigest()
    fields, block = main(line, file)
    assert block == origin.answer(article())
    assert fields.get_header("WARC-IP-Address") == "127.0.0.1"
    assert fields.get_header("WARC-Protocol") == "http/1.1"
    check_archive(file)
    assert "snapshot:" in done.stdout and line["file"] in done.stdout and line["sha256"] in done.stdout


def test_file_says_what_made_it_and_nothing_of_the_computer(room, server):
    _, line, file = captured(room, server, "/article", "--no-requisites")
    info = records(file)[0]
    assert info[0] == "warcinfo"
    text = info[2].decode()
    assert "software: Assay" in text and "operator: The Test Desk" in text and "WARC File Format 1.1" in text
    import socket

    everything = gzip.decompress(file.read_bytes())
    for secret in (str(room.folder), socket.gethostname(), "--no-requisites"):
        assert secret.encode() not in everything


def test_requests_are_recorded_as_sent(room, server):
    before = len(server.requests)
    _, line, file = captured(room, server, "/article")
    sent = [block for kind, fields, block in records(file) if kind == "request"]
    assert all(block in server.requests[before:] for block in sent)
    request = next(block for block in sent if block.startswith(b"GET /article "))
    assert b"User-Agent: Assay/" in request and b"(+https://desk.example/)" in request
    assert b"Accept-Encoding: identity\r\n" in request
    pairs = [fields for kind, fields, _ in records(file) if kind == "request"]
    assert all(fields.get_header("WARC-Concurrent-To") for fields in pairs)


@pytest.mark.parametrize("size", [7, 1000])
def test_chunks_stay_and_the_digest_is_that_of_the_body(room, server, size):
    _, line, file = captured(room, server, f"/chunked?size={size}", quote=QUOTE)
    _, block = main(line, file)
    assert block == origin.chunked(article(), size)
    assert line["payload"] == hashlib.sha256(article()).hexdigest() and line["state"] == "ok"
    check_archive(file, but=["payload digest failed"])


def test_gzip_stays_and_its_words_are_found(room, server):
    _, line, file = captured(room, server, "/gzip", quote=QUOTE)
    _, block = main(line, file)
    packed = gzip.compress(article(), mtime=0)
    assert block.endswith(b"\r\n\r\n" + packed)
    assert line["payload"] == hashlib.sha256(packed).hexdigest() and line["title"] == "Flood report"
    _, line, file = captured(room, server, "/gzip-chunked", quote=QUOTE, name="both")
    assert line["payload"] == hashlib.sha256(packed).hexdigest() and line["state"] == "ok"


def test_early_hints_are_left_out(room, server):
    _, line, file = captured(room, server, "/early-hints", quote=QUOTE)
    assert main(line, file)[1] == origin.answer(article()) and line["status"] == 200


# Parts of a page.


def test_parts_are_fetched_one_level_deep(room, server):
    done, line, file = captured(room, server, "/parts-page", quote=QUOTE)
    fetched = {fields.get_header("WARC-Target-URI").removeprefix(server.address) for fields, _ in responses(file)}
    assert set(origin.PARTS) <= fetched
    assert not any(path.startswith("/never") for path in server.paths())
    assert line["requisites"] == len(origin.PARTS) and line["missing"] == 1 and line["state"] == "ok"
    notes = b"".join(block for kind, _, block in records(file) if kind == "metadata")
    assert b"missing: " + server.address.encode() + b"/parts/missing.png (404)" in notes
    assert "1 missing" in done.stdout
    check_archive(file)


def test_parts_can_be_left_out(room, server):
    _, line, file = captured(room, server, "/parts-page", "--no-requisites", "--no-baseline")
    assert line["requisites"] == 0 and line["baseline"] == "no"
    assert len(responses(file, server.address + "/parts-page")) == 1
    assert not responses(file, server.address + "/parts/style.css")


def test_parts_have_limits(room, server):
    _, line, _ = captured(room, server, "/parts-page", "--max-requisites", "3")
    assert line["requisites"] == 3 and line["missing"] == len(origin.PARTS) + 1 - 3 - 1 or line["missing"] > 3


def test_second_answer_is_kept_as_the_baseline(room, server):
    _, line, file = captured(room, server, "/clock")
    assert line["baseline"] == "yes"
    assert len({block for _, block in responses(file, server.address + "/clock")}) == 2


# Redirects.


def test_redirects_are_kept_hop_by_hop(room, server):
    _, line, file = captured(room, server, "/chain/3", "--robots", "ignore", "--no-baseline", quote=QUOTE)
    assert [fields.get_header("WARC-Target-URI").removeprefix(server.address) for fields, _ in responses(file)] == [
        "/chain/3", "/chain/2", "/chain/1", "/chain/0",
    ]  # fmt: skip
    assert line["url"].endswith("/chain/3") and line["final"].endswith("/chain/0")
    notes = b"".join(block for kind, _, block in records(file) if kind == "metadata")
    assert b"hopsFromSeed: RRR" in notes and b"via: " + server.address.encode() + b"/chain/1" in notes


def test_redirect_to_itself_with_a_cookie_is_two_exchanges(room, server):
    _, line, file = captured(room, server, "/cookie-first", "--robots", "ignore", "--no-baseline", quote=QUOTE)
    assert line["state"] == "ok" and len(responses(file)) == 2
    assert b"Cookie: seen=1" in server.requests[-1]


def test_endless_redirects_stop_and_all_are_kept(room, server):
    done, line, file = captured(room, server, "/loop", "--robots", "ignore", status=1)
    assert line["state"] == "failed" and len(responses(file)) == 11
    assert "redirects more than 10 times" in done.stderr and "snapshot:" not in done.stdout


def test_redirects_to_files_and_to_private_addresses_are_not_followed(room, server):
    done, line, file = captured(room, server, "/to-file", status=1)
    assert line["state"] == "failed" and "`file:` is not followed" in done.stderr
    assert b"root:" not in gzip.decompress(file.read_bytes())


# The wall.


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1"]
)
def test_private_addresses_are_not_asked(room, server, host):
    room.source("page", f"http://{host}:{server.port}/article")
    before = len(server.requests)
    done = room.run("capture", "page", "--pause", "0", "--connect-time", "3", status=1)
    assert "which is not asked" in done.stderr and "--allow-private" in done.stderr
    assert len(server.requests) == before and not room.lock()


def test_user_and_password_are_refused(room, server):
    room.source("page", f"http://user:secret@127.0.0.1:{server.port}/article")
    done = room.capture("page", status=1)
    assert "user or a password" in done.stderr and not room.lock()


# States and remedies.


@pytest.mark.parametrize(
    ("path", "state", "words"),
    [
        ("/status/404", "failed", "assay mementos page"),
        ("/status/410", "failed", "was taken down"),
        ("/status/500", "failed", "Try again later"),
        ("/status/403", "blocked", "assay capture --import FILE page"),
        ("/status/401", "blocked", "--header-from-env"),
        ("/status/429", "blocked", "too many requests"),
        ("/status/451", "blocked", "legal reasons"),
        ("/status/503?after=3000", "blocked", "asks to wait 3000 seconds"),
        ("/challenge", "blocked", "403 with `cf-mitigated: challenge`; the site keeps programs out"),
        ("/challenge-200", "blocked", "cf-mitigated: challenge"),
    ],
)
def test_refusals_are_told_apart(room, server, path, state, words):
    done, line, file = captured(room, server, path, status=1)
    assert line["state"] == state and words in done.stderr, done.stderr
    assert "snapshot:" not in done.stdout and responses(file)


def test_same_refusal_is_kept_once(room, server):
    captured(room, server, "/challenge", status=1)
    room.capture("page", status=1)
    assert len(room.lock()) == 1


def test_page_of_scripts_is_partial(room, server):
    done, line, _ = captured(room, server, "/scripts")
    assert line["state"] == "partial" and "--with" in done.stderr


def test_retry_after_is_waited_for(room, server):
    answers = [origin.answer(b"busy", "503 Busy", "text/plain", "Retry-After: 1"), origin.answer(article())]
    server.pages["/busy-once"] = lambda: answers.pop(0) if len(answers) > 1 else answers[0]
    _, line, file = captured(room, server, "/busy-once", "--robots", "ignore", "--no-baseline", quote=QUOTE)
    assert line["state"] == "ok" and len(responses(file)) == 2


def test_no_answer_leaves_nothing(room, server):
    room.source("page", server.address + "/bye")
    done = room.capture("page", status=1)
    assert "no answer" in done.stderr and not room.lock()
    room.source("page", "http://127.0.0.1:1/")
    assert "no connection" in room.capture("page", status=1).stderr
    room.source("page", "http://nowhere.invalid/")
    assert "no address" in room.capture("page", status=1).stderr


# Odd and broken messages.


def test_odd_headers_stay_as_received(room, server):
    _, line, file = captured(room, server, "/odd", quote=QUOTE)
    _, block = main(line, file)
    assert b'P3P : CP="NOI"\r\n' in block and b"Set-Cookie: a=\x01\xb3\r\n" in block and b"X-Folded: a\r\n b\r\n" in block
    _, line, file = captured(room, server, "/bare", quote=QUOTE, name="bare")
    assert main(line, file)[1].startswith(b"HTTP/1.1 200 OK\nContent-Type") and line["title"] == "Flood report"


def test_cookie_that_is_not_utf8_stays(room, server):
    _, line, file = captured(room, server, "/cookie-bytes", quote=QUOTE)
    assert b"Set-Cookie: \xb3\xd2\xda\xcd\xd7=1" in main(line, file)[1]
    check_archive(file)


def test_other_letters_in_a_reason_stay(room, server):
    _, line, file = captured(room, server, "/reason", status=1)
    assert "404 Artículo no encontrado".encode() in main(line, file)[1] and line["status"] == 404


def test_other_letters_in_an_address_are_encoded(room, server):
    path = "/Otto_(1789–1858).jpg"
    server.pages[path] = origin.answer(b"\xff\xd8\xff\xe0picture", "200 OK", "image/jpeg")
    _, line, file = captured(room, server, path)
    asked = "/Otto_(1789%E2%80%931858).jpg"
    assert line["url"].endswith(asked) and server.paths()[-1] == asked
    assert main(line, file)[0].get_header("WARC-Target-URI") == server.address + asked
    notes = b"".join(block for kind, _, block in records(file) if kind == "metadata")
    assert ("seed: " + server.address + path).encode() in notes


@pytest.mark.parametrize(
    ("path", "options", "truncated", "words"),
    [
        ("/short", (), "disconnect", "ended before the page did"),
        ("/broken-chunk", (), "unspecified", "broken"),
        ("/long", ("--max-body", "1"), "length", "--max-body"),
        ("/endless", ("--max-body", "1"), "length", "larger than the limit"),
        ("/drip", ("--max-time", "1"), "time", "too slowly"),
        ("/drip", ("--min-rate", "1000", "--slow-time", "1"), "time", "too slowly"),
    ],
)
def test_what_is_cut_is_kept_and_said(room, server, path, options, truncated, words):
    done, line, file = captured(room, server, path, *options)
    assert (line["state"], line["truncated"]) == ("partial", truncated) and words in done.stderr, done.stderr
    fields, block = main(line, file)
    assert fields.get_header("WARC-Truncated") == truncated
    body = block.split(b"\r\n\r\n", 1)[1]
    if path != "/broken-chunk":
        assert line["payload"] == hashlib.sha256(body).hexdigest()


def test_floods_and_bombs_end(room, server):
    done, line, _ = captured(room, server, "/header-flood", "--max-header", "64")
    assert line["state"] == "partial"
    done, line, _ = captured(room, server, "/bomb", name="bomb")
    assert line["state"] == "partial" and "200 times" in done.stderr
    room.source("old", server.address + "/old-http")
    assert "no answer" in room.capture("old", status=1).stderr


# Words.


@pytest.mark.parametrize(
    ("path", "quote"),
    [
        ("/aside", QUOTE),
        ("/gbk", "部长说：一切都好。"),
        ("/charset-unicode", QUOTE),
        ("/late-meta", "Министр сказал правду."),
    ],
)
def test_quotes_are_found_in_any_place_and_encoding(room, server, path, quote):
    _, line, file = captured(room, server, path, quote=quote)
    # The page stays in the bytes in which it came.
    assert main(line, file)[1] == getattr(server, "case_" + path.strip("/").replace("-", "_"))(path, {}, b"")[0]
    check_archive(file)


def test_missing_quote_is_named_with_the_nearest_words(room, server):
    done, line, _ = captured(room, server, "/article", quote=QUOTE.replace("4,200", "9,900"), status=1)
    assert line["state"] == "ok"
    assert "quote" in done.stdout + done.stderr and "4,200" in done.stdout + done.stderr


def test_write_puts_the_snapshot_into_the_file(room, server):
    _, line, _ = captured(room, server, "/article", "--write", quote=QUOTE)
    text = (room.folder / "content/sources/page.md").read_text()
    assert line["file"] in text and line["sha256"] in text and text.endswith("---\n\nRead.\n")
    room.run("check")
    _, second, _ = captured_again(room, "page", "--write")
    text = (room.folder / "content/sources/page.md").read_text()
    assert second["sha256"] in text and line["sha256"] not in text and text.count("snapshot:") == 1


def captured_again(room, name, *options):
    done = room.capture(name, *options)
    line, file = room.last(name)
    return done, line, file


# Secrets.


def test_secrets_are_sent_and_not_written(room, server):
    env = {"ASSAY_TEST_SECRET": "Authorization: Bearer swordfish"}
    done, line, file = captured(room, server, "/article", "--header-from-env", "ASSAY_TEST_SECRET", env=env)
    assert any(b"Authorization: Bearer swordfish" in request for request in server.requests)
    plain = gzip.decompress(file.read_bytes())
    assert b"swordfish" not in plain and b"Authorization: [withheld]" in plain
    assert "swordfish" not in done.stdout + done.stderr
    check_archive(file)


def test_secrets_stay_with_their_host(room, server):
    with Origin() as other:
        server.pages["/leads-away"] = origin.redirect(other.address + "/article")
        env = {"ASSAY_TEST_SECRET": "X-Key: swordfish"}
        captured(room, server, "/leads-away", "--header-from-env", "ASSAY_TEST_SECRET", env=env)
        assert other.requests and not any(b"swordfish" in request for request in other.requests)


@pytest.mark.parametrize("value", ["", "no field", "X-A: b\r\nX-C: d", "Host: evil.example"])
def test_secrets_that_are_no_field_are_refused(room, server, value):
    room.source("page", server.address + "/article")
    done = room.capture("page", "--header-from-env", "ASSAY_TEST_SECRET", env={"ASSAY_TEST_SECRET": value}, status=64)
    assert "ASSAY_TEST_SECRET" in done.stderr and not room.lock()


# Politeness.


def test_robots_are_kept_and_obeyed_when_asked(room):
    with Origin() as server:
        server.robots = "User-agent: *\nDisallow: /article\n"
        _, line, file = captured(room, server, "/article")
        assert line["state"] == "ok" and responses(file, server.address + "/robots.txt")
        room.source("obeyed", server.address + "/article")
        before = len([path for path in server.paths() if path == "/article"])
        done = room.capture("obeyed", "--robots", "obey", status=1)
        assert "robots.txt" in done.stderr and "forbids" in done.stderr
        assert len([path for path in server.paths() if path == "/article"]) == before


def test_requests_to_a_host_are_apart(room):
    with Origin() as server:
        times = []
        page = origin.answer(origin.WITH_PARTS)
        server.pages["/slowly"] = lambda: times.append(time.monotonic()) or page
        for path in origin.PARTS:
            text, kind = origin.PARTS[path]
            server.pages[path] = lambda text=text, kind=kind: times.append(time.monotonic()) or origin.answer(
                text.encode(), "200 OK", kind
            )
        room.source("page", server.address + "/slowly")
        room.run("capture", "page", "--allow-private", "--no-stamp", "--pause", "0.2", "--max-requisites", "4")
        gaps = [later - earlier for earlier, later in zip(times, times[1:])]
        assert len(gaps) >= 4 and min(gaps) > 0.1


# Certificates.


def test_certificates_are_judged_and_kept(room, tmp_path):
    with Origin(tls=origin.certificate(tmp_path)) as server:
        room.source("page", server.address + "/article", QUOTE)
        done = room.capture("page", status=1)
        assert "certificate" in done.stderr and not room.lock()
        done, line, file = captured(room, server, "/article", "--insecure-tls", quote=QUOTE)
        assert "certificate" in done.stderr and line["state"] == "ok"
        fields, _ = main(line, file)
        protocols = [value for name, value in fields.headers if name == "WARC-Protocol"]
        assert protocols == ["http/1.1", "tls/1.3"] and fields.get_header("WARC-Cipher-Suite").startswith("TLS_")
        chain = [
            block for kind, fields, block in records(file)
            if kind == "metadata" and fields.get_header("Content-Type") == "application/pem-certificate-chain"
        ]  # fmt: skip
        assert chain and chain[0].startswith(b"-----BEGIN CERTIFICATE-----")
        certificate = tmp_path / "chain.pem"
        certificate.write_bytes(chain[0])
        assert "CN = 127.0.0.1" in validators.run("openssl", "x509", "-in", certificate, "-noout", "-subject").stdout
        check_archive(file)


# Many pages.


def test_all_and_due_and_dry_run(room):
    with Origin() as server:
        room.source("one", server.address + "/article")
        room.source("two", server.address + "/chunked?size=50")
        room.source("paper", server.address + "/article", more="")
        (room.folder / "content/sources/paper.md").write_text(
            "---\ntitle: Paper\npublisher: P\nkind: dataset\nchecked: read\n---\n\nOn paper.\n"
        )
        done = room.capture("--all", "--dry-run")
        assert "one" in done.stdout and "two" in done.stdout and "paper" not in done.stdout and not server.requests
        room.capture("one")
        count = len(server.requests)
        done = room.capture("--due", "30", "--dry-run")
        assert "two" in done.stdout and "one" not in done.stdout and len(server.requests) == count
        room.capture("--due", "30", "--jobs", "2")
        assert {line["source"] for line in room.lock()} == {"one", "two"}
        assert "nothing is due" in room.capture("--due", "30").stderr
        assert len(room.lock()) == 2


def test_articles_are_captured_too(room, server):
    room.write(
        "seeds/report.md",
        f"---\ntitle: Report\npublisher: desk\nurl: {server.address}/article\n---\n\n> {QUOTE}\n",
    )
    room.capture("article:report")
    assert room.lock()[0]["source"] == "article:report"
    assert room.lock()[0]["file"].startswith("content/captures/articles/report/")


def test_unknown_names_are_named(room, server):
    room.source("ministry", server.address + "/article")
    assert "did you mean `ministry`?" in room.capture("minstry", status=1).stderr
    assert room.capture(status=64).stderr


def test_interruption_leaves_nothing_half(room):
    with Origin() as server:
        room.source("page", server.address + "/drip")
        process = subprocess.Popen(
            [newsroom.command(), "capture", "page", "--allow-private", "--pause", "0", "--min-rate", "0", "-C", room.folder],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            # A background job ignores the signal, and so would the command.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        deadline = time.monotonic() + 30
        while "/drip" not in server.paths() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
        assert process.returncode == 130 and "interrupted" in errors, errors
        left = list((room.folder / "content").rglob("captures/**/*")) if (room.folder / "content/captures").exists() else []
        assert not [path for path in left if path.is_file()]


# Stamps.


def test_what_was_fetched_is_stamped_at_once(room, server, tmp_path):
    system = {"SSL_CERT_FILE": "/dev/null"}
    room.source("page", server.address + "/article", QUOTE)
    room.source("other", server.address + "/chunked?size=50")
    stamps = room.folder / "content/captures/stamps"
    with Authority(tmp_path / "authority") as authority:
        room.settings(f"stamps: {{authorities: ['{authority.address('chain')}']}}\n")
        room.write("content/captures/roots/test.pem", Path(authority.root).read_text())
        done = room.capture("other", "--quiet")
        assert not stamps.exists() and not authority.queries
        done = room.capture("page", "--write", stamps=True, env=system)
        assert "stamped 1 capture" in done.stderr and "vouched for by the root Test Root" in done.stderr
        listed, reply = next(stamps.glob("*.sha256")), next(stamps.glob("*.tsr"))
        assert room.lock()[-1]["file"] in listed.read_text() and len(listed.read_text().splitlines()) == 1
        verified = validators.run("openssl", "ts", "-verify", "-in", reply, "-data", listed, "-CAfile", authority.root)
        assert verified.returncode == 0, verified
        assert "capture-not-stamped" not in room.run("check").stdout
        # Stampings are named by the second.
        later = {**system, "SOURCE_DATE_EPOCH": str(int(time.time()) + 60)}
        assert "stamped 1 capture" in room.run("stamp", "--allow-private", env=later).stdout
        assert "nothing to stamp" in room.run("stamp", "--allow-private", env=system).stdout
    # An authority that does not answer takes nothing away from the capture.
    count = len(room.lock())
    done = room.capture("other", stamps=True, env=system)
    assert len(room.lock()) == count + 1 and "not stamped: no authority vouches" in done.stderr
    assert "`assay stamp` asks again" in done.stderr and len(list(stamps.glob("*.sha256"))) == 2


# Other crawlers.


def test_other_crawlers_run_without_a_shell(room, server, tmp_path):
    page = tmp_path / "made page.html"
    page.write_bytes(article())
    room.source("page", server.address + "/article", QUOTE)
    done = room.capture("page", "--with", f"cp '{page}' {{out}}/page.html {{url}}", status=1)
    assert "the program failed" in done.stderr and not room.lock()
    script = tmp_path / "crawl.sh"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/arguments"\ncp "{page}" "$2/page.html"\n')
    script.chmod(0o755)
    room.source("page", server.address + "/article?a=$(touch%20x)&b='c';d", QUOTE)
    room.capture("page", "--with", f"{script} {{url}} {{out}}")
    assert room.lock()[0]["how"] == "command"
    assert (tmp_path / "arguments").read_text().splitlines()[0] == server.address + "/article?a=$(touch%20x)&b='c';d"
    slow = tmp_path / "slow.sh"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    done = room.capture("page", "--with", f"{slow} {{url}}", "--time-limit", "1", status=1)
    assert "1 second" in done.stderr
    done = room.capture("page", "--with", "true {url}", status=1)
    assert "left no" in done.stderr
    assert room.capture("page", "--with", "true", status=64).stderr


def test_chromium_captures_what_scripts_write(room, tmp_path):
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("Chromium is not installed")
    with Origin() as server:
        server.pages["/scripted"] = origin.answer(
            b"<!doctype html><title>Scripted</title><div id=a></div><script>setTimeout(() => {a.textContent = "
            + repr(QUOTE).encode() + b"}, 300)</script>"
        )
        room.source("page", server.address + "/scripted", QUOTE)
        script = tmp_path / "dom.sh"
        script.write_text(
            "#!/bin/sh\n"
            f'exec {chromium} --headless --no-sandbox --user-data-dir="$2/profile" --virtual-time-budget=5000 --dump-dom "$1" >"$2/page.html"\n'
        )
        script.chmod(0o755)
        room.capture("page", "--with", f"{script} {{url}} {{out}}")
        assert room.lock()[0]["state"] == "ok"


# Replay.


def test_pywb_replays_captures(room, server, tmp_path):
    files = []
    for path in ("/article", "/chunked?size=7", "/gzip", "/chain/2"):
        _, line, file = captured(room, server, path, name=f"page{len(files)}")
        files.append(file)
    _, _, missing = captured(room, server, "/reason", name="missing", status=1)
    otto = "/Otto_(1789–1858).jpg"
    server.pages[otto] = origin.answer(b"\xff\xd8\xff\xe0picture", "200 OK", "image/jpeg")
    files.append(captured(room, server, otto, name="otto")[2])
    with Replay(tmp_path / "replay", *files, missing) as replay:
        for path in ("/article", "/chunked?size=7", "/gzip", "/chain/0"):
            assert hashlib.sha256(replay.raw(server.address + path)).hexdigest() == hashlib.sha256(article()).hexdigest()
        assert replay.status(server.address + "/reason") == 404
        assert replay.raw(server.address + "/Otto_(1789%E2%80%931858).jpg") == b"\xff\xd8\xff\xe0picture"
        listed = replay.get(f"timemap/link/{server.address}/article").decode()
        assert 'rel="memento"' in listed or "memento" in listed


# The network is asked by these commands alone.


def test_no_other_command_goes_to_the_network(room, server):
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    captured(room, server, "/article", "--write", quote=QUOTE)
    count = len(server.requests)
    log = room.folder.parent / "trace"
    for command in (["check"], ["build"], ["verify"], ["status"], ["capture", "--all", "--dry-run"]):
        room.run(*command, status=None, command=["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", log])
        calls = [line for line in log.read_text().splitlines() if "AF_INET" in line]
        assert not calls, (command, calls[:3])
    assert len(server.requests) == count
