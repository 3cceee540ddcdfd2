"""Runs the checks over notes, Compose files and whole vaults."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from estiba.checks.check import Check
from estiba.checks.companions import Companions
from estiba.checks.note_code import NoteCode
from estiba.checks.on_examples import EXAMPLE_CHECKS
from estiba.checks.redaction import redacted
from estiba.checks.registry import NAMES, NEEDING_VAULT, NOTE_CHECKS, SILENCE_CHECKS, VAULT_CHECKS
from estiba.checks.rules import Rules
from estiba.checks.silence_comments import Silence, counter_example, silences_in_text, silences_in_yaml
from estiba.checks.subjects import NoteInVault, PlacedExample, UsedSilence
from estiba.compose.example import read_example
from estiba.position import Position
from estiba.problem import Problem
from estiba.vault.files.used_attachments import leads_anywhere
from estiba.vault.note import Note
from estiba.vault.text.explanations import explanations_of
from estiba.vault.text.fences import Fence
from estiba.vault.vault import Vault

Subject = TypeVar("Subject")
_ALONE = tuple(check for check in NOTE_CHECKS if not check.needs_vault)
_AMONG_NOTES = tuple(check for check in NOTE_CHECKS if check.needs_vault)


@dataclass(frozen=True, slots=True)
class Silenced:
    """A problem, and the reason that the author gives for leaving it; empty where there is none."""

    problem: Problem
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a file, in the order of its lines."""

    problems: list[Problem]
    silenced: list[Silenced] = field(default_factory=list)
    silences: tuple[Silence, ...] = ()
    """All of the file."""


def find_in_note(
    note: Note, rules: Rules, examples: Sequence[PlacedExample], vault: Vault | None = None
) -> Findings:
    """Find what is wrong with a note and its `examples` (those of `examples_of`); nothing in a template.

    Its links are judged where `vault` is given: all of the vault that it is one of.
    """
    among = None if vault is None else find_among_notes(note, rules, vault)
    return find_alone(note, rules, examples, among)


def find_among_notes(note: Note, rules: Rules, vault: Vault) -> list[Problem]:
    """Find what is wrong with how a note stands among the others of its `vault`, silences not yet heeded."""
    if note.is_material or not leads_anywhere(note):
        return []
    return list(_run(_AMONG_NOTES, NoteInVault(note, rules.config, vault), rules))


def find_alone(
    note: Note, rules: Rules, examples: Sequence[PlacedExample], among: Iterable[Problem] | None = None
) -> Findings:
    """Find what a note shows by itself, and settle that with what was found `among` the others.

    All that is found depends on the note, the rules and `among` alone. None: nobody has looked there.
    """
    if note.is_material:
        return Findings([])
    found = [*_run(_ALONE, NoteInVault(note, rules.config), rules), *(among or ())]
    unasked = frozenset[str]() if among is not None else NEEDING_VAULT
    return _judged(found, list(_silences(note)), examples, rules, unasked)


def judge_note(note: Note, rules: Rules, vault: Vault | None = None) -> list[Problem]:
    """Find what is wrong with a note and its examples, silences heeded; in the order of its lines."""
    return find_in_note(note, rules, list(examples_of(note)), vault).problems


def judge_examples(examples: Sequence[PlacedExample], silences: Iterable[Silence], rules: Rules) -> Findings:
    """Find what is wrong with the examples of a text that has `silences` around them."""
    return _judged([], list(silences), examples, rules)


def judge_example(example: PlacedExample, rules: Rules) -> list[Problem]:
    """Find what is wrong with a Compose file of its own."""
    return judge_examples([example], (), rules).problems


def judge_reading(problems: Iterable[Problem], rules: Rules) -> list[Problem]:
    """Pass on what was found while a file was read that no note came of."""
    return [
        dataclasses.replace(one, severity=rules.severity(one.check, "notes", one.severity))
        for one in problems
        if rules.runs(one.check, "notes")
    ]


def judge_vault(vault: Vault, rules: Rules) -> list[Problem]:
    """Find what is wrong between notes; what is wrong in each is `judge_note`'s."""
    return _settle(list(_run(VAULT_CHECKS, vault, rules)), [], rules)[0]


def examples_of(note: Note) -> Iterator[PlacedExample]:
    """Give the examples of a note, each with its place."""
    yield from examples_in(note.text, note.fences, note.path, first_line=note.body_line)


