"""Kills commands and makes the system refuse them at random moments, and looks at what is left.

After each fault the site has to be the old one or the new one, the journal has to be whole, `assay verify` has to hold, and the same
command has to work. Prints what was tried, and as its last line `N passed, N failed`.
"""

import argparse
import collections
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import newsroom
from newsroom import Newsroom, Step

# What is refused, and how: a full disk, a broken one, no more file descriptors.
FAULTS = {
    "write": ["ENOSPC", "EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "close": ["EIO"],
    "rename": ["ENOSPC", "EIO"],
    "renameat": ["ENOSPC", "EIO"],
    "mkdir": ["ENOSPC"],
    "mkdirat": ["ENOSPC"],
    "unlink": ["EIO"],
    "unlinkat": ["EIO"],
    "ftruncate": ["EIO"],
    "openat": ["ENOSPC", "EIO", "EMFILE"],
}


@dataclass
class Scene:
    """The newsroom before and after a command."""

    step: Step
    before: Newsroom
    after: Newsroom
    seconds: float
    # How often the command calls what can be refused.
    calls: dict[str, int]
    # What `assay verify` says afterwards: between a change and its correction it says so.
    verified: str


class Failed(Exception):
    """What does not hold after a fault."""


def scenes(place: Path, assay: Path, traces: bool) -> list[Scene]:
    """Goes through a claim's life once without faults, and keeps each moment."""
    room = newsroom.make(place, assay)
    found = []
    for number, step in enumerate(newsroom.STEPS):
        if room.call(step.arguments[0], "--help").returncode != 0:
            continue
        room.clock += 3600
        room.prepare(step)
        before = room.copy(place / f"{number}-before")
        start = time.monotonic()
        done = subprocess.run(room.command(step), cwd=room.folder, env=room.environment(), capture_output=True)
        seconds = time.monotonic() - start
        if done.returncode != 0:
            raise SystemExit(f"{step.name} does not work without faults:\n{(done.stdout + done.stderr).decode()}")
        after = room.copy(place / f"{number}-after")
        calls = count_calls(before, step, place / "traced") if traces else {}
        found.append(Scene(step, before, after, seconds, calls, verify(after)))
    return found


def verify(room: Newsroom) -> str:
    done = room.call("verify")
    return f"{(done.stdout + done.stderr).decode().strip()}\nexit status {done.returncode}"


def count_calls(before: Newsroom, step: Step, place: Path) -> dict[str, int]:
    room = before.copy(place)
    log = place.parent / "calls"
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(log), "-e", "trace=" + ",".join(FAULTS), *room.command(step)]
    subprocess.run(command, cwd=room.folder, env=room.environment(), capture_output=True)
    names = re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE)
    return {name: count for name, count in collections.Counter(names).items() if name in FAULTS}


def strike(scene: Scene, room: Newsroom, numbers: random.Random, traces: bool) -> str:
    """Runs the command with one fault, and says which."""
    if not traces or numbers.random() < 0.4:
        delay = numbers.uniform(0, scene.seconds * 1.1)
        process = subprocess.Popen(
            room.command(scene.step), cwd=room.folder, env=room.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        return f"SIGKILL after {delay * 1000:.0f} ms"
    call = numbers.choice(sorted(scene.calls))
    # Most calls are those of a program's start, and what matters comes at its end.
    count = scene.calls[call]
    first = numbers.randint(max(1, count - 40), count) if numbers.random() < 0.7 else numbers.randint(1, count)
    error = numbers.choice(FAULTS[call])
    # A full disk stays full; a broken sector is met once.
    when = f"{first}+" if error == "ENOSPC" and numbers.random() < 0.7 else str(first)
    rule = f"inject={call}:error={error}:when={when}"
    subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", rule, *room.command(scene.step)],
        cwd=room.folder,
        env=room.environment(),
        capture_output=True,
        timeout=120,
    )
    return rule


