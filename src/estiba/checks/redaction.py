"""Keeps real credentials out of everything that is said about the files that hold them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from estiba.checks.subjects import PlacedExample
from estiba.compose.variables.exposure import MASK
from estiba.problem import Problem

_PIECE = 8
"""Characters of a credential that give it away."""


def redacted(problems: Sequence[Problem], examples: Iterable[PlacedExample]) -> list[Problem]:
    """Give `problems` with `…` wherever a part of a live secret of `examples` is in a value or a path."""
    if not problems:
        return []
    pieces = {piece for secret in _secrets(examples) for piece in _pieces(secret)}
    return [_redacted(problem, pieces) for problem in problems] if pieces else list(problems)


def without_secrets(text: str, examples: Iterable[PlacedExample]) -> str:
    """Write `•` over each live secret of `examples`, wherever in `text`, the file that they stand in."""
    for secret in _secrets(examples):
        text = text.replace(secret, MASK * len(secret))
    return text


def _secrets(examples: Iterable[PlacedExample]) -> set[str]:
    """Give the lines of all live secrets."""
    return {
        line.strip()
        for example in examples
        for one in example.live_secrets
        for line in example.example.text[one.start : one.end].split("\n")
        if len(line.strip()) >= _PIECE
    }


def _pieces(secret: str) -> Iterable[str]:
    return (secret[at : at + _PIECE] for at in range(len(secret) - _PIECE + 1))


def _redacted(problem: Problem, pieces: set[str]) -> Problem:
    values = {
        name: _without(value, pieces) if isinstance(value, str) else value
        for name, value in problem.values.items()
    }
    return dataclasses.replace(problem, path=_without(problem.path, pieces), values=values)


def _without(text: str, pieces: set[str]) -> str:
    """Write `…` for each stretch of `text` that consists of `pieces`."""
    kept: list[str] = []
    at = end = 0
    for start in range(len(text) - _PIECE + 1):
        if text[start : start + _PIECE] in pieces:
            if start >= end:
                kept += [text[at:start], "…"]
            at = end = start + _PIECE
    return "".join([*kept, text[at:]])
