"""What is tried with input of any kind, each by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from fuzzing import compose, fences, fix, front_matter, links, raw_html

CORPUS = Path(__file__).parent / "corpus"
"""A folder for each target, with inputs that it has to bear."""


class Target(Protocol):
    """A module that tries one reader."""

    TOKENS: Sequence[str]
    """Words that mean something to it."""

    def check(self, data: bytes) -> None:
        """Raise `AssertionError`, or whatever the reader raises, where it cannot bear `data`."""


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "compose": compose,
        "fences": fences,
        "fix": fix,
        "front_matter": front_matter,
        "links": links,
        "raw_html": raw_html,
    }
)
