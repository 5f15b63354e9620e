"""Time stamps of captures and journals, judged by openssl, sha256sum and ots."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from calendar import timegm
from pathlib import Path

import jsonschema
import pytest

import newsroom
import site_folder
import validators
from evidence_newsroom import CAPTURE, Newsroom, warc
from time_stamp_authority import Authority

# No root of the computer's own counts here.
NO_SYSTEM = {"SSL_CERT_FILE": "/dev/null"}

if not shutil.which("openssl"):
    pytest.skip("openssl is not installed", allow_module_level=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    with Authority(tmp_path_factory.mktemp("authority")) as authority:
        yield authority


@pytest.fixture
def desk(tmp_path):
    return Newsroom(tmp_path / "desk")


def stamp(desk, authority, *ways, status=0, more=()):
    addresses = [part for way in ways for part in ("--tsa", authority.address(way))]
    return desk.run("stamp", "--allow-private", *addresses, *more, status=status)


def seconds(reply):
    """The time of a reply, as openssl reads it."""
    text = validators.run("openssl", "ts", "-reply", "-in", reply, "-text").stdout
    found = re.search(r"Time stamp: (.*) GMT", text).group(1)
    return timegm(time.strptime(found, "%b %d %H:%M:%S %Y"))


def openssl(reply, data, authority, *more):
    """What `openssl ts -verify` says of a reply."""
    return validators.run("openssl", "ts", "-verify", "-in", reply, "-data", data, "-CAfile", authority.root, *more)


@pytest.mark.parametrize("way", ["chain", "leaf", "ber"])
def test_other_programs_verify_a_stamp(desk, authority, way, tmp_path):
    desk.publish()
    desk.keep_root(authority)
    said = stamp(desk, authority, way)
    assert "stamped 1 capture and the heads of 1 journal" in said and "vouched for by the root Test Root" in said
    assert set(desk.stamps) == {path.name for path in [desk.one(".sha256"), desk.one(".heads"), desk.one(".tsr")]}
    query = authority.queries[-1]
    assert query[1] == "application/timestamp-query"
    (tmp_path / "q").write_bytes(query[2])
    asked = validators.run("openssl", "ts", "-query", "-in", tmp_path / "q", "-text").stdout
    assert "Certificate required: yes" in asked and "Nonce: 0x" in asked and "sha256" in asked

    listed = desk.one(".sha256")
    assert listed.read_text().splitlines()[0].endswith("  " + CAPTURE)
    check = validators.run("sha256sum", "--check", "--strict", listed, cwd=desk.folder)
    assert check.returncode == 0 and check.stdout.count(": OK") == 2, check
    reply = desk.one(".tsr")
    at = ["-attime", str(seconds(reply))]
    assert openssl(reply, listed, authority, *at).returncode == 0
    # Long after the certificate has expired, openssl has to be told the time.
    late = ["-attime", str(timegm((2060, 1, 1, 0, 0, 0)))]
    assert openssl(reply, listed, authority, *late).returncode != 0
    assert "2 time stamps" not in desk.run("verify") and "1 time stamp: all hold" in desk.run("verify")
    assert "warning" not in desk.run("verify", "--roots", authority.root)

    listed.write_text(listed.read_text().replace(CAPTURE, CAPTURE.replace("report", "repord")))
    assert openssl(reply, listed, authority, *at).returncode != 0
    assert "this stamp proves nothing: it is the stamp of another text" in desk.run("verify", status=1)


def test_a_certificate_that_expires_makes_no_difference_later(desk, authority, tmp_path):
    soon = Authority(tmp_path / "soon")
    with soon:
        desk.keep_root(soon)
        stamp(desk, soon, "short")
    reply, listed = desk.one(".tsr"), desk.one(".sha256")
    at = seconds(reply)
    # Waits until openssl itself calls the certificate expired: that takes some seconds at most.
    while validators.run("openssl", "x509", "-in", soon.folder / "short.pem", "-checkend", "0").returncode == 0:
        pass
    assert openssl(reply, listed, soon).returncode != 0
    assert openssl(reply, listed, soon, "-attime", str(at)).returncode == 0
    assert "1 time stamp: all hold" in desk.run("verify")


def test_a_bare_token_is_accepted_and_said_to_be_one(desk, authority):
    desk.keep_root(authority)
    assert "it sent the bare token" in stamp(desk, authority, "token")
    reply, listed = desk.one(".tsr"), desk.one(".sha256")
    assert openssl(reply, listed, authority).returncode != 0
    assert openssl(reply, listed, authority, "-token_in").returncode == 0
    assert "the bare token out of a reply" in desk.run("verify")


@pytest.mark.parametrize(
    "way, words",
    [
        ("late", "was valid from"),
        ("other", "it is the stamp of another text"),
        ("nonce", "its nonce is not the one that was sent"),
        ("tampered", "does not hold: something in it was changed"),
        ("refused", "the authority refused: rejected"),
        ("page", "neither a reply nor a token"),
        ("error", "it answered with status 503"),
        ("purpose", "it was not issued for time stamps alone"),
    ],
)
def test_an_answer_that_proves_nothing_is_not_kept(desk, authority, way, words):
    said = stamp(desk, authority, way, status=1)
    assert words in said and "nothing was written" in said
    assert desk.stamps == {} and not (desk.folder / "content/captures/roots").exists()


def test_one_of_two_authorities_suffices(desk, authority):
    desk.keep_root(authority)
    said = stamp(desk, authority, "error", "leaf", "chain")
    assert said.count("vouched for by the root Test Root") == 2 and "it answered with status 503" in said
    assert len([name for name in desk.stamps if name.endswith(".tsr")]) == 2
    assert "2 time stamps: all hold" in desk.run("verify")
    assert "nothing to stamp" in stamp(desk, authority, "chain")


def test_a_root_that_the_computer_trusts_is_kept_beside_the_stamps(desk, authority):
    said = desk.run(
        "stamp", "--allow-private", "--tsa", authority.address("chain"), environment={"SSL_CERT_FILE": authority.root}
    )
    [kept] = (desk.folder / "content/captures/roots").iterdir()
    assert "kept the root Test Root" in said and kept.name.startswith("test-root-")
    printed = validators.run("openssl", "x509", "-in", kept, "-noout", "-fingerprint", "-sha256").stdout
    fingerprint = printed.split("=")[1].strip().replace(":", "").lower()
    assert fingerprint in said
    assert openssl(desk.one(".tsr"), desk.one(".sha256"), type("Kept", (), {"root": kept})).returncode == 0
    # Later, nothing but what is in the folder counts.
    assert "1 time stamp: all hold" in desk.run("verify", environment=NO_SYSTEM)


def test_without_a_root_the_stamp_is_kept_and_nobody_is_named(desk, authority):
    said = desk.run(
        "stamp", "--allow-private", "--tsa", authority.address("chain"), environment=NO_SYSTEM
    )
    assert "no known root vouches for it: the chain ends at `Test Root`" in said
    assert "stamp-without-root" in desk.run("verify", environment=NO_SYSTEM)
    other = Authority(desk.folder.parent / "other", "Another Root")
    assert "stamp-without-root" in desk.run("verify", "--roots", other.root)
    assert "stamp-without-root" not in desk.run("verify", "--roots", authority.root)


def heads_by_hand(desk):
    """The loop of docs/stamps.md: the journals that do not have their stamped heads."""
    text = (site_folder.REPOSITORY / "docs/stamps.md").read_text(encoding="utf-8")
    [loop] = re.findall(r"```sh\n(while read .*?)```", text, re.DOTALL)
    done = subprocess.run(
        ["sh", "-c", loop.replace("20261128T100000Z.heads", desk.one(".heads").name)],
        cwd=desk.folder, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.split()


def test_a_journal_that_was_cut_at_its_end_is_caught(desk, authority):
    desk.publish()
    desk.run("retract", "it-is", "--reason", "It is not.", "--as", "ana")
    desk.keep_root(authority)
    stamp(desk, authority, "chain")
    journal = desk.folder / "content/journal/it-is.jsonl"
    whole = journal.read_text(encoding="utf-8")
    desk.run("comment", "it-is", "A remark.", "--as", "ben")
    longer = journal.read_text(encoding="utf-8")
    assert "all hold" in desk.run("verify") and heads_by_hand(desk) == []
    journal.write_text("".join(whole.splitlines(True)[:-1]), encoding="utf-8")
    said = desk.run("verify", status=1)
    assert "was cut: it had 4 lines when it was stamped" in said and "and has 3" in said
    assert "missing-journal" in desk.run("check", status=1)
    assert heads_by_hand(desk) == ["content/journal/it-is.jsonl"]
    journal.unlink()
    assert "is gone, and had 4 lines when it was stamped" in desk.run("verify", status=1)
    journal.write_text(longer, encoding="utf-8")
    # The heads themselves are in the stamped list.
    heads = desk.one(".heads")
    heads.write_text(heads.read_text().replace(" 4 ", " 3 "))
    assert "the heads of the journals are not those that were stamped" in desk.run("verify", status=1)
    check = validators.run("sha256sum", "--check", desk.one(".sha256"), cwd=desk.folder)
    assert check.returncode == 1


def test_a_capture_that_is_not_stamped_is_a_warning_where_others_are(desk, authority):
    assert "capture-not-stamped" not in desk.run("check")
    desk.keep_root(authority)
    stamp(desk, authority, "chain")
    assert "capture-not-stamped" not in desk.run("check")
    later = CAPTURE.replace("20261128", "20261129")
    desk.capture(later, "report")
    source = desk.folder / "content/sources/report.md"
    source.write_text(source.read_text().replace(CAPTURE, later))
    assert "capture-not-stamped" in desk.run("check")
    assert "stamped 1 capture: " in desk.run(
        "stamp", "--allow-private", "--tsa", authority.address("leaf"), "report", at=1795000000
    )
    assert "capture-not-stamped" not in desk.run("check")
    assert "nothing was captured of `repport`" in desk.run("stamp", "repport", status=1)


def test_a_capture_that_was_saved_anew_has_no_stamp(desk, authority):
    desk.keep_root(authority)
    stamp(desk, authority, "chain")
    (desk.folder / "content/captures/captures.lock").unlink()
    desk.capture(CAPTURE, "report", warc() + warc())
    assert "stamped-otherwise" in desk.run("check", status=1)
    assert "stamped-otherwise" in desk.run("verify", status=1)


def test_the_site_has_what_readers_verify(desk, authority, tmp_path):
    desk.publish()
    site = tmp_path / "site"
    assert newsroom.site_of(desk.folder, site).returncode == 0
    page = site / "sources/report/index.html"
    assert not (site / "data/stamps").exists() and "Attested by" not in page.read_text(encoding="utf-8")
    desk.keep_root(authority)
    stamp(desk, authority, "chain")
    listed, reply = desk.one(".sha256"), desk.one(".tsr")
    assert newsroom.site_of(desk.folder, site).returncode == 0
    assert "<dt>Attested by</dt><dd><bdi>Test Authority</bdi> · <time" in page.read_text(encoding="utf-8")
    data = json.loads((site / "data/captures.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, json.loads((site / "data/captures.schema.json").read_text(encoding="utf-8")))
    [attested] = data["captures"][0]["stamps"]
    assert attested["by"] == "Test Authority" and attested["proof"].endswith(f"data/stamps/{reply.name}")
    published = {path.name: path for path in (site / "data/stamps").iterdir() if path.is_file()}
    assert set(published) == {listed.name, reply.name}, "the heads of journals stay in the newsroom"
    assert published[listed.name].read_bytes() == listed.read_bytes()
    assert openssl(published[reply.name], published[listed.name], authority).returncode == 0
    said = validators.run(newsroom.command(), "verify", site)
    assert said.returncode == 0 and "the roots of time stamps are the folder's own" in said.stderr, said
    own = validators.run(newsroom.command(), "verify", site, "--roots", authority.root)
    assert own.returncode == 0 and "the roots of time stamps" not in own.stderr and "1 time stamp" in own.stderr
    damaged = bytearray(published[reply.name].read_bytes())
    damaged[-3] ^= 1
    published[reply.name].write_bytes(damaged)
    assert validators.run(newsroom.command(), "verify", site).returncode == 1

    # A list that names a source that readers do not see is not published.
    desk.write("content/sources/secret.md", "---\ntitle: S\npublisher: P\nkind: research\nchecked: read\n---\n")
    desk.capture("content/captures/secret/20261129100000.warc.gz", "secret")
    desk.run("stamp", "--allow-private", "--tsa", authority.address("leaf"), at=1795000000)
    assert newsroom.site_of(desk.folder, site).returncode == 0
    assert len(list((site / "data/stamps").glob("*.sha256"))) == 1
    assert "secret" not in "".join(path.read_text(errors="replace") for path in site.rglob("*") if path.is_file())


def takes_interruptions(process):
    """Whether a process has begun to take Ctrl-C itself, so that it no longer ends at once."""
    if process.poll() is not None:
        return True
    files = [os.readlink(path) for path in Path(f"/proc/{process.pid}/fd").iterdir()]
    return files.count("anon_inode:[signalfd]") == 3


def test_an_interruption_leaves_nothing(desk, tmp_path):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        process = subprocess.Popen(
            [newsroom.command(), "stamp", "--allow-private", "-C", str(desk.folder), "--tsa",
             f"http://127.0.0.1:{silent.getsockname()[1]}/"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            # A background job ignores the signal, and so would the command.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        connection, _ = silent.accept()
        assert connection.recv(100).startswith(b"POST / HTTP/1.1")
        end = time.monotonic() + 30
        while not takes_interruptions(process):
            assert time.monotonic() < end
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        connection.close()
    assert process.returncode == 128 + signal.SIGINT and "interrupted: nothing was stamped" in said
    assert desk.stamps == {}


def test_private_addresses_are_not_asked_unless_they_are_permitted(desk, authority):
    count = len(authority.queries)
    said = desk.run("stamp", "--tsa", authority.address("chain"), status=1)
    assert "which is not asked" in said and len(authority.queries) == count


# OpenTimestamps

OTS = Path(sys.executable).with_name("ots")
needs_ots = pytest.mark.skipif(not OTS.exists(), reason="opentimestamps-client is not installed")


@pytest.fixture
def calendar():
    from block_calendar import Calendar

    with Calendar() as calendar:
        yield calendar


def ots(calendar, *arguments, **options):
    return validators.run(
        OTS, "--no-cache", "--no-default-whitelist", "-l", calendar.address, *arguments, **options
    )


@needs_ots
def test_a_proof_of_ours_is_one_of_theirs(desk, authority, calendar):
    desk.keep_root(authority)
    said = stamp(desk, authority, "chain", more=["--ots", "--calendar", calendar.address])
    assert "1 calendar has promised a block" in said
    proof, listed = desk.one(".ots"), desk.one(".sha256")
    assert calendar.address in ots(calendar, "info", proof).stdout
    assert "no block vouches for it yet" in desk.run("verify")
    upgrade = ["stamp", "--allow-private", "--upgrade", "--calendar", calendar.address]
    before = proof.read_bytes()
    assert "no block yet; ask again in some hours" in desk.run(*upgrade)
    assert proof.read_bytes() == before
    calendar.mine()
    assert "vouched for by Bitcoin's block 900000" in desk.run(*upgrade)
    assert "1 proof of OpenTimestamps had a block already" in desk.run(*upgrade)
    judged = ots(calendar, "--bitcoin-node", calendar.node, "verify", proof)
    assert "Success! Bitcoin block 900000 attests existence" in judged.stderr, judged

    alone = ots(calendar, "--no-bitcoin", "verify", proof)
    root = re.search(r"merkleroot ([0-9a-f]{64})", alone.stderr + alone.stdout).group(1)
    assert f"Bitcoin's block 900000 has to have the Merkle root {root}" in desk.run("verify")
    desk.write("headers.txt", calendar.headers())
    said = desk.run("verify", "--block-headers", desk.folder / "headers.txt")
    assert "vouches for it, by the headers that you gave" in said and "2 time stamps: all hold" in said
    desk.write("headers.txt", f"900000 {'00' * 80}\n")
    assert "this proof proves nothing" in desk.run(
        "verify", "--block-headers", desk.folder / "headers.txt", status=1
    )

    listed.write_text(listed.read_text().upper().replace("CONTENT", "content"))
    judged = ots(calendar, "--bitcoin-node", calendar.node, "verify", proof)
    assert judged.returncode != 0
    desk.run("verify", status=1)


@needs_ots
def test_a_proof_of_theirs_is_one_of_ours(desk, authority, calendar):
    desk.keep_root(authority)
    stamp(desk, authority, "chain")
    made = ots(calendar, "stamp", "-c", calendar.address, "-m", "1", desk.one(".sha256"))
    assert made.returncode == 0, made
    calendar.mine()
    assert ots(calendar, "upgrade", desk.one(".ots")).returncode == 0
    os.remove(str(desk.one(".ots.bak")))
    said = desk.run("verify")
    assert "Bitcoin's block 900000 has to have the Merkle root" in said and "2 time stamps: all hold" in said


@needs_ots
def test_a_calendar_that_nobody_knows_is_not_asked(desk, authority, calendar):
    desk.keep_root(authority)
    stamp(desk, authority, "chain", more=["--ots", "--calendar", calendar.address])
    count = len(calendar.asked)
    said = desk.run("stamp", "--allow-private", "--upgrade", status=1)
    assert "it is none of the known calendars" in said and len(calendar.asked) == count


# Impact

def test_impact_tells_which_rulings_lean_on_a_source(desk):
    draft = desk.run("impact", "report")
    assert "source report: 1 ruling leans on it, 0 of them published" in draft
    desk.publish()
    said = desk.run("impact", "report", status=1)
    assert "evidence 1 (supports)   content/verdicts/it-is.md:8" in said
    assert "the minimum of 1 does not hold" in said and "assay retract it-is" in said
    found = json.loads(desk.run("impact", "report", "--format", "json", status=1))
    assert found["affects_readers"] and found["rulings"][0]["lineages"]["without"] == 0
    assert "where the claim was made" in desk.run("impact", "article:paper")
    assert "no ruling leans on it" in desk.run("impact", "copy")
    assert "did you mean `report`" in desk.run("impact", "reprot", status=1)
    assert desk.run("impact", "--all").startswith("source report: 1 ruling")
    source = desk.folder / "content/sources/report.md"
    source.write_text(source.read_text().replace("checked: read", "checked: read\nstatus: withdrawn"))
    assert desk.run("impact", "--all", status=1).startswith("source report (withdrawn)")
    # A source that died fell only where nobody has a copy.
    source.write_text(source.read_text().replace("status: withdrawn", "status: dead"))
    assert desk.run("impact", "--all").startswith("source report (dead): 1 ruling")
    source.write_text(re.sub("snapshot:\n.*\n.*\n", "", source.read_text()))
    said = desk.run("impact", "--all", status=1)
    assert said.startswith("source report (gone, and there is no copy of it): 1 ruling leans on it, 1 of them published")
    source.write_text(source.read_text().replace("status: dead\n", ""))
    desk.run("impact", "--all")
    lines = [
        {"at": f"2026-11-{day:02}T10:00:00Z", "source": "report", "url": "https://example.org/report", "status": 404,
         "outcome": "missing"}
        for day in (1, 4, 7)
    ]  # fmt: skip
    desk.write("content/captures/watch.jsonl", "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
    assert desk.run("impact", "--all", status=1).startswith("source report (gone, and there is no copy of it)")
    assert json.loads(desk.run("impact", "report", "--format", "json", status=1))["vanished"]
    desk.run("impact", status=64)
