"""How fast examples are read and judged, on one core: `make bench`.

Prints seconds, examples a second and the most memory held, for 10,000 examples and for a file of
a few hundred bytes that stands for hundreds of millions of values. With the path of a file of JSON lines
(one object with the text in `yaml` a line), those are the examples instead, as often as it takes.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from generated_examples import examples

from estiba.checks.judge import judge_example
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.config import Config

COUNT = 10_000
RULES = Rules(Config(), dt.date(2026, 1, 1))
BOMB = (
    "x-a: &a [l, l, l, l, l, l, l, l, l]\n"
    + "".join(
        f"x-{name}: &{name} [{', '.join([f'*{above}'] * 9)}]\n"
        for above, name in itertools.pairwise("abcdefghi")
    )
    + "services:\n  web:\n    image: nginx\n"
)


def main(path: str | None = None) -> None:
    """Time the examples and the bomb."""
    judge(BOMB.replace("*a, ", ""))  # what is loaded once a process is not counted
    texts = list(examples(COUNT)) if path is None else _read(Path(path))
    lines = sorted(text.count("\n") for text in texts)
    print(f"{len(texts)} examples, half of them of {lines[len(lines) // 2]} lines or fewer")
    before = _memory()
    seconds = _seconds(judge, [BOMB])
    print(f"bomb      {seconds:8.3f} s  {_memory() - before:5.1f} MB more")
    before = _memory()
    seconds = _seconds(judge, texts)
    print(
        f"examples  {seconds:8.2f} s  {len(texts) / seconds:,.0f} a second  {_memory() - before:.1f} MB more"
    )


def judge(text: str) -> int:
    """Read and judge one; gives how many problems it has."""
    return len(judge_example(PlacedExample(read_file(text), "compose.yaml", 1, in_note=True), RULES))


def _read(path: Path) -> list[str]:
    texts = [json.loads(line)["yaml"] for line in path.read_text("utf-8").splitlines()]
    return list(itertools.islice(itertools.cycle(texts), COUNT))


def _seconds(work: Callable[[str], int], texts: Iterable[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def _memory() -> float:
    """Give the most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:2])
