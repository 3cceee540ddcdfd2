"""`estiba schema`: JSON Schemas of front matter and of the policy, for editors."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from estiba.checks.rules import refuse_unknown
from estiba.cli.output import complain, say, write_file
from estiba.cli.targets import CannotRun, home_of, policy_path, read_targets, shown
from estiba.config import FILE_NAME, load_config
from estiba.policy_table import ConfigError
from estiba.report.commands import json_without_commands
from estiba.report.printable import one_line
from estiba.schemas.editor import (
    DIRECTIVE,
    SETTINGS_FILE,
    NotMerged,
    merged_settings,
    schema_files,
    schema_text,
)
from estiba.schemas.note import note_schema
from estiba.schemas.policy import policy_schema

KINDS = ("note", "policy")
_DESCRIPTION = """\
Prints the JSON Schema of the front matter of this vault's notes, as its estiba.toml has it,
or of estiba.toml itself.

With --write it puts both into .vscode/ beside estiba.toml, and the one of notes into
.vscode/settings.json; whatever else stands there stays."""
_BY_HAND = """\
{file} has comments, or a form that is not known here, and stays as it is; add to it:

{lines}
"""
_FIRST_LINE = """\
{file}: begin it with this line, by which editors find its schema:

{line}
"""


def add_schema(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help="print JSON Schemas for editors",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 printed or written, 2 could not run.",
    )
    parser.add_argument("kind", nargs="?", choices=KINDS, help="which to print")
    parser.add_argument("--write", action="store_true", help="write both into .vscode/")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if not options.write and options.kind is None:
        complain("say which schema: 'note' or 'policy', or --write")
        return 2
    try:
        target = read_targets([])[0]
        config = load_config(policy_path(target))
        refuse_unknown(config, str(policy_path(target)))
        if options.write:
            _write(home_of(target), schema_files(config), target.root)
    except (CannotRun, ConfigError) as error:
        complain(error)
        return 2
    if options.kind is not None:
        schema = note_schema(config) if options.kind == "note" else policy_schema()
        say(json_without_commands(schema_text(schema)))
    return 0


def _write(folder: Path, files: dict[str, str], notes: Path) -> None:
    settings, policy = folder / SETTINGS_FILE, folder / FILE_NAME
    hints = []
    try:
        files[SETTINGS_FILE] = merged_settings(_text(settings), _pattern(notes, folder))
    except NotMerged as error:
        hints.append(_BY_HAND.format(file=one_line(shown(settings)), lines=error.lines))
    for name, text in files.items():
        if _text(folder / name) != text:
            _make(settings.parent)
            write_file(folder / name, text)
            say(f"{one_line(shown(folder / name))}\n")
    if DIRECTIVE not in (_text(policy) or DIRECTIVE):
        hints.append(_FIRST_LINE.format(file=one_line(shown(policy)), line=DIRECTIVE))
    say("".join(f"\n{hint}" for hint in hints))


def _pattern(notes: Path, folder: Path) -> str:
    """Write which notes are meant, seen from `folder`."""
    inside = notes.resolve().relative_to(folder)
    return (inside / "**" / "*.md").as_posix()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotRun(f"{folder}: {error.strerror}") from None


def _text(file: Path) -> str | None:
    """Give what a file holds; None if there is none."""
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise CannotRun(f"{file}: is no UTF-8 text") from None
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