def judge(scene: Scene, room: Newsroom) -> None:
    """Looks at what a fault left, and goes on working."""
    old, new = scene.before.site(), scene.after.site()
    if (room.folder / "_site/.assay/ready").is_dir():
        # It was interrupted between two sites; whoever builds next carries the switch out, also when the build itself is refused.
        broken = room.folder / "content/claims/broken.md"
        broken.write_text("---\nstatement: [\n---\n", encoding="utf-8")
        room.call("build", "-q")
        broken.unlink()
        require(room.site() == new, "the switch that was begun is not carried out")
    require(room.site() in (old, new, {}) and (room.site() or not old), "the site is neither the old one nor the new one")
    require_whole(scene, room)
    require_records(scene, room)

    if room.journal() == scene.after.journal() and scene.before.journal() != room.journal():
        again = room.call("status")
    else:
        command = room.command(scene.step)
        again = subprocess.run(command, cwd=room.folder, env=room.environment(), capture_output=True, timeout=120)
    require(
        again.returncode == 0 and room.journal() == scene.after.journal(),
        f"the next command does not work: {again.stderr.decode().strip()}",
    )
    verified = verify(room)
    require(verified == scene.verified, f"verify does not hold: {verified}")
    if scene.step.arguments[0] == "build":
        require(room.site() == new, "the next build gives another site")
        left = [path.name for path in (room.folder / "_site/.assay").iterdir() if path.name != "files"]
        require(not left, f"the next build leaves {left}")


def require(holds: bool, what: str) -> None:
    if not holds:
        raise Failed(what)


def require_whole(scene: Scene, room: Newsroom) -> None:
    """The journal is as it was, or has the whole new line; half of one is what `journal rebase` takes away."""
    before, after = scene.before.journal(), scene.after.journal()
    if room.journal() in (before, after):
        return
    require(after.startswith(room.journal()), "the journal is neither the old one nor the new one, nor half a line longer")
    mended = room.call("journal", "rebase", newsroom.CLAIM)
    require(room.journal() == before, f"half a line is not mended: {mended.stderr.decode().strip()}")


def require_records(scene: Scene, room: Newsroom) -> None:
    """Nothing that anyone wrote is lost or changed, and versions hold what their names say."""
    now, earlier = room.records(), scene.before.records()
    for path, digest in earlier.items():
        require(path == newsroom.JOURNAL or now.get(path) == digest, f"{path} is changed or gone")
    for path in now.keys() - earlier.keys():
        if path.startswith("content/versions/") and path.endswith(".json"):
            require(Path(path).stem == now[path], f"{path} is not what its name says")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assay", type=Path, required=True)
    parser.add_argument("-n", type=int, default=150, help="how many faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where newsrooms are kept in which something did not hold")
    options = parser.parse_args()
    traces = shutil.which("strace") is not None
    if not traces:
        print("strace is not installed: processes are killed, and no system call is refused")
    numbers = random.Random(options.seed)
    kinds: collections.Counter = collections.Counter()
    failures = 0
    with tempfile.TemporaryDirectory(prefix="assay-faults-") as folder:
        place = Path(folder)
        moments = scenes(place, options.assay.resolve(), traces)
        for number in range(options.n):
            # Every command has its turn.
            scene = moments[number % len(moments)]
            room = scene.before.copy(place / "struck" / "room")
            fault = strike(scene, room, numbers, traces)
            kinds[fault.split(":error=")[-1].split(":")[0] if ":error=" in fault else "SIGKILL"] += 1
            kept = None
            if options.keep:
                kept = room.copy(options.keep / f"{options.seed}-{number}")
            try:
                judge(scene, room)
                if kept:
                    shutil.rmtree(kept.folder)
            except (Failed, subprocess.TimeoutExpired) as problem:
                failures += 1
                print(f"FAILED {scene.step.name}, {fault} (seed {options.seed}, number {number}): {problem}", flush=True)
    print(", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    print(f"{options.n - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
