"""A vault at one moment, and what is wrong with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from estiba.checks.judge import (
    Findings,
    examples_of,
    find_in_note,
    judge_example,
    judge_reading,
    judge_vault,
)
from estiba.checks.redaction import without_secrets
from estiba.checks.registry import NAMES, NEEDING_VAULT
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.config import Config
from estiba.problem import Problem
from estiba.vault.files.finding import Refusal
from estiba.vault.note import Note, Unreadable, read_note, read_text
from estiba.vault.text.characters import hidden_characters
from estiba.vault.vault import Vault, read_vault

_OF_OTHERS = NEEDING_VAULT | {"unused-silence"}
"""Checks that may find something new in a note that has not changed."""


@dataclass(frozen=True, slots=True)
class VaultFiles:
    """The files of a vault at one moment, by their paths in it."""

    notes: Mapping[str, bytes]
    composes: Mapping[str, bytes]
    attachments: Collection[str]
    """All that are no notes."""
    refused: Mapping[str, Refusal] = field(default_factory=dict)
    """What lies there and is not read, with why."""
    active: Collection[str] = ()
    """Those of `attachments` that a browser would run, whether anybody vouches for them or not."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a vault says at one moment, and what is wrong with what was looked at."""

    vault: Vault
    """Drafts are among its notes."""
    problems: tuple[Problem, ...]
    """Of the files that were looked at, all; of the others, those that hang on other files."""
    findings: Mapping[str, Findings]
    """Of each note that was looked at."""
    examples: Mapping[str, tuple[PlacedExample, ...]]
    """Those of each note that was looked at, and each Compose file."""
    lines: Mapping[str, Sequence[str]]
    """Of each file with a problem; real credentials are covered."""


class NotesRead:
    """Reads each note once, however many states of the vault have it."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, bytes], Note] = {}

    def read(self, data: bytes, path: str, config: Config) -> Note:
        """Read a note as `read_note` does; all calls are by one policy."""
        note = self._notes.get((path, data))
        if note is None:
            note = self._notes[path, data] = read_note(data, path, config)
        return note


Notes = Mapping[str, Note]
Progress = Callable[[Notes], Iterable[tuple[str, Note]]]
"""Passes notes on one by one, and may say how far it has come."""


def quietly(notes: Notes) -> Iterable[tuple[str, Note]]:
    """Pass `notes` on, and say nothing."""
    return notes.items()


def take_snapshot(
    files: VaultFiles,
    rules: Rules,
    looked_at: Collection[str],
    notes_read: NotesRead,
    progress: Progress = quietly,
) -> Snapshot:
    """Read a vault, and judge those of its files that are `looked_at`, and what others say of them.

    Of the other notes only that is judged which may change though they do not: where their links lead.
    """
    vault = read_vault(
        files.notes.items(),
        rules.config,
        keep_drafts=True,
        attachments=files.attachments,
        refused=files.refused,
        read=notes_read.read,
        is_active=files.active.__contains__,
    )
    outer = dataclasses.replace(rules, ignore=rules.ignore | (NAMES - _OF_OTHERS))
    findings: dict[str, Findings] = {}
    examples: dict[str, tuple[PlacedExample, ...]] = {}
    problems = judge_reading(vault.unreadable, rules)
    for path, note in progress(vault.notes):
        if path in looked_at:
            examples[path] = tuple(examples_of(note))
            findings[path] = find_in_note(note, rules, examples[path], vault)
            problems += findings[path].problems
        else:
            problems += find_in_note(note, outer, (), vault).problems
    for path in files.composes:
        if path in looked_at:
            found, example = judge_compose(files.composes[path], path, rules)
            problems += found
            examples[path] = (example,) if example else ()
    problems += judge_vault(vault, rules)
    lines = {path: _lines(path, files, vault, examples) for path in {problem.path for problem in problems}}
    return Snapshot(vault, tuple(problems), findings, examples, lines)


def judge_compose(data: bytes, path: str, rules: Rules) -> tuple[list[Problem], PlacedExample | None]:
    """Find what is wrong with a Compose file of its own; no example where it is no text."""
    try:
        text = read_text(data, path)
    except Unreadable as error:
        return judge_reading([error.problem], rules), None
    example = PlacedExample(read_file(text), path, 1)
    return judge_reading(hidden_characters(text, path), rules) + judge_example(example, rules), example


def _lines(
    path: str, files: VaultFiles, vault: Vault, examples: Mapping[str, tuple[PlacedExample, ...]]
) -> list[str]:
    if path in vault.notes:
        note = vault.notes[path]
        shown = examples[path] if path in examples else tuple(examples_of(note))
        return without_secrets(note.text, shown).split("\n")
    for example in examples.get(path, ()):
        return without_secrets(example.example.text, [example]).split("\n")
    return []
