"""A small newsroom with a captured source and a published ruling, and what tests do with it."""

import gzip
import hashlib
import json
import os
from pathlib import Path

import newsroom
import validators

SITE = """name: The Desk
url: https://desk.example.org/
language: en
description: Facts about facts.
publisher: the-desk
scale:
  version: 1
  rulings:
    - {id: false, label: "False", meaning: Not so.}
    - {id: true, label: "True", meaning: So.}
policy:
  mode: newsroom
  minimum-lineages: 1
"""

FILES = {
    "content/site.yaml": SITE,
    "content/profiles/the-desk.md": "---\nname: The Desk\nkind: organisation\nrole: staff\n---\n",
    "content/profiles/ana.md": "---\nname: Ana\nkind: person\nrole: staff\n---\n",
    "content/profiles/ben.md": "---\nname: Ben\nkind: person\nrole: reviewer\n---\n",
    "content/profiles/jo.md": "---\nname: Jo\nkind: person\n---\n",
    "seeds/paper.md": "---\ntitle: The paper\npublisher: the-desk\n---\n> Words were said.\n",
    "content/claims/it-is.md": "---\nstatement: It is.\nclaimant: jo\nappearances:\n"
    "  - article: paper\n    quote: Words were said.\n---\n",
    "content/sources/copy.md": "---\ntitle: The copy\npublisher: Q\nkind: news-report\nchecked: read\n"
    "derived-from: report\n---\n",
    "content/verdicts/it-is.md": "---\nclaim: it-is\nruling: true\ntitle: It is so\nsummary: Yes, it is.\n"
    "authors: ana\nevidence:\n  - {source: report, stance: supports, shows: that it is}\n---\n"
    "Because it was reported [@report].\n",
}

CAPTURE = "content/captures/report/20261128100000.warc.gz"
PAGE = "urn:uuid:5b5c1e5e-0d9f-4b51-9c3a-000000000001"


def warc():
    """A capture of one page."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<title>The report</title><p>It is.</p>\n"
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-11-28T10:00:00Z\r\n"
        f"WARC-Record-ID: <{PAGE}>\r\nWARC-Target-URI: https://example.org/report\r\n"
        f"WARC-Block-Digest: sha256:{hashlib.sha256(http).hexdigest()}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


def lock_line(path, data, record):
    """A line of the lock."""
    return json.dumps(
        {
            "file": path, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "source": record,
            "url": "https://example.org/report", "final": "https://example.org/report", "status": 200,
            "at": "2026-11-28T10:00:00Z", "how": "import", "title": "The report", "main": PAGE,
            "requisites": 0, "missing": 0, "state": "ok", "baseline": "no",
        },
        separators=(",", ":"),
    ) + "\n"  # fmt: skip


class Newsroom:
    def __init__(self, folder):
        self.folder = Path(folder)
        for name, text in FILES.items():
            self.write(name, text)
        self.capture(CAPTURE, "report")
        digest = hashlib.sha256((self.folder / CAPTURE).read_bytes()).hexdigest()
        self.write(
            "content/sources/report.md",
            "---\ntitle: The report\npublisher: P\nkind: research\nchecked: read\nurl: https://example.org/report\n"
            f"snapshot:\n  file: {CAPTURE}\n  sha256: {digest}\n---\n",
        )

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def capture(self, path, record, data=None):
        """Adds a captured file, with its line in the lock."""
        data = data or warc()
        file, lock = self.folder / path, self.folder / "content/captures/captures.lock"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        with lock.open("a", encoding="utf-8") as lines:
            lines.write(lock_line(path, data, record))

    def run(self, *arguments, status=0, environment=None, at=None):
        """What `assay` prints: its output and its errors."""
        settings = {**os.environ, **(environment or {}), **({"SOURCE_DATE_EPOCH": str(at)} if at else {})}
        done = validators.run(newsroom.command(), *arguments, "-C", self.folder, env=settings)
        assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def publish(self):
        """Publishes the ruling, with three lines in its journal."""
        self.run("submit", "it-is", "--as", "ana")
        self.run("review", "it-is", "--approve", "true", "--as", "ben")
        self.run("publish", "it-is", "--as", "ana")

    @property
    def stamps(self):
        """The files of stampings, by name."""
        folder = self.folder / "content/captures/stamps"
        return {path.name: path for path in sorted(folder.iterdir())} if folder.exists() else {}

    def one(self, ending):
        """The one file with an ending."""
        found = [path for name, path in self.stamps.items() if name.endswith(ending)]
        assert len(found) == 1, self.stamps
        return found[0]

    def keep_root(self, authority):
        """Puts an authority's root beside the stamps."""
        self.write("content/captures/roots/test.pem", Path(authority.root).read_text(encoding="utf-8"))
