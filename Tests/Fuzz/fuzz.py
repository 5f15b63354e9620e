"""Runs the fuzzer for some minutes, keeps what breaks something, and goes on.

The last line is `N runs, N crashes, N hangs, N damaged`; the exit status is 1 when there is anything but runs.
"""

import argparse
import collections
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Faults"))
import newsroom  # noqa: E402

# So long one process works: then it starts anew with another seed, and what it has gathered is gone.
SLICE = 60.0
KINDS = {3: "damaged", 4: "hangs"}


def corpus(place: Path, assay: Path, templates: Path) -> Path:
    """A newsroom with everything in it: records, a claim's whole life in a journal, versions, a site, its own theme and words."""
    room = newsroom.make(place, assay)
    for step in newsroom.STEPS:
        if step.half_line or step.arguments[0] == "undo":
            continue
        room.clock += 3600
        room.prepare(step)
        done = subprocess.run(room.command(step), cwd=room.folder, env=room.environment(), capture_output=True)
        if done.returncode != 0:
            raise SystemExit(f"{step.name} does not work: {done.stderr.decode()}")
    for name in ("theme", "strings"):
        shutil.copytree(templates / name, room.folder / "templates" / name, dirs_exist_ok=True)
    return room.folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assay", type=Path, required=True)
    parser.add_argument("--fuzz", type=Path, required=True)
    parser.add_argument("--templates", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, required=True, help="where inputs are kept that broke something")
    options = parser.parse_args()
    memory = Path("/dev/shm")
    counts: collections.Counter = collections.Counter()
    with tempfile.TemporaryDirectory(prefix="assay-fuzz-", dir=memory if memory.is_dir() else None) as folder:
        place = Path(folder)
        original = corpus(place / "made", options.assay.resolve(), options.templates)
        seed = options.seed
        end = time.monotonic() + options.minutes * 60
        while (left := end - time.monotonic()) > 1:
            room, tried = place / "room", place / "input"
            shutil.rmtree(room, ignore_errors=True)
            shutil.copytree(original, room, symlinks=True)
            command = [str(options.fuzz.resolve()), str(room), str(seed), str(min(SLICE, left)), str(tried)]
            done = subprocess.run(command, capture_output=True, text=True, errors="replace")
            if done.returncode == 0:
                counts["runs"] += int(done.stdout.split()[-1])
            else:
                kind = KINDS.get(done.returncode, "crashes")
                counts[kind] += 1
                kept = options.keep / f"{kind}-{seed}"
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(tried, kept)
                (kept / "output.txt").write_text(done.stdout + done.stderr[:20_000], encoding="utf-8")
                print(f"{kind}: seed {seed}, status {done.returncode}, kept in {kept}", flush=True)
            seed += 1
    print(f"{counts['runs']} runs, {counts['crashes']} crashes, {counts['hangs']} hangs, {counts['damaged']} damaged")
    return 1 if sum(counts.values()) > counts["runs"] else 0


if __name__ == "__main__":
    sys.exit(main())
