"""`estiba init`: a vault to begin with."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shlex
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from estiba.catalogue import catalogue_for
from estiba.cli.asking import ask, is_asking
from estiba.cli.mkdocs_file import CONFIGS, MkdocsFile, mkdocs_file_in
from estiba.cli.output import complain, say
from estiba.cli.targets import CannotRun
from estiba.config import FILE_NAME, LANGUAGES, load_config, read_config
from estiba.policy_table import ConfigError
from estiba.report.printable import one_line
from estiba.schemas.editor import SETTINGS_FILE, merged_settings, schema_files
from estiba.vault.note import readable_name
from estiba.writing.places import TemplateFault
from estiba.writing.requirement import requirement_of
from estiba.writing.starting import Start, starting_files, template_home, write_missing
from estiba.writing.survey import NoPlace, Survey, has_notes_in, survey
from estiba.writing.values import text_of
from estiba.writing.vault_template import known_language, template_of

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which POSIX asks them."""
_REQUIREMENTS = "requirements.txt"
_DESCRIPTION = """\
Makes a vault: mkdocs.yml, the policy estiba.toml, a first note, a template of notes, and
workflows for GitHub. Notes that are there already are used where they are.

A file that is there is left as it is, so a second run changes nothing."""


def add_init(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "init",
        help="make a vault, or one of the notes that are there",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 made, or all was there; 2 could not run.",
    )
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="its folder (default: here)")
    parser.add_argument("--name", metavar="NAME", help="name of the site (default: that of the folder)")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the site (default: yours, or en)")
    parser.add_argument("--notes", metavar="FOLDER", help="folder of the notes in DIR (default: docs)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    folder = Path(options.folder)
    try:
        start = _start(options, folder)
        try:
            made, kept = write_missing(folder, _files(folder, start))
        except OSError as error:
            raise CannotRun(f"{error.filename or folder}: {error.strerror}") from None
        has_plugin = _names_plugin(folder)
    except (CannotRun, ConfigError, NoPlace) as error:
        complain(error)
        return 2
    say(_told(folder, start, made, kept, has_plugin=has_plugin))
    return 0


def _start(options: argparse.Namespace, folder: Path) -> Start:
    """Find out what is there, and ask for what is not."""
    here = folder.resolve()
    above = next(one for one in (here, *here.parents) if one.exists())
    if not above.is_dir():
        raise CannotRun(f"{above}: is no folder")
    config = load_config(here / FILE_NAME)
    site = mkdocs_file_in(here)
    found = _of_site(here, site) if site else survey(here, options.notes)
    site_language = site.language if site else ""
    name = text_of(options.name or "") or readable_name(f"{here.name or 'notes'}.md")
    spoken = next((os.environ[one] for one in _LOCALE if os.environ.get(one)), "")
    language = options.language or config.language or known_language(site_language or spoken)
    if is_asking():
        texts = catalogue_for("en")
        if not options.name and site is None:
            name = text_of(ask(texts.text("init.name"), name))
        if not (options.language or config.language or site_language):
            language = _language(ask(texts.text("init.language"), language))
    root = here / found.docs
    try:
        there = template_of(root, config, language).file
    except TemplateFault:  # one that is named and is not there
        there = None
    return Start(
        name=name,
        language=language,
        docs=found.docs,
        has_notes=found.has_notes,
        template=there.relative_to(root).as_posix()
        if there
        else config.template or template_home(root, language),
        has_template=there is not None,
        requirement=requirement_of(distribution("estiba")),
        now=dt.datetime.now().astimezone(),
    )


def _files(folder: Path, start: Start) -> dict[str, str]:
    """Give the files of a vault, and the schemas by which editors know its policy and its notes."""
    files = starting_files(start)
    policy = folder / FILE_NAME
    config = load_config(policy) if policy.is_file() else read_config(files[FILE_NAME], policy)
    settings = {SETTINGS_FILE: merged_settings(None, f"{start.docs}/**/*.md")}
    return files | settings | schema_files(config)


def _of_site(here: Path, site: MkdocsFile) -> Survey:
    """Take the notes from where an mkdocs.yml that is there already has them."""
    if site.docs == here or not site.docs.is_relative_to(here):
        raise CannotRun(f"mkdocs.yml has its notes ('docs_dir') in {site.docs}, which is no folder below it")
    return Survey(site.docs.relative_to(here).as_posix(), has_notes_in(site.docs))


def _language(answer: str) -> str:
    if answer not in LANGUAGES:
        raise CannotRun(f"'{answer}' is none of the languages: {', '.join(LANGUAGES)}")
    return answer


def _names_plugin(folder: Path) -> bool:
    files = [folder / name for name in CONFIGS if (folder / name).is_file()]
    return any("estiba" in file.read_text("utf-8", "replace") for file in files)


def _told(folder: Path, start: Start, made: list[str], kept: list[str], *, has_plugin: bool) -> str:
    texts = catalogue_for("en")
    lines = [(folder / path).as_posix() for path in made]
    lines.append(texts.count("init.made", len(made)) if made else texts.text("init.nothing"))
    if made and kept:
        lines.append(texts.text("init.kept", files=", ".join(kept)))
    if not has_plugin:
        lines.append(texts.text("init.plugin"))
    if _REQUIREMENTS in made and not start.requirement.is_fetched:
        lines.append(texts.text("init.requirement", line=start.requirement.line))
    if FILE_NAME in made and start.has_notes:
        lines.append(texts.text("init.publish"))
    change = [] if folder.resolve() == Path.cwd() else [f"cd {shlex.quote(folder.as_posix())}"]
    lines += ["", *change, *(texts.text(f"init.{key}") for key in ("serve", "new"))]
    return "".join(f"{one_line(line)}\n" for line in lines)
