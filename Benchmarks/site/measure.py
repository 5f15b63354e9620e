#!/usr/bin/env python3
"""Measures one command: wall time, processor time, peak memory.

The command is started by a small process of its own, because Linux counts the starter's memory into the peak of what
it starts: measure.py COMMAND... prints the measurement as JSON, after what the command printed to stderr.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


class CommandFailed(Exception):
    """A measured command did not end with 0."""


@dataclass(frozen=True)
class Measurement:
    wall: float  # seconds
    user: float  # seconds, of all threads
    peak: int  # bytes resident

    @staticmethod
    def median(runs: list["Measurement"]) -> "Measurement":
        return Measurement(
            median(run.wall for run in runs), median(run.user for run in runs), int(median(run.peak for run in runs))
        )


def measure(command: list, folder: Path | None = None, settles: bool = True) -> Measurement:
    """Runs a command to its end.

    What earlier runs wrote is put on the disk first, so that nobody pays for another; that waits for all that the machine
    has to write, so it is left out where no time is judged.
    """
    if settles:
        os.sync()
    starter = [sys.executable, "-I", "-S", __file__, *map(str, command)]
    result = subprocess.run(starter, cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        raise CommandFailed(f"{' '.join(map(str, command))}\n{result.stderr[-4000:]}")
    return Measurement(**json.loads(result.stdout))


def main():
    start = time.perf_counter()
    # The command's own words go where errors go; they are few, and shown only when it fails.
    process = subprocess.Popen(sys.argv[1:], stdout=sys.stderr, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps({"wall": wall, "user": usage.ru_utime, "peak": usage.ru_maxrss * unit}))
    sys.exit(1 if status else 0)


if __name__ == "__main__":
    main()
