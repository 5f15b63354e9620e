#!/usr/bin/env python3
"""Measures Assay against Hugo and the floor, and proves that what is fast is also right (docs/performance.md)."""

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path

import editor
import preview
import programs
import proofs
from measure import CommandFailed, Measurement
from table import Goal, exponent, goals_table, times_table, write_between_marks

PAGE = programs.REPOSITORY / "docs" / "performance.md"
SMOKE_SIZE = 1_000
LARGEST = 100_000


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, help="claims in the newsroom (default: 10,000; with --smoke 1,000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of which the median counts (default: 5)")
    parser.add_argument("--growth", action="store_true", help="also build a newsroom of 100,000 claims")
    parser.add_argument("--smoke", action="store_true", help="prove correctness only; judge no time")
    parser.add_argument("--assay", type=Path, help="the assay command to measure, in place of a release build")
    parser.add_argument("--folder", type=Path, default=programs.REPOSITORY / ".bench", help="where newsrooms are made")
    given = parser.parse_args()
    given.size = given.size or (SMOKE_SIZE if given.smoke else 10_000)
    if given.size < 200:
        parser.error("a newsroom needs at least 200 claims to be measured")
    if not given.smoke and given.runs < 5:
        parser.error("medians of fewer than five runs say little")
    given.folder = given.folder.resolve()
    return given


def say(text: str):
    print(text, flush=True)


class Bench:
    def __init__(self, given: argparse.Namespace):
        self.given = given
        self.assay, self.hugo = programs.assay(given.assay, settles=not given.smoke), programs.hugo()
        self.floor = programs.floor(given.folder, threads=os.cpu_count() or 1)
        self.runs = 1 if given.smoke else given.runs

    def newsroom(self, size: int) -> programs.Newsroom:
        newsroom = programs.Newsroom(self.given.folder / str(size), size)
        say(f"making a newsroom of {size:,} claims")
        newsroom.generate()
        return newsroom

    def prove(self, newsroom: programs.Newsroom) -> list[str]:
        """Everything but time. Each line says what holds; what does not is raised."""
        say("proving that the bytes are right")
        self.assay.check(newsroom.assay)
        self.assay.build_anew(newsroom.assay, newsroom.site)
        self.hugo.build_anew(newsroom)
        found = [
            f"The sites are comparable: {ours:,} {what} of Assay's, {theirs:,} of Hugo's."
            for what, (ours, theirs) in proofs.comparable(newsroom).items()
        ]
        expected = proofs.digests(newsroom.site)
        self.assay.build_anew(newsroom.assay, newsroom.site)
        proofs.require_same(expected, newsroom.site, "a second full build")
        say("  in another folder")
        proofs.require_same_from_copy(self.assay, newsroom, expected, "the same files in another folder")
        found.append("The same files give the same bytes in two different folders.")
        say("  with different numbers of workers")
        if workers := proofs.same_with_workers(self.assay, newsroom, expected):
            found.append(f"They give the same bytes with {workers}.")
        say("  when nothing or one verdict changed")
        proofs.unchanged_writes_nothing(self.assay, newsroom)
        found.append("A build after which nothing changed writes no file.")
        for name, (written, _) in proofs.edits_equal_full_builds(self.assay, newsroom).items():
            found.append(
                f"After an edit of one verdict's {name}, the site is byte-identical to a full build; "
                f"{written} of {len(expected):,} files were written, all of which had changed."
            )
        return found

    def times(self, newsroom: programs.Newsroom) -> dict[str, Measurement]:
        """Medians. The programs take turns, so that a slow minute of the machine is everyone's."""
        say(f"measuring, {self.runs} runs of each")
        taken: dict[str, list[Measurement]] = {}
        self.assay.build_anew(newsroom.assay, newsroom.site)
        self.floor.prepare(newsroom)
        self.hugo.build_anew(newsroom)
        edit = proofs.Edit(newsroom)
        for _ in range(self.runs):
            taken.setdefault("Hugo, full build", []).append(self.hugo.build_anew(newsroom))
            taken.setdefault("the floor", []).append(self.floor.run(newsroom))
            taken.setdefault("Assay, full build", []).append(self.assay.build_anew(newsroom.assay, newsroom.site))
            taken.setdefault("Assay, check", []).append(self.assay.check(newsroom.assay))
            taken.setdefault("Assay, nothing changed", []).append(self.assay.build(newsroom.assay, newsroom.site))
            edit.reasoning()
            taken.setdefault("Assay, one verdict edited", []).append(self.assay.build(newsroom.assay, newsroom.site))
            edit.undo()
            self.assay.build(newsroom.assay, newsroom.site)
            edit.title()
            taken.setdefault("Assay, one verdict's title edited", []).append(
                self.assay.build(newsroom.assay, newsroom.site)
            )
            edit.undo()
            self.assay.build(newsroom.assay, newsroom.site)
        return {name: Measurement.median(runs) for name, runs in taken.items()}

    def desk(self, size: int) -> tuple[Measurement, Measurement]:
        """`assay status` and `assay check` in a newsroom of two desks, whose journals were written by others than Assay
        and hold."""
        newsroom = programs.Newsroom(self.given.folder / f"{size}-desk", size, has_desk=True)
        say(f"making a newsroom of {size:,} claims with their journals, and verifying it")
        newsroom.generate()
        self.assay.check(newsroom.assay)
        self.assay.verify(newsroom.assay)
        self.assay.build_anew(newsroom.assay, newsroom.site)
        self.assay.verify(newsroom.site)
        runs = [self.assay.status(newsroom.assay) for _ in range(self.runs)]
        checks = [self.assay.check(newsroom.assay) for _ in range(self.runs)]
        programs.remove(newsroom.folder)
        return Measurement.median(runs), Measurement.median(checks)

    def signed_desk(self, size: int) -> Measurement:
        """`assay check` of the same newsroom with every line signed, when the signatures were verified once."""
        newsroom = programs.Newsroom(self.given.folder / f"{size}-signed", size, has_desk=True, is_signed=True)
        say(f"making a newsroom of {size:,} claims with signed journals")
        newsroom.generate()
        self.assay.check(newsroom.assay)
        self.assay.verify(newsroom.assay)
        checks = [self.assay.check(newsroom.assay) for _ in range(self.runs)]
        programs.remove(newsroom.folder)
        return Measurement.median(checks)

    def full_build(self, size: int) -> Measurement:
        newsroom = self.newsroom(size)
        self.assay.build_anew(newsroom.assay, newsroom.site)
        say(f"measuring, {self.runs} full builds of {size:,} claims")
        runs = [self.assay.build_anew(newsroom.assay, newsroom.site) for _ in range(self.runs)]
        programs.remove(newsroom.folder)
        return Measurement.median(runs)


