"""A small newsroom whose sources are on a server of the tests, and outside readers of what it captures."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import newsroom
import origin
import validators

SITE = """\
name: The Test Desk
url: https://desk.example/
language: en
description: Facts, checked.
publisher: desk
scale:
  version: 1
  rulings:
    - {id: false, label: "False", meaning: The evidence is against it.}
    - {id: true, label: "True", meaning: The evidence is for it.}
checks: {policy-page-missing: off, source-not-archived: off, single-lineage: off}
"""
PROFILE = "---\nname: The Test Desk\nkind: organisation\n---\n\nWho we are.\n"
CLAIM = """\
---
statement: Floods hit 4,200 households.
claimant: minister
---

What was said.
"""


class Room:
    """The newsroom's folder, and commands in it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.write("content/site.yaml", SITE)
        self.write("content/profiles/desk.md", PROFILE)
        self.write("content/profiles/minister.md", "---\nname: The Minister\nkind: person\n---\n\nA minister.\n")

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def settings(self, more):
        self.write("content/site.yaml", SITE + more)

    def source(self, name, url, quote=None, more=""):
        """A source, and with a quotation a verdict that leans on it."""
        self.write(
            f"content/sources/{name}.md",
            f"---\ntitle: {name}\npublisher: Ministry\nkind: official-statement\nchecked: read\nurl: {json.dumps(url)}\n{more}---\n\nRead.\n",
        )
        if quote:
            self.write(f"content/claims/{name}.md", CLAIM)
            self.write(
                f"content/verdicts/{name}.md",
                f"---\nclaim: {name}\nruling: true\ntitle: It is so\nsummary: It is so.\nauthors: desk\nevidence:\n"
                f"  - source: {name}\n    stance: supports\n    shows: The number.\n    quote: {json.dumps(quote)}\n---\n\nIt is so [@{name}].\n",
            )

    def run(self, *arguments, status=0, env=None, command=None):
        """Runs a command, and says what it printed where its exit status is another one than expected."""
        environment = {**os.environ, "NO_COLOR": "1", **(env or {})}
        done = validators.run(
            *(command or []), newsroom.command(), *arguments, "-C", self.folder, env=environment, timeout=120
        )
        assert status is None or done.returncode == status, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def capture(self, *arguments, status=0, stamps=False, **options):
        """Captures; authorities are asked where a test says so alone."""
        more = [] if stamps else ["--no-stamp"]
        return self.run("capture", *arguments, "--allow-private", "--pause", "0", *more, status=status, **options)

    def watch(self, *arguments, status=0, **options):
        return self.run("watch", *arguments, "--allow-private", "--pause", "0", status=status, **options)

    def lock(self):
        """The lines of the lock."""
        file = self.folder / "content/captures/captures.lock"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def log(self):
        file = self.folder / "content/captures/watch.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def last(self, source):
        """The newest capture of a source: its line, and its file."""
        lines = [line for line in self.lock() if line["source"] == source]
        assert lines, f"{source} was not captured"
        return lines[-1], self.folder / lines[-1]["file"]

    def stand_on(self, source):
        """Writes the newest capture into the source's file."""
        line, _ = self.last(source)
        file = self.folder / f"content/sources/{source}.md"
        text = file.read_text()
        file.write_text(text.replace("---\n\n", f"snapshot: {{file: {line['file']}, sha256: {line['sha256']}}}\n---\n\n", 1))


def records(file):
    """The records of a capture, read by warcio: type, address, WARC fields, and the block."""
    from warcio.archiveiterator import ArchiveIterator

    found = []
    with open(file, "rb") as stream:
        for record in ArchiveIterator(stream, no_record_parse=True):
            found.append((record.rec_type, record.rec_headers, record.content_stream().read()))
    return found


def responses(file, address=None):
    """The responses of a capture: WARC fields and block."""
    return [
        (fields, block)
        for kind, fields, block in records(file)
        if kind == "response" and (address is None or fields.get_header("WARC-Target-URI") == address)
    ]


def bodies(file):
    """The entity-bodies of all responses with their digests, chunks undone by warcio, encodings not."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import ChunkedDataReader

    found = []
    with open(file, "rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type != "response":
                continue
            coding = (record.http_headers.get_header("Transfer-Encoding") or "").lower()
            body = ChunkedDataReader(record.raw_stream, decomp_type=None) if "chunked" in coding else record.raw_stream
            found.append((record.rec_headers, body.read()))
    return found


def check_archive(file, but=()):
    """gzip and `warcio check` on a capture; the latter is wrong about the payloads of chunked bodies."""
    assert validators.run("gzip", "-t", file).returncode == 0
    done = validators.run(PROGRAMS / "warcio", "check", "-v", file, errors="replace")
    complaints = [line for line in done.stdout.splitlines() if "failed" in line and not any(word in line for word in but)]
    assert not complaints, done.stdout
    for kind, fields, _ in records(file):
        # No record refers to another file, and addresses stand there without brackets.
        assert kind in ("warcinfo", "response", "request", "metadata", "resource"), kind
        assert not (fields.get_header("WARC-Target-URI") or "").startswith("<")
    for fields, body in bodies(file):
        if not fields.get_header("WARC-Truncated"):
            assert fields.get_header("WARC-Payload-Digest") == "sha256:" + hashlib.sha256(body).hexdigest()


def programs():
    """The folder of warcio's and pywb's programs, which have a Python of their own."""
    named = os.environ.get("ASSAY_ARCHIVES")
    own = Path(__file__).resolve().parents[2] / ".venv-archives"
    folder = Path(named) if named else own
    return folder / "bin" if (folder / "bin/wayback").exists() else Path(sys.executable).parent


PROGRAMS = programs()


class Replay:
    """pywb, which replays captures and serves them as an archive does."""

    def __init__(self, folder, *files):
        if not (PROGRAMS / "wayback").exists():
            pytest.skip("pywb is not installed: `make acceptance` installs it")
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "config.yaml").write_text("framed_replay: false\n")
        manager = PROGRAMS / "wb-manager"
        subprocess.run([manager, "init", "ev"], cwd=self.folder, check=True, capture_output=True)
        for number, file in enumerate(files):
            copy = self.folder / f"{number}-{Path(file).name}"
            shutil.copy(file, copy)
            unpacking = ["--unpack-wacz"] if copy.suffix == ".wacz" else []
            subprocess.run([manager, "add", "ev", *unpacking, copy], cwd=self.folder, check=True, capture_output=True)
        self.port = free_port()
        self.process = subprocess.Popen(
            [PROGRAMS / "wayback", "-b", "127.0.0.1", "-p", str(self.port), "-t", "2"],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.address = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(self.address, timeout=2).read()
                return self
            except OSError:
                time.sleep(0.2)
        raise AssertionError("pywb did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def get(self, path, *options):
        """An answer through curl, which gives up after ten seconds."""
        done = subprocess.run(
            ["curl", "-s", "-m", "10", *options, f"{self.address}/ev/{path}"], capture_output=True, check=False
        )
        return done.stdout

    def raw(self, address, when="2030"):
        """The body as it was captured."""
        return self.get(f"{when}id_/{address}")

    def status(self, address, when="2030"):
        return int(self.get(f"{when}id_/{address}", "-o", "/dev/null", "-w", "%{http_code}"))


def free_port():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def quote():
    return origin.QUOTE
