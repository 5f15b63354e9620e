"""A newsroom in which every command that writes has something to do, and what has to hold of it at any moment."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

CLAIM = "example-lamps-replaced"
WRITER = ["--as", "example-writer", "--key", "{keys}/writer"]
REVIEWER = ["--as", "example-reviewer", "--key", "{keys}/reviewer"]
VERDICT = f"content/verdicts/{CLAIM}.md"
JOURNAL = f"content/journal/{CLAIM}.jsonl"


@dataclass(frozen=True)
class Step:
    """A command, and what has to be in the journal when it has done its work."""

    name: str
    arguments: list[str]
    # Words that the verdict gets before the command.
    edit: str = ""
    # Whether the command appends a line to the journal.
    writes_journal: bool = True
    # Half a line that the journal gets before the command.
    half_line: bool = False


def desk(name: str, *arguments: str, who: list[str] = WRITER, edit: str = "") -> Step:
    return Step(name, [*arguments, *who], edit)


STEPS = [
    Step("build", ["build", "-q"], writes_journal=False),
    desk("assign", "assign", CLAIM, "example-writer"),
    desk("submit", "submit", CLAIM, "--note", "Counted."),
    desk("comment", "comment", CLAIM, "A remark."),
    desk("reply asked", "reply", "asked", CLAIM, "examplewick-lamp-office", "--note", "Are all lamps lit?"),
    desk("reply received", "reply", "received", CLAIM, "examplewick-lamp-office", "--note", "Nearly all are."),
    desk("request changes", "review", CLAIM, "--request-changes", "Say when.", who=REVIEWER),
    desk("submit again", "submit", CLAIM, edit="They were counted at night."),
    desk("review", "review", CLAIM, "--approve", "mostly-true", who=REVIEWER),
    desk("publish", "publish", CLAIM),
    Step("build what is published", ["build", "-q"], writes_journal=False),
    Step("journal rebase", ["journal", "rebase", CLAIM], writes_journal=False, half_line=True),
    desk("submit a correction", "submit", CLAIM, edit="One lamp was dark."),
    desk("review it", "review", CLAIM, "--approve", "mostly-true", who=REVIEWER),
    desk("correct", "correct", CLAIM, "--kind", "substantive", "--note", "One lamp was dark."),
    Step("build the correction", ["build", "-q"], writes_journal=False),
    desk("retract", "retract", CLAIM, "--reason", "It was another bridge."),
    Step("build the retraction", ["build", "-q"], writes_journal=False),
    desk("reopen", "reopen", CLAIM, "--reason", "Now for the right bridge."),
    desk("comment to undo", "comment", CLAIM, "A mistake."),
    # Left out where the command is not there.
    Step("undo", ["undo", CLAIM, "--as", "example-writer"], writes_journal=False),
]


@dataclass
class Newsroom:
    """A newsroom's folder, with keys beside it."""

    folder: Path
    assay: Path
    keys: Path
    # Seconds since 1970 that the next command takes for now.
    clock: int = field(default=1_795_000_000)

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
        return {**kept, "SOURCE_DATE_EPOCH": str(self.clock), "HOME": str(self.keys), "LC_ALL": "C.UTF-8"}

    def command(self, step: Step) -> list[str]:
        return [str(self.assay), *(part.replace("{keys}", str(self.keys)) for part in step.arguments)]

    def call(self, *arguments: str) -> subprocess.CompletedProcess:
        """Runs a command without faults."""
        return subprocess.run(
            [str(self.assay), *arguments], cwd=self.folder, env=self.environment(), capture_output=True, timeout=120
        )

    def prepare(self, step: Step) -> None:
        """Does what comes before a command."""
        if step.edit:
            with open(self.folder / VERDICT, "a", encoding="utf-8") as file:
                file.write(f"\n{step.edit}\n")
        if step.half_line:
            with open(self.folder / JOURNAL, "ab") as file:
                file.write(b'{"previous":"')

    def journal(self) -> bytes:
        path = self.folder / JOURNAL
        return path.read_bytes() if path.exists() else b""

    def site(self) -> dict[str, str]:
        """The files of the site that readers get, by path, with their digests."""
        root = self.folder / "_site"
        paths = [path for path in root.rglob("*") if path.is_file()]
        shown = [path for path in paths if path.relative_to(root).parts[0] != ".assay"]
        return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in shown}

    def records(self) -> dict[str, str]:
        """All that people wrote and the journals keep, by path, with digests."""
        paths = [path for name in ("content", "seeds") for path in (self.folder / name).rglob("*") if path.is_file()]
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}

    def copy(self, place: Path) -> "Newsroom":
        """The same newsroom in another place. The site's state is left out, so that a build has work to do."""
        if place.exists():
            shutil.rmtree(place)
        shutil.copytree(self.folder, place, symlinks=True)
        return Newsroom(place, self.assay, self.keys, self.clock)


def make(place: Path, assay: Path) -> Newsroom:
    """A newsroom as `init` makes it, in newsroom mode, with two people who have keys."""
    keys = place / "keys"
    keys.mkdir(parents=True)
    room = Newsroom(place / "room", assay, keys)
    subprocess.run([str(assay), "init", str(room.folder)], check=True, capture_output=True)
    settings = room.folder / "content/site.yaml"
    text = settings.read_text(encoding="utf-8").replace("mode: simple", "mode: newsroom\n  signatures: required\n  sign-offs: 1")
    lines = ["url: https://www.examplewick.net" if line.startswith("url:") else line for line in text.splitlines()]
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    # Readers have nothing yet: the example is a draft until its journal publishes it.
    verdict = room.folder / VERDICT
    fields = ("published:", "reviewers:")
    lines = verdict.read_text(encoding="utf-8").splitlines()
    verdict.write_text("\n".join(line for line in lines if not line.startswith(fields)) + "\n", encoding="utf-8")
    signers = []
    for who in ("writer", "reviewer"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(keys / who)], check=True)
        key = (keys / f"{who}.pub").read_text(encoding="utf-8").strip()
        signers.append(f'{who}@example.org namespaces="assay" {key}\n')
    (room.folder / "content/allowed_signers").write_text("".join(signers), encoding="utf-8")
    return room
