"""Captures the sources of Tests/Golden/river anew, from the tests' own server under the name `pages.example`.

    sudo unshare --net --mount python3 Tests/Acceptance/golden_newsroom.py .build/debug/assay

The network is one of its own, with nothing but this computer in it, and so is the table of its names: nothing is changed outside.
Captures, stamps and observations are made as a newsroom makes them; what needs days (a dead page) has its earlier days written into
the log. Afterwards the pages are recorded (ASSAY_RECORD=1).
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import origin
from origin import answer, article, chunked
from time_stamp_authority import Authority

INPUT = Path(__file__).resolve().parents[1] / "Golden/river/input"
QUOTE = origin.QUOTE
MINUTES = "The districts reported 4,200 households between them."
NOTICE = "Warning of a flood on the lower river from 23:00."
SAID = "“4,200 households were hit, and nobody was warned,” the minister said."
STYLE = b"body { font: 1em/1.5 serif } .map { background: url(/map.png) }"


def pages():
    """What the sites of the sources answer, until they change."""
    extra = '<link rel=stylesheet href="/style.css"><img src="/lost.png" alt=""><aside>Correction: the year was wrong.</aside>'
    return {
        "/report": lambda: answer(article(QUOTE, "Report on the flood", f"{extra}<p>Read {time.time_ns()} times so far today.</p>")),
        "/style.css": answer(STYLE, "200 OK", "text/css"),
        "/map.png": answer(b"\x89PNG\r\n\x1a\n", "200 OK", "image/png"),
        "/minutes": chunked(article(MINUTES, "Minutes of the council"), 400),
        "/notice": answer(article(NOTICE, "Warning of a flood")),
        "/statement": answer(origin.CHALLENGE, "403 Forbidden", "text/html", "cf-mitigated: challenge"),
        "/daily": [origin.redirect("/daily/2026-06-20"), ],
        "/daily/2026-06-20": answer(article(SAID, "Minister counts the damage")),
    }  # fmt: skip


def alone():
    """Brings the loopback up, and lets `pages.example` be this computer: in this process's own network alone."""
    devices = Path("/proc/net/dev").read_text().splitlines()[2:]
    if [line.split(":")[0].strip() for line in devices] != ["lo"]:
        sys.exit("start it under `unshare --net --mount`, so that nothing outside is asked or changed")
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    with tempfile.NamedTemporaryFile("w", delete=False) as hosts:
        hosts.write("127.0.0.1 pages.example stamps.example\n")
    subprocess.run(["mount", "--bind", hosts.name, "/etc/hosts"], check=True)


def assay(*arguments, status=0):
    done = subprocess.run([*arguments, "--allow-private", "-C", INPUT], capture_output=True, text=True)
    assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
    print(done.stdout + done.stderr)


def main(program):
    alone()
    shutil.rmtree(INPUT / "content/captures", ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch, Authority(Path(scratch) / "authority") as authority:
        roots = INPUT / "content/captures/roots"
        roots.mkdir(parents=True)
        shutil.copy(authority.root, roots / "test-root.pem")
        with origin.Origin(port=80) as server:
            server.pages = pages()
            captured = ["flood-report", "council-minutes", "warning-notice"]
            assay(program, "capture", *captured, "--write", "--no-stamp")
            assay(program, "stamp", "--tsa", authority.address("chain"))
            assay(program, "capture", "article:river-daily", "--write", "--no-stamp")
            assay(program, "capture", "service-statement", "--no-stamp", status=1)
            server.pages["/report"] = answer(article(QUOTE.replace("confirmed", "denied"), "Report on the flood, corrected"))
            server.pages["/notice"] = answer(b"<title>Gone</title>", "410 Gone")
            assay(program, "watch", "--all", status=1)
    log = INPUT / "content/captures/watch.jsonl"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    gone = next(line for line in lines if line["source"] == "warning-notice")
    earlier = [{**gone, "at": f"2026-11-{day}T09:00:00Z"} for day in ("15", "22")]
    log.write_text("".join(json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n" for line in earlier + lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
