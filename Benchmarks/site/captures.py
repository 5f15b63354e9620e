#!/usr/bin/env python3
"""What captured sources cost: captures.py [--claims N] [--captures M] [--kilobytes K] [--stampings S] [--smoke] --assay FILE

Two newsrooms of N claims are made from a fixed seed (generate.py), with the same quotations: in one of them, M sources stand on a
capture of K kilobytes each. Judged are two goals:

    check    a second `assay check` takes at most 1.3 times as long as without captures
    verify   `assay verify` takes at most 1.5 times as long for the captures as `sha256sum` takes for the same files

With S stampings, what these cost `check` is measured too; `openssl` makes them. With --smoke no time is judged: it is proved that
nothing is found wrong in the captures, and that a change of one byte is.
"""

import argparse
import gzip
import hashlib
import json
import random
import shutil
import subprocess
import sys
import uuid
from pathlib import Path

import assay_files
import programs
from generate import SEED
from measure import CommandFailed, Measurement, measure
from newsroom import Newsroom

CHECK_GOAL, VERIFY_GOAL = 1.3, 1.5
SENTENCES = 40
TIME = "2026-11-20T10:00:00Z"


class Pages:
    """The pages of sources: words, and random bytes, which no program compresses."""

    def __init__(self, kilobytes: int):
        self.kilobytes = kilobytes
        self.draw = random.Random(SEED)

    def sentence(self, source: dict, number: int) -> str:
        return f"In paragraph {number} the document {source['id']} says what it found in the year {1900 + number}."

    def page(self, source: dict) -> bytes:
        words = "".join(f"<p>{self.sentence(source, n)}</p>\n" for n in range(SENTENCES))
        return f"<!doctype html><meta charset=utf-8><title>{source['id']}</title>\n{words}".encode()

    def capture(self, source: dict) -> tuple[bytes, dict]:
        """A WARC file of the page and one picture, and the members of its line in the lock."""
        page, picture = self.page(source), self.draw.randbytes(self.kilobytes * 1000)
        main = uuid.UUID(int=self.draw.getrandbits(128))
        file = record(source["url"], str(main), "text/html", page)
        file += record(source["url"] + ".png", str(uuid.UUID(int=main.int ^ 1)), "image/png", picture)
        return file, {"main": f"urn:uuid:{main}", "payload": hashlib.sha256(page).hexdigest()}


def record(url: str, name: str, kind: str, body: bytes) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: {TIME}\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Block-Digest: sha256:{hashlib.sha256(http).hexdigest()}\r\n"
        f"WARC-Payload-Digest: sha256:{hashlib.sha256(body).hexdigest()}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


def write(folder: Path, claims: int, captures: int, kilobytes: int):
    """Writes `plain`, and `held` with captures."""
    newsroom, pages = Newsroom(claims, SEED), Pages(kilobytes)
    held = newsroom.sources[:captures]
    sources = {source["id"]: source for source in held}
    for verdict in newsroom.verdicts:
        for number, evidence in enumerate(verdict["evidence"]):
            if source := sources.get(evidence["source"]):
                evidence["quote"] = pages.sentence(source, number % SENTENCES)
    for name in ("plain", "held"):
        assay_files.write(newsroom, folder / name)
    lock = {}
    for source in held:
        file, members = pages.capture(source)
        path = f"content/captures/{source['id']}/20261120100000.warc.gz"
        digest = hashlib.sha256(file).hexdigest()
        target = folder / "held" / path
        target.parent.mkdir(parents=True)
        target.write_bytes(file)
        lock[path] = {
            "file": path, "sha256": digest, "bytes": len(file), "source": source["id"], "url": source["url"],
            "final": source["url"], "status": 200, "at": TIME, "how": "import", "title": source["id"], **members,
            "requisites": 1, "missing": 0, "state": "ok", "baseline": "no",
        }  # fmt: skip
        front = folder / "held/content/sources" / f"{source['id']}.md"
        snapshot = f"snapshot:\n  file: {path}\n  sha256: {digest}\n---\n"
        start, rest = front.read_text().split("\n---\n", 1)
        front.write_text(f"{start}\n{snapshot}{rest}")
    lines = "".join(json.dumps(lock[path], separators=(",", ":")) + "\n" for path in sorted(lock))
    (folder / "held/content/captures/captures.lock").write_text(lines)


def stamp(folder: Path, count: int):
    """Adds stampings of a few captures each, made by the tests' own authority."""
    sys.path.insert(0, str(programs.REPOSITORY / "Tests/Acceptance"))
    from time_stamp_authority import Authority

    authority = Authority(folder / "authority")
    place = folder / "held/content/captures"
    (place / "stamps").mkdir()
    (place / "roots").mkdir()
    (place / "roots/test.pem").write_bytes(Path(authority.root).read_bytes())
    lock = [json.loads(line) for line in (place / "captures.lock").read_text().splitlines()]
    for number in range(count):
        name = f"202611{20 + number // 3600:02}T{10 + number // 3600 % 10:02}{number // 60 % 60:02}{number % 60:02}Z"
        listed = "".join(f"{line['sha256']}  {line['file']}\n" for line in lock[number::count])
        (place / f"stamps/{name}.sha256").write_text(listed)
        reply = authority.answer("chain", authority.query(listed.encode()))
        (place / f"stamps/{name}.127.0.0.1.tsr").write_bytes(reply)


