"""The files that a vault begins with."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from estiba.config import FILE_NAME
from estiba.folding import fold
from estiba.writing.requirement import Requirement
from estiba.writing.scalars import write_scalar
from estiba.writing.survey import DOCS
from estiba.writing.template import fill
from estiba.writing.values import NoteValues
from estiba.writing.vault_template import starter_text

CONFIG = "mkdocs.yml"
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_TEMPLATES = {"es": "plantillas/nota.md", "en": "templates/note.md"}
_NOTES = {"es": "monitorizacion/uptime-kuma.md", "en": "monitoring/uptime-kuma.md"}
_FOLDERS = {"es": 'monitorizacion = "Monitorización"', "en": 'monitoring = "Monitoring"'}
_WORKFLOWS = ("notes.yml", "comment.yml", "pages.yml")
_VAULT = re.compile(r"^(?P<key>\s+VAULT: )docs$", re.MULTILINE)
_LOCAL = {
    "es": "# Este Estiba se instaló desde una carpeta. Pon aquí de dónde lo bajan los demás, por ejemplo:\n",
    "en": "# This Estiba was installed from a folder. Put here where others get it from, for example:\n",
}


@dataclass(frozen=True, slots=True)
class Start:
    """What a vault is to be."""

    name: str
    language: str
    """`es` or `en`."""
    docs: str
    has_notes: bool
    """Whether its notes are there already, so that it needs none to begin with."""
    template: str
    """Path in the vault of its template, and whether that is there already."""
    has_template: bool
    requirement: Requirement
    now: dt.datetime


def template_home(root: Path, language: str) -> str:
    """Give the path in the vault `root` at which a template in `language` is to be."""
    folder, _, name = _TEMPLATES[language].partition("/")
    names = sorted(one.name for one in root.iterdir() if one.is_dir()) if root.is_dir() else []
    return f"{next((one for one in names if fold(one) == folder), folder)}/{name}"


def starting_files(start: Start) -> dict[str, str]:
    """Give the files, path from the vault's folder -> text, in the order in which they are told of."""
    language = start.language
    values = {
        "name": write_scalar(start.name),
        "docs_dir": "" if start.docs == DOCS else f"docs_dir: {write_scalar(start.docs)}\n",
        "required": _unless(start.has_notes, '[required]\n"" = ["title", "description"]'),
        "folders": _unless(start.has_notes, f"[folders]\n{_FOLDERS[language]}"),
        "template": json.dumps(start.template, ensure_ascii=False),
    }
    found = {CONFIG: _filled(starter_text(language, CONFIG), values)}
    found[FILE_NAME] = _filled(starter_text(language, FILE_NAME), values)
    if not start.has_notes:
        home, note = NoteValues(title=start.name), NoteValues(title="Uptime Kuma", moment=start.now)
        found[f"{start.docs}/index.md"] = fill(starter_text(language, "home.md"), home)
        found[f"{start.docs}/{_NOTES[language]}"] = fill(starter_text(language, "note.md"), note)
    if not start.has_template:
        found[f"{start.docs}/{start.template}"] = starter_text(language, "template.md")
    found["requirements.txt"] = _requirements(start)
    found[".gitignore"] = (files(__package__) / "starter" / "gitignore").read_text("utf-8")
    for name in _WORKFLOWS:
        text = (files(__package__) / "workflows" / name).read_text("utf-8")
        found[f".github/workflows/{name}"] = _of_vault(text, start.docs)
    return found


def write_missing(folder: Path, texts: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Write those of `texts` that are not there; gives the paths that were made, and those that were kept.

    Nothing is written through a link that leads out of `folder`. Raises OSError where the system does not
    let a file be made.
    """
    made: list[str] = []
    kept: list[str] = []
    for path, text in texts.items():
        file = folder / path
        if not file.resolve().is_relative_to(folder.resolve()):
            kept.append(path)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with file.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
        except FileExistsError:
            kept.append(path)
        else:
            made.append(path)
    return made, kept


def _requirements(start: Start) -> str:
    example = "# estiba @ git+https://github.com/OWNER/REPOSITORY@COMMIT\n"
    above = "" if start.requirement.is_fetched else _LOCAL[start.language] + example
    return f"{above}{start.requirement.line}\n"


def _of_vault(text: str, docs: str) -> str:
    """Name the folder of the notes in a workflow."""
    return _VAULT.sub(lambda match: match["key"] + write_scalar(docs), text)


def _unless(is_off: bool, text: str) -> str:  # noqa: FBT001 - what it is stands before it
    return "".join(f"# {line}\n" if is_off else f"{line}\n" for line in text.split("\n"))


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values[place[1]], text)
