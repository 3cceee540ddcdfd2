"""The rounds of a run: each program in turn, so that whatever else the machine does hits all alike."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from speed.measures import Measure
from speed.place import Place, words
from speed.results import Value


def values(measures: Sequence[Measure], counts: Sequence[int], runs: int, scratch: Path) -> Iterator[Value]:
    """Take all measures of vaults of so many notes below the folder `scratch`, `runs` times over."""
    _warm_up(measures, scratch)
    new = words()
    for notes in counts:
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            for number in range(runs):
                for measure in measures:
                    if number and measure.once:
                        continue
                    for program in measure.programs:
                        place = Place(program, Path(folder, program.name), notes, new)
                        place.set_up()
                        for what, value in measure.take(place).items():
                            one = Value(what, program.name, notes, value)
                            _say(f"{notes} notes, round {number + 1} of {runs}: {one}")
                            yield one


def _warm_up(measures: Sequence[Measure], scratch: Path) -> None:
    """Build a few notes with each program: Python's modules are compiled, and files are in memory."""
    for program in dict.fromkeys(program for measure in measures for program in measure.programs):
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            place = Place(program, Path(folder, "vault"), 3, words())
            place.set_up()
            place.build()
            _say(f"{program.title} is ready")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
