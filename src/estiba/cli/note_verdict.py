"""What is wrong with one note, in words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import sys
from pathlib import Path

from estiba.catalogue import catalogue_for
from estiba.checks.judge import examples_of, judge_note, judge_reading
from estiba.checks.redaction import without_secrets
from estiba.checks.rules import Rules
from estiba.cli.targets import read_bytes, shown
from estiba.config import Config
from estiba.report.result import Result
from estiba.report.text import write_text
from estiba.vault.note import Unreadable, read_note


def note_verdict(file: Path, path: str, config: Config) -> str:
    """Say what `estiba check --strict` finds wrong with the note in `file`, at `path` in its vault.

    Gives an empty text where it passes. Raises `CannotRun` where the file cannot be read.
    """
    rules = Rules(config, dt.date.today())  # noqa: DTZ011 - the author's day
    try:
        note = read_note(read_bytes(file), path, config)
        examples = list(examples_of(note))
        problems, text = judge_note(note, rules), without_secrets(note.text, examples)
    except Unreadable as error:
        examples = []
        problems, text = judge_reading([error.problem], rules), ""
    name = shown(file)
    found = tuple(dataclasses.replace(problem, path=name) for problem in problems)
    result = Result(found, {name: text.split("\n")}, 1, len(examples))
    if not result.failed(strict=True):
        return ""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return write_text(result, catalogue_for("en"), colour=colour, everything=False)
