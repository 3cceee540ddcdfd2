"""What was measured: values as they were taken, and their medians."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

SIZES = frozenset({"site", "page", "memory"})
"""What is in bytes; `files` is a number, and all else is in seconds."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value: what, of which program, over how many notes; seconds, bytes or a number."""

    what: str
    program: str
    notes: int
    value: float

    def __str__(self) -> str:
        return f"{self.program} {self.what} {written(self.what, self.value)}"


@dataclass(frozen=True, slots=True)
class Results:
    """All values of a run, and how they were taken: names and texts."""

    taken: Mapping[str, str]
    values: Sequence[Value]

    def counts(self) -> tuple[int, ...]:
        """Give the sizes of vaults, the smallest first."""
        return tuple(sorted({one.notes for one in self.values}))

    def median(self, what: str, program: str, notes: int) -> float | None:
        """Give the median of what was taken; None where nothing was."""
        found = [
            one.value for one in self.values if (one.what, one.program, one.notes) == (what, program, notes)
        ]
        return statistics.median(found) if found else None

    def write(self, path: Path) -> None:
        """Write them as JSON, a value a line."""
        lines = ",\n".join(json.dumps(asdict(one)) for one in self.values)
        taken = json.dumps(dict(self.taken), ensure_ascii=False, indent=1)
        path.write_text(f'{{"taken": {taken},\n"values": [\n{lines}\n]}}\n', "utf-8")


def read_results(path: Path) -> Results:
    """Read what `Results.write` has written."""
    found = json.loads(path.read_text("utf-8"))
    return Results(found["taken"], [Value(**one) for one in found["values"]])


def written(what: str, value: float) -> str:
    """Write a value as a table has it: three digits that count, and the unit."""
    if what == "files":
        return f"{value:,.0f}"
    if what == "page":
        return f"{value / 1000:.1f} kB"
    if what in SIZES:
        return f"{_three_digits(value / 1024 / 1024)} MiB"
    return f"{value * 1000:.0f} ms" if value < 1 else f"{_three_digits(value)} s"


def _three_digits(value: float) -> str:
    return f"{value:.{2 if value < 9.995 else 1 if value < 99.95 else 0}f}"
