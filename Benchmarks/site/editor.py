"""Measures `assay lsp`: from a keystroke to the findings, completion, and memory, on a made-up newsroom.

    swift build -c release --product assay
    python3 Benchmarks/site/editor.py --assay "$(swift build -c release --show-bin-path)/assay" --size 10000
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent


class Server:
    def __init__(self, assay: Path, room: Path):
        self.process = subprocess.Popen(
            [assay, "lsp"], cwd=room, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0

    def send(self, method: str, params: dict, number: int | None = None) -> None:
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

    def findings(self, uri: str, version: int) -> None:
        """Waits for the findings on a version of a text."""
        while True:
            message = self.read()
            told = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and told["uri"] == uri:
                if told.get("version") == version:
                    return

    def memory(self) -> int:
        """The most memory that it had, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) // 1024


def milliseconds(work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assay", type=Path, required=True, help="the command to measure")
    parser.add_argument("--size", type=int, default=10_000, help="claims in the newsroom (default: 10,000)")
    parser.add_argument("--runs", type=int, default=30, help="keystrokes of which the median counts (default: 30)")
    parser.add_argument("--folder", type=Path, default=REPOSITORY / ".bench", help="where newsrooms are made")
    given = parser.parse_args()
    room = given.folder / f"editor-{given.size}"
    if not (room / "assay").exists():
        subprocess.run([sys.executable, HERE / "generate.py", str(given.size), room], check=True)
    room = room / "assay"
    check = milliseconds(lambda: subprocess.run([given.assay, "check", "-C", room], capture_output=True))

    server = Server(given.assay, room)
    path = sorted((room / "content/verdicts").rglob("*.md"))[0]
    text = path.read_text(encoding="utf-8") + "\n"
    uri = path.as_uri()
    start = time.perf_counter()
    server.ask("initialize", {"rootUri": room.as_uri(), "capabilities": {"general": {"positionEncodings": ["utf-8"]}}})
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    server.send("textDocument/didOpen", {"textDocument": item})
    server.findings(uri, 1)
    first = (time.perf_counter() - start) * 1000

    line, version, strokes, offers = text.count("\n"), 1, [], []
    words = "Words that somebody types [@"
    for number in range(given.runs):
        letter = words[number % len(words)]
        version += 1
        column = number
        place = {"line": line, "character": column}
        change = {"range": {"start": place, "end": place}, "text": letter}

        def stroke():
            document = {"uri": uri, "version": version}
            server.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
            server.findings(uri, version)

        strokes.append(milliseconds(stroke))
    for number in range(given.runs):
        version += 1
        end = {"line": line, "character": given.runs + number * 2}
        change = {"range": {"start": end, "end": end}, "text": "[@"}
        document = {"uri": uri, "version": version}
        server.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        place = {"line": line, "character": end["character"] + 2}
        offers.append(
            milliseconds(
                lambda: server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
            )
        )
        server.findings(uri, version)
    print(f"{given.size} claims, medians of {given.runs}")
    print(f"assay check                     {check:6.0f} ms")
    print(f"from the start to the findings  {first:6.0f} ms")
    print(f"from a keystroke to them        {statistics.median(strokes):6.0f} ms")
    print(f"completion after [@             {statistics.median(offers):6.0f} ms")
    print(f"peak memory                     {server.memory():6} MB")
    server.ask("shutdown", {})
    server.send("exit", {})
    return server.process.wait()


if __name__ == "__main__":
    sys.exit(main())
