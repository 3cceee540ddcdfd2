"""Summing a file up, as a reader of a note gets it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.compose.project.summary.summary import Summary, summarise


def sum_up(text: str, variables: Mapping[str, str] | None = None) -> Summary:
    """Sum up the file `text`, in which `variables` have values."""
    placed = PlacedExample(read_file(text), "nota.md", 1, variables=variables or {}, in_note=True)
    return summarise(placed.model)


@pytest.fixture
def summed() -> Callable[..., Summary]:
    return sum_up