class Bench:
    def __init__(self, given: argparse.Namespace):
        self.given, self.folder, self.assay = given, given.folder.resolve(), given.assay.resolve()
        self.runs = 1 if given.smoke else given.runs
        self.missed: list[str] = []

    def command(self, *arguments) -> Measurement:
        return measure([self.assay, *arguments], settles=not self.given.smoke)

    def check(self, name: str) -> Measurement:
        return self.command("check", "-C", self.folder / name, "--today", programs.TODAY, "--quiet")

    def verify(self, name: str) -> Measurement:
        return self.command("verify", "-C", self.folder / name)

    def sums(self) -> Measurement:
        files = sorted((self.folder / "held/content/captures").rglob("*.warc.gz"))
        return measure(["sha256sum", *files], settles=not self.given.smoke)

    def median(self, *what) -> list[Measurement]:
        """Medians of what takes turns, so that a slow minute of the machine is everyone's."""
        taken = [[one() for one in what] for _ in range(self.runs)]
        return [Measurement.median(list(runs)) for runs in zip(*taken)]

    def judge(self, what: str, time: float, basis: float, goal: float):
        print(f"{what}: {time:.3f} s, {time / basis:.2f} times {basis:.3f} s; the goal is {goal}", flush=True)
        if time / basis > goal:
            self.missed.append(what)

    def prove(self):
        """A change of one byte is found, by `check` and by `verify`."""
        file = next((self.folder / "held/content/captures").rglob("*.warc.gz"))
        content = file.read_bytes()
        file.write_bytes(content[:-20] + bytes([content[-20] ^ 1]) + content[-19:])
        for command in (self.check, self.verify):
            try:
                command("held")
            except CommandFailed:
                continue
            raise AssertionError(f"a changed capture is not noticed by {command.__name__}")
        file.write_bytes(content)
        self.check("held")

    def run(self):
        given = self.given
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        print(f"making {given.claims:,} claims, and {given.captures:,} captures of {given.kilobytes} kB", flush=True)
        write(self.folder, given.claims, given.captures, given.kilobytes)
        self.check("plain")
        first = self.check("held")
        print(f"first check with captures: {first.wall:.2f} s", flush=True)
        self.prove()
        first = self.verify("held")
        print(f"verify, after a check: {first.wall:.2f} s", flush=True)
        plain, held = self.median(lambda: self.check("plain"), lambda: self.check("held"))
        print(f"check: {plain.wall:.3f} s, with captures {held.wall:.3f} s", flush=True)
        self.judge("check, a second time", held.wall, plain.wall, CHECK_GOAL)
        plain, held, sums = self.median(lambda: self.verify("plain"), lambda: self.verify("held"), self.sums)
        print(f"verify: {plain.wall:.3f} s, with captures {held.wall:.3f} s; sha256sum {sums.wall:.3f} s", flush=True)
        self.judge("verify, for the captures alone", held.wall - plain.wall, sums.wall, VERIFY_GOAL)
        if given.stampings:
            before = self.median(lambda: self.check("held"))[0]
            stamp(self.folder, given.stampings)
            first, (second,) = self.check("held"), self.median(lambda: self.check("held"))
            print(
                f"check with {given.stampings} stampings: {first.wall:.3f} s, then {second.wall:.3f} s; without {before.wall:.3f} s",
                flush=True,
            )
        shutil.rmtree(self.folder)
        if self.missed and not given.smoke:
            sys.exit(f"not met: {', '.join(self.missed)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, help="10,000 if left out; 200 with --smoke")
    parser.add_argument("--captures", type=int, help="3,000 if left out; 20 with --smoke")
    parser.add_argument("--kilobytes", type=int, default=100, help="the size of a capture")
    parser.add_argument("--stampings", type=int, default=0)
    parser.add_argument("--runs", type=int, default=5, help="runs of which the median counts")
    parser.add_argument("--smoke", action="store_true", help="prove that it works; judge no time")
    parser.add_argument("--assay", type=Path, required=True, help="the assay command")
    parser.add_argument("--folder", type=Path, default=programs.REPOSITORY / ".bench/captures")
    given = parser.parse_args()
    given.claims = given.claims or (200 if given.smoke else 10_000)
    given.captures = given.captures or (20 if given.smoke else 3_000)
    Bench(given).run()


if __name__ == "__main__":
    sys.exit(main())