def examples_in(
    text: str, fences: Iterable[Fence], path: str = "", *, first_line: int = 1
) -> Iterator[PlacedExample]:
    """Give the examples among `fences`, all those of `text`, which stands in the file at `path`.

    The Markdown in it begins at `first_line`.
    """
    fences = list(fences)
    read = [(fence, read_example(fence.text, info=fence.info)) for fence in fences]
    examples = [(fence, example) for fence, example in read if example is not None]
    if not examples:
        return
    companions, beside = Companions(text, fences), NoteCode(fences, text)
    lines = text.split("\n")
    explained = explanations_of(
        lines[first_line - 1 :], [fence for fence, _ in examples], first_line=first_line
    )
    for fence, example in examples:
        yield PlacedExample(
            example,
            path,
            fence.first_line + 1,
            fence.widths,
            companions.environment_of(fence),
            in_note=True,
            info=fence.info,
            explanations=tuple(explained.get(fence.first_line, ())),
            beside=beside,
            lines=lines,
        )


def _judged(
    found: list[Problem],
    silences: list[Silence],
    examples: Sequence[PlacedExample],
    rules: Rules,
    unasked: frozenset[str] = frozenset(),
) -> Findings:
    for example in examples:
        found.extend(_run(_checks_for(example), example, rules))
        silences.extend(silences_of(example))
    kept, silenced = _settle(found, silences, rules, unasked)
    pairs = zip(redacted([one.problem for one in silenced], examples), silenced, strict=True)
    hidden = [Silenced(problem, one.reason) for problem, one in pairs]
    return Findings(redacted(kept, examples), hidden, tuple(silences))


def _checks_for(example: PlacedExample) -> list[Check[PlacedExample]]:
    return [check for check in EXAMPLE_CHECKS if check.on_excerpts or not example.is_excerpt]


def _settle(
    found: Sequence[Problem],
    silences: Sequence[Silence],
    rules: Rules,
    unasked: frozenset[str] = frozenset(),
) -> tuple[list[Problem], list[Silenced]]:
    """Heed the silences, judge them in turn, and sort; `unasked` are checks that had nothing to look at."""
    used: dict[Silence, set[str]] = {silence: set() for silence in silences}
    kept: list[Problem] = []
    silenced: list[Silenced] = []
    for problem in found:
        covering = [one for one in silences if one.covers(problem.check, problem.position.line)]
        for silence in covering:
            used[silence].add(problem.check)
        if covering:
            silenced.append(Silenced(problem, covering[0].reason))
        else:
            kept.append(problem)
    for silence, names in used.items():
        if not silence.judged:
            continue
        subject = UsedSilence(silence, frozenset(names), NAMES, rules.off | unasked, rules.today)
        kept.extend(_run(SILENCE_CHECKS, subject, rules))
    return sorted(kept, key=_order), sorted(silenced, key=lambda one: _order(one.problem))


def _order(problem: Problem) -> tuple[str, Position, str]:
    return problem.path, problem.position, problem.check


def _run(checks: Iterable[Check[Subject]], subject: Subject, rules: Rules) -> Iterator[Problem]:
    for check in checks:
        if not rules.runs(check.name, check.group):
            continue
        for problem in check.find(subject):
            severity = rules.severity(check.name, check.group, problem.severity)
            yield problem if severity == problem.severity else dataclasses.replace(problem, severity=severity)


def _silences(note: Note) -> Iterator[Silence]:
    if "estiba:" not in note.text:
        return
    lines = note.text.split("\n")
    above, body = lines[: note.body_line - 1], lines[note.body_line - 1 :]
    yield from silences_in_yaml(above, note.path, of_note=True)
    yield from silences_in_text(body, note.path, note.fences, first_line=note.body_line)


def silences_of(example: PlacedExample) -> Iterator[Silence]:
    """Give the silences that stand in an example, and what its fence says that it is there to show."""
    if example.example.shows:
        count = example.example.text.count("\n")
        yield counter_example(example.example.shows, example.path, example.first_line, count)
    yield from silences_in_yaml(
        example.example.text.split("\n"),
        example.path,
        first_line=example.first_line,
        widths=example.widths,
        judged=example.example.readable,
    )
