"""Measures `assay lsp`: from a keystroke to the findings, completion, and memory.

    python3 Benchmarks/site/editor.py --assay .build/release/assay --size 10000

measures it alone, on a newsroom that it makes.
"""

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
WORDS = "Words that somebody types [@"


@dataclass(frozen=True)
class Editing:
    """Times in seconds, memory in bytes."""

    first: float  # from the start to the findings on the first document
    stroke: float  # from a keystroke to the findings on it
    completion: float  # from `[@` to what is offered
    peak: int

    @property
    def lines(self) -> list[str]:
        return [
            f"from the start to the findings  {self.first * 1000:6.0f} ms",
            f"from a keystroke to them        {self.stroke * 1000:6.0f} ms",
            f"completion after [@             {self.completion * 1000:6.0f} ms",
            f"peak memory                     {self.peak / 1e6:6.0f} MB",
        ]


class Server:
    def __init__(self, program: Path, room: Path):
        command = list(map(str, [program, "lsp", "--today", "2026-11-21"]))
        self.process = subprocess.Popen(
            command, cwd=room, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0

    def send(self, method: str, params: dict, number: int | None = None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self) -> dict:
        length = int(self.process.stdout.readline().split(b":")[1])
        self.process.stdout.readline()
        return json.loads(self.process.stdout.read(length))

    def ask(self, method: str, params: dict) -> dict:
        self.number += 1
        self.send(method, params, self.number)
        while (message := self.read()).get("id") != self.number:
            pass
        return message["result"]

    def findings(self, uri: str, version: int) -> list:
        """The first findings on a version of a text."""
        while True:
            message = self.read()
            told = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and told["uri"] == uri:
                if told.get("version") == version:
                    return told["diagnostics"]

    def settle(self):
        """Waits until the whole newsroom is checked."""
        self.ask("workspace/executeCommand", {"command": "assay.check"})

    def end(self) -> int:
        self.ask("shutdown", {})
        self.send("exit", {})
        return self.process.wait()


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak_memory(process: int) -> int:
    """The most memory that a process had."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def measure(program: Path, room: Path, runs: int) -> Editing:
    """Types at the end of a verdict: at a person's speed, with a check of the whole newsroom between each word or two."""
    path = room / "content" / "verdicts" / "claim-1.md"
    text = path.read_text(encoding="utf-8") + "\n"
    uri = path.resolve().as_uri()
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    encodings = {"general": {"positionEncodings": ["utf-8"]}}
    server = Server(program, room)

    def begin():
        server.ask("initialize", {"rootUri": room.resolve().as_uri(), "capabilities": encodings})
        server.send("initialized", {})
        server.send("textDocument/didOpen", {"textDocument": item})
        server.findings(uri, 1)

    first = seconds(begin)
    line, column, version = text.count("\n"), 0, 1

    def type_in(words: str):
        nonlocal column, version
        place = {"line": line, "character": column}
        change = {"range": {"start": place, "end": place}, "text": words}
        column, version = column + len(words), version + 1
        document = {"uri": uri, "version": version}
        server.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def stroke(letter: str):
        type_in(letter)
        server.findings(uri, version)

    def offer():
        type_in(" [@")
        place = {"line": line, "character": column}
        found = server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
        if not found["items"]:
            raise RuntimeError("nothing was offered after [@")

    server.settle()
    strokes = []
    for number in range(runs):
        strokes.append(seconds(lambda: stroke(WORDS[number % len(WORDS)])))
        # Some of the keystrokes come while the whole newsroom is checked.
        time.sleep(0.1 if number % 8 else 0.5)
    server.settle()
    offers = []
    for number in range(runs):
        offers.append(seconds(offer))
        time.sleep(0.1 if number % 8 else 0.5)
    server.settle()
    peak = peak_memory(server.process.pid)
    if server.end() != 0:
        raise RuntimeError("assay lsp ended with an error")
    return Editing(first, median(strokes), median(offers), peak)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assay", type=Path, required=True, help="the command to measure")
    parser.add_argument("--size", type=int, default=10_000, help="claims in the newsroom (default: 10,000)")
    parser.add_argument("--runs", type=int, default=30, help="keystrokes of which the median counts (default: 30)")
    parser.add_argument("--folder", type=Path, default=HERE.parent.parent / ".bench", help="where newsrooms are made")
    given = parser.parse_args()
    room = given.folder / f"editor-{given.size}"
    if not (room / "assay").exists():
        subprocess.run([sys.executable, HERE / "generate.py", str(given.size), room], check=True)
    command = [given.assay, "check", "-C", room / "assay", "--today", "2026-11-21"]
    check = seconds(lambda: subprocess.run(command, capture_output=True))
    editing = measure(given.assay, room / "assay", given.runs)
    print(f"{given.size} claims, medians of {given.runs}")
    print(f"assay check                     {check * 1000:6.0f} ms")
    print("\n".join(editing.lines))


if __name__ == "__main__":
    main()