def goals(
    times: dict[str, Measurement],
    growth: dict[int, Measurement],
    served: tuple[float, int],
    editing: editor.Editing,
    desk: tuple[Measurement, Measurement],
    signed: Measurement,
) -> list[Goal]:
    status, unsigned = desk
    latency, serve_peak = served
    check = times["Assay, check"].wall
    full, hugo, floor = times["Assay, full build"], times["Hugo, full build"], times["the floor"]

    def share(name: str, asked: str, key: str, limit: float) -> Goal:
        ratio = times[key].wall / full.wall
        return Goal(name, asked, ratio, limit, f"{ratio:.2f} of it ({times[key].wall:.2f} s)")

    faster, slower, memory = hugo.wall / full.wall, full.wall / floor.wall, full.peak / hugo.peak
    slope = exponent({size: run.wall for size, run in growth.items()})
    sizes = " to ".join(f"{size:,}" for size in sorted(growth))
    found = [
        Goal("full build, against Hugo", "at least 5 times as fast", faster, 5, f"{faster:.1f} times", at_least=True),
        Goal("full build, against the floor", "at most 3 times its time", slower, 3, f"{slower:.1f} times"),
        Goal("peak memory, against Hugo's", "at most a quarter", memory, 0.25, f"{memory:.2f} of it"),
        Goal(f"growth from {sizes}", "time exponent at most 1.1", slope, 1.1, f"{slope:.2f}"),
        share("nothing changed", "at most a fifth of the full build", "Assay, nothing changed", 0.2),
        share("one verdict edited", "at most a quarter of the full build", "Assay, one verdict edited", 0.25),
        Goal(
            "`assay serve`, from the rename to the event", "100 ms or less", latency, 0.1,
            f"{latency * 1000:.0f} ms", is_ratio=False,
        ),
        Goal(
            "`assay lsp`, from a keystroke to the findings", "150 ms or less", editing.stroke, 0.15,
            f"{editing.stroke * 1000:.0f} ms", is_ratio=False,
        ),
        Goal(
            "`assay lsp`, what is offered after `[@`", "50 ms or less", editing.completion, 0.05,
            f"{editing.completion * 1000:.0f} ms", is_ratio=False,
        ),
        Goal(
            "`assay lsp`, the first findings", "at most the time of `assay check`", editing.first / check, 1,
            f"{editing.first / check:.2f} of it ({editing.first:.2f} s)", is_ratio=False,
        ),
        Goal(
            "peak memory of `assay lsp`", "at most twice that of `assay serve`", editing.peak / serve_peak, 2,
            f"{editing.peak / serve_peak:.2f} times ({editing.peak / 1e6:.0f} MB)",
        ),
        share("`assay check`", "at most half of the full build", "Assay, check", 0.5),
        Goal(
            "`assay status` of two desks", "1 s or less", status.wall, 1, f"{status.wall:.2f} s", is_ratio=False,
        ),
        Goal(
            "`assay check` of two desks with signed journals, once verified", "at most 1.5 times that of unsigned ones",
            signed.wall / unsigned.wall, 1.5, f"{signed.wall / unsigned.wall:.2f} times ({signed.wall:.2f} s)",
        ),
    ]
    if LARGEST in growth:
        peak = growth[LARGEST].peak
        found.insert(4, Goal(
            f"memory at {LARGEST:,}", "at most 2 GB", peak, 2e9, f"{peak / 1e9:.2f} GB", is_ratio=False
        ))
    return found


