"""Which template the notes of a vault are made of."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from estiba.config import LANGUAGES, Config
from estiba.folding import fold
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.files.materials import is_material
from estiba.vault.links.note_names import NOTE_SUFFIXES
from estiba.vault.source import NotText, decode
from estiba.vault.splitting import split
from estiba.writing.fields import field_names
from estiba.writing.places import TEMPLATER, TemplateFault
from estiba.writing.scalars import write_scalar

_OF_NOTES = frozenset({"nota", "note"})
_ANY_PLACE = "{{}}"
_KEY = re.compile(r"^[a-z]+(?=:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it is written (LF line ends), and its file; None: Estiba's own."""

    text: str
    file: Path | None


def template_of(root: Path, config: Config, language: str, *, file: Path | None = None) -> Template:
    """Give the template of the vault in the folder `root`: `file`, if one is named; else the policy's.

    Without either: the first in a folder of templates that is not Templater's, one called `nota` or
    `note` before others, the outermost first. Without any: Estiba's own in `language`.

    Raises `TemplateFault` for a file that is named and cannot be read.
    """
    if file is None and config.template:
        file = root / config.template
        if not file.resolve().is_relative_to(root.resolve()):
            raise TemplateFault(f"{file} leads out of the vault")
    if file is not None:
        return Template(_read(file), file)
    for found in sorted(_candidates(root), key=lambda path: _order(path.relative_to(root))):
        try:
            text = _read(found)
        except TemplateFault:
            continue
        if not TEMPLATER.search(text) and is_material(found.relative_to(root).as_posix(), (), text):
            return Template(text, found)
    return Template(own_template(language, config), None)


def own_template(language: str, config: Config) -> str:
    """Give Estiba's own template in `language`, with the owner's names of fields."""
    text = starter_text(language, "template.md")
    names = field_names(config)
    cut = split(text)
    head = _KEY.sub(lambda key: write_scalar(names.get(key[0], key[0])), cut.block or "")
    return text[: cut.block_start] + head + text[cut.block_start + len(cut.block or "") :]


def starter_text(language: str, name: str) -> str:
    """Give the file `name` of those that a vault begins with, in English where `language` has none."""
    return (files(__package__) / "starter" / known_language(language) / name).read_text("utf-8")


def known_language(language: str) -> str:
    """Give the language in which Estiba writes for somebody who speaks `language` (`es`, `es_MX.UTF-8`)."""
    base = language.replace("_", "-").partition("-")[0].partition(".")[0].casefold()
    return base if base in LANGUAGES else "en"


def _candidates(root: Path) -> Iterator[Path]:
    """Give the notes in folders of templates; links of the system are not followed."""
    for name, folders, names in os.walk(root):
        folders[:] = [one for one in folders if one not in OF_PROGRAMS and not one.startswith(".")]
        inside = Path(name).relative_to(root).as_posix()
        if is_material(f"{inside}/x.md", (), _ANY_PLACE):
            found = (Path(name, one) for one in names if one.lower().endswith(NOTE_SUFFIXES))
            yield from (one for one in found if not one.is_symlink() and not one.name.startswith("."))


def _order(path: Path) -> tuple[bool, int, str]:
    return fold(path.stem) not in _OF_NOTES, len(path.parts), path.as_posix()


def _read(file: Path) -> str:
    try:
        return decode(file.read_bytes())
    except OSError as error:
        raise TemplateFault(f"{file}: {error.strerror}") from None
    except NotText:
        raise TemplateFault(f"{file}: is no UTF-8 text") from None
