"""Looks for Compose files that we and Docker Compose judge differently: `make fuzz`.

Makes files for some minutes, and prints the smallest one of each kind of difference. What it
finds becomes a case in tests/cases/compose/.
"""

from __future__ import annotations

import random
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import oracle
from by_schema import files_by_schema
from compose_cases import difference, good_files
from slips import with_slips

BATCH = 300
SHORT = 200


def main(minutes: float, first: int | None = None) -> int:
    """Look for `minutes`, from the seed `first` on; gives 1 where something was found, 0 otherwise."""
    if oracle.program() is None:
        print("There is no Docker Compose for this machine.")  # noqa: T201 - a command prints
        return 2
    warnings.simplefilter("ignore")
    number = random.randrange(10**6) if first is None else first
    begun, end, tried, found = number, time.monotonic() + minutes * 60, 0, dict[str, str]()
    good = good_files()
    while time.monotonic() < end:
        texts = made(number, good)
        tried, number = tried + len(texts), number + 1
        with ThreadPoolExecutor(2) as pool:
            kinds = list(pool.map(difference, texts))
        for kind, text in zip(kinds, texts, strict=True):
            if kind is not None and kind not in found:
                found[kind] = smallest(text, kind)
                print(f"--- {kind}\n{found[kind]}", flush=True)  # noqa: T201
    print(f"{tried} files from seed {begun}, {len(found)} kinds of difference")  # noqa: T201
    return int(bool(found))


def made(number: int, good: list[str]) -> list[str]:
    """Make a batch of files; the same `number` makes the same."""
    texts: dict[str, None] = {}

    @seed(number)
    @settings(
        max_examples=BATCH,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(with_slips(good), with_slips(good), files_by_schema()))
    def collect(text: str) -> None:
        texts.setdefault(text)

    collect()
    return [text for text in texts if not oracle.reaches_out(text)]


def smallest(text: str, kind: str) -> str:
    """Take lines, then characters, out of `text` for as long as the difference stays the same."""
    text = _shortened(text.split("\n"), "\n", kind)
    return _shortened(list(text), "", kind) if len(text) < SHORT else text


def _shortened(parts: list[str], glue: str, kind: str) -> str:
    size = max(1, len(parts) // 2)
    while size:
        at = 0
        while at < len(parts):
            tried = parts[:at] + parts[at + size :]
            if difference(glue.join(tried)) == kind:
                parts = tried
            else:
                at += size
        size //= 2
    return glue.join(parts)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), *map(int, sys.argv[2:3])))
