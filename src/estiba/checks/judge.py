"""Runs the checks over notes, Compose files and whole vaults."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from estiba.checks.check import Check
from estiba.checks.registry import EXAMPLE_CHECKS, NAMES, NOTE_CHECKS, SILENCE_CHECKS, VAULT_CHECKS
from estiba.checks.rules import Rules
from estiba.checks.silence_comments import Silence, silences_in_text, silences_in_yaml
from estiba.checks.subjects import NoteInVault, PlacedExample, UsedSilence
from estiba.compose.example import read_example
from estiba.problem import Problem
from estiba.vault.note import Note
from estiba.vault.vault import Vault

Subject = TypeVar("Subject")


def judge_note(note: Note, rules: Rules) -> list[Problem]:
    """Find what is wrong with a note and its examples, silences heeded; in the order of its lines."""
    found = list(_run(NOTE_CHECKS, NoteInVault(note, rules.config), rules))
    for example in examples_of(note):
        found.extend(_run(EXAMPLE_CHECKS, example, rules))
    return settle(found, list(_silences(note)), rules)


def judge_example(example: PlacedExample, rules: Rules) -> list[Problem]:
    """Find what is wrong with a Compose file of its own."""
    found = list(_run(EXAMPLE_CHECKS, example, rules))
    lines = example.example.text.split("\n")
    silences = list(silences_in_yaml(lines, example.path, first_line=example.first_line))
    return settle(found, silences, rules)


def judge_vault(vault: Vault, rules: Rules) -> list[Problem]:
    """Find what is wrong between notes; what is wrong in each is `judge_note`'s."""
    return settle(list(_run(VAULT_CHECKS, vault, rules)), [], rules)


def examples_of(note: Note) -> Iterator[PlacedExample]:
    """Give the examples of a note, each with its place."""
    for fence in note.fences:
        example = read_example(fence.text, info=fence.info)
        if example is not None:
            yield PlacedExample(example, note.path, fence.first_line + 1, fence.widths)


def settle(found: Sequence[Problem], silences: Sequence[Silence], rules: Rules) -> list[Problem]:
    """Heed the silences, judge them in turn, set severities and sort."""
    used: dict[Silence, set[str]] = {silence: set() for silence in silences}
    kept: list[Problem] = []
    for problem in found:
        covering = [one for one in silences if one.covers(problem.check, problem.position.line)]
        for silence in covering:
            used[silence].add(problem.check)
        if not covering:
            kept.append(problem)
    for silence, names in used.items():
        subject = UsedSilence(silence, frozenset(names), NAMES, rules.off, rules.today)
        kept.extend(_run(SILENCE_CHECKS, subject, rules))
    settled = (dataclasses.replace(one, severity=rules.severity(one.check, one.severity)) for one in kept)
    return sorted(settled, key=lambda one: (one.path, one.position, one.check))


def _run(checks: Iterable[Check[Subject]], subject: Subject, rules: Rules) -> Iterator[Problem]:
    for check in checks:
        if rules.runs(check.name):
            yield from check.find(subject)


def _silences(note: Note) -> Iterator[Silence]:
    lines = note.text.split("\n")
    body = lines[note.body_line - 1 :]
    if "estiba:" not in note.text:
        return
    yield from silences_in_yaml(lines[: note.body_line - 1], note.path)
    yield from silences_in_text(body, note.path, note.fences, first_line=note.body_line)
    for fence in note.fences:
        inside = lines[fence.first_line : fence.last_line]
        yield from silences_in_yaml(inside, note.path, first_line=fence.first_line + 1)
