"""Goals, what was measured, and the table that shows both."""

import math
from dataclasses import dataclass
from pathlib import Path

TOLERANCE = 0.2  # a ratio may miss its goal by this much before the run fails

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True)
class Goal:
    """A goal, and the number that was measured for it."""

    name: str
    asked: str
    value: float
    limit: float
    shown: str
    at_least: bool = False
    is_ratio: bool = True

    @property
    def is_met(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def fails(self) -> bool:
        """Whether a ratio misses its goal by more than the tolerance."""
        if not self.is_ratio or self.is_met:
            return False
        missed = self.limit / self.value if self.at_least else self.value / self.limit
        return missed > 1 + TOLERANCE

    @property
    def row(self) -> str:
        return f"| {self.name} | {self.asked} | {self.shown} | {'met' if self.is_met else 'MISSED'} |"


def exponent(walls: dict[int, float]) -> float:
    """The slope of time over size in a log-log plot, fitted by least squares: 1 is linear."""
    points = [(math.log(size), math.log(wall)) for size, wall in walls.items()]
    x_mean, y_mean = (sum(values) / len(points) for values in zip(*points))
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / sum((x - x_mean) ** 2 for x, _ in points)


def goals_table(goals: list[Goal]) -> str:
    return "\n".join(["| | goal | measured | |", "| --- | --- | --- | --- |", *(goal.row for goal in goals)])


def times_table(measured: dict) -> str:
    rows = [
        f"| {name} | {run.wall:.2f} s | {run.user:.2f} s | {run.peak / 1e6:.0f} MB |" for name, run in measured.items()
    ]
    return "\n".join(["| | wall | user | peak memory |", "| --- | ---: | ---: | ---: |", *rows])


def write_between_marks(page: Path, text: str):
    whole = page.read_text(encoding="utf-8")
    before, rest = whole.split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