def machine() -> str:
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        names = [line for line in information.read_text().splitlines() if line.startswith("model name")]
        model = names[0].split(":")[1].strip() if names else model
    return f"{os.cpu_count()} processors ({model}), {platform.system()}"


def smoke(bench: Bench):
    newsroom = bench.newsroom(bench.given.size)
    found = bench.prove(newsroom)
    times = bench.times(newsroom)
    served = preview.latency(bench.assay, newsroom, runs=1)
    editing = editor.measure(bench.assay.program, newsroom.assay, runs=1)
    desk, signed = bench.desk(bench.given.size), bench.signed_desk(bench.given.size)
    # The table is made and thrown away: at this size, and once, its numbers say nothing.
    growth = {bench.given.size: times["Assay, full build"], 1: times["the floor"]}
    goals_table(goals(times, growth, served, editing, desk, signed))
    captures = [Path(__file__).with_name("captures.py"), "--smoke", "--assay", bench.assay.program]
    subprocess.run([sys.executable, *captures, "--folder", bench.given.folder / "captures"], check=True)
    say("\n".join(f"- {line}" for line in found))
    say("the harness works; no time was judged")
    programs.remove(newsroom.folder)


def full(bench: Bench) -> bool:
    size, runs = bench.given.size, bench.runs
    newsroom = bench.newsroom(size)
    found = bench.prove(newsroom)
    times = bench.times(newsroom)
    say("measuring the preview")
    served = preview.latency(bench.assay, newsroom, runs)
    say("measuring the language server")
    editing = editor.measure(bench.assay.program, newsroom.assay, max(runs, 30))
    desk, signed = bench.desk(size), bench.signed_desk(size)
    growth = {size: times["Assay, full build"]}
    for other in [SMOKE_SIZE, LARGEST] if bench.given.growth else [size // 10]:
        if other != size:
            growth[other] = bench.full_build(other)
    table = goals(times, growth, served, editing, desk, signed)
    text = "\n".join([
        f"{size:,} claims, medians of {runs} runs with a warm file cache, on {machine()}; Hugo {programs.HUGO}.",
        "", goals_table(table), "", times_table(times), "", *(f"- {line}" for line in found),
    ])
    say(text)
    write_between_marks(PAGE, text)
    failed = [goal.name for goal in table if goal.fails]
    if failed:
        say(f"bench: missed by more than 20 %: {'; '.join(failed)}")
    return not failed


def main() -> int:
    given = arguments()
    try:
        bench = Bench(given)
        if given.smoke:
            smoke(bench)
            return 0
        return 0 if full(bench) else 1
    except (proofs.ProofFailed, CommandFailed) as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
