"""`estiba new PATH`: a note in the shape of the vault's template."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import Any

from estiba.catalogue import catalogue_for
from estiba.checks.rules import refuse_unknown
from estiba.cli.answers import NotePlace, asked_values, given_values, whole_values
from estiba.cli.asking import edit, editor, is_asking
from estiba.cli.note_verdict import note_verdict
from estiba.cli.notes_folder import notes_folder_of
from estiba.cli.output import complain, say
from estiba.cli.targets import CannotRun, Target, policy_path, shown
from estiba.config import load_config
from estiba.policy_table import ConfigError
from estiba.report.printable import one_line
from estiba.writing.new_note import write_new
from estiba.writing.note_paths import BadPath, note_path, plain_path, refuse_taken
from estiba.writing.places import TemplateFault
from estiba.writing.values import NoteValues
from estiba.writing.vault_template import template_of

_DESCRIPTION = """\
Makes a note in the shape of the vault's template, with its front matter filled in and
today's date. At a terminal it asks for what the vault requires and no option gives.

PATH is the note's folder and name: 'estiba new redes/wireguard' makes
docs/redes/wireguard.md. What is there already is never touched."""


def add_new(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "new",
        help="make a note",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 made, 1 made and something is wrong with it, 2 could not run.",
    )
    parser.add_argument("path", metavar="PATH", help="folder and name of the note, as redes/wireguard")
    parser.add_argument("--title", metavar="TEXT", help="its title (default: its name, made readable)")
    parser.add_argument("--description", metavar="TEXT", help="what it is about, in a sentence")
    parser.add_argument("--tags", action="append", metavar="TAGS", help="its tags, as redes,docker")
    parser.add_argument("--alias", action="append", metavar="NAME", help="another name (again for more)")
    parser.add_argument("--draft", action="store_true", help="do not publish it yet")
    parser.add_argument("--template", metavar="FILE", help="another template than the vault's")
    parser.add_argument("--edit", action="store_true", help="open it in $VISUAL or $EDITOR, then check it")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    asks = is_asking()
    try:
        command = editor() if options.edit else []
        place = _place(options)
        values = (asked_values if asks else whole_values)(place, given_values(options, place))
        try:
            file = write_new(place.root, place.path, place.filled(values))
        except OSError as error:
            raise CannotRun(f"{shown(place.root / place.path)}: {error.strerror}") from None
        say(_told(place, values, is_named=options.title is not None or asks))
        if command:
            edit(file, command)
        problems = note_verdict(file, place.path, place.config)
    except (CannotRun, ConfigError, BadPath) as error:
        complain(error)
        return 2
    say(problems or _next(file, is_edited=bool(command)))
    return int(bool(problems))


def _place(options: argparse.Namespace) -> NotePlace:
    here = Path.cwd()
    folder = notes_folder_of(here)
    policy = policy_path(Target(folder.root, (), ()))
    config = load_config(policy)
    refuse_unknown(config, str(policy))
    path = note_path(options.path, folder.root, here, config.new_folder)
    refuse_taken(folder.root, path)
    language = config.language or folder.language or "en"
    named = None
    if options.template:
        named = Path(options.template)
        named = named if named.is_file() or named.is_absolute() else folder.root / named
    try:
        template = template_of(folder.root, config, language, file=named)
    except TemplateFault as error:
        raise CannotRun(error) from None
    return NotePlace(folder.root, path, config, language, template)


def _told(place: NotePlace, values: NoteValues, *, is_named: bool) -> str:
    texts = catalogue_for("en")
    file = place.root / place.path
    lines = [
        texts.text("new.made" if place.shape else "new.made-by-own", file=shown(file), template=place.shape)
    ]
    plain = plain_path(place.path, place.root)
    if plain != place.path:
        lines.append(texts.text("new.plain", path=plain))
    if not is_named:
        lines.append(texts.text("new.by-name", title=values.title))
    if values.draft:
        lines.append(texts.text("new.draft"))
    elif place.config.is_opt_in(place.path):
        lines.append(texts.text("new.opt-in"))
    return "".join(f"{one_line(line)}\n" for line in lines)


def _next(file: Path, *, is_edited: bool) -> str:
    key = "new.next-edited" if is_edited else "new.next"
    return catalogue_for("en").text(key, file=shlex.quote(shown(file))) + "\n"
