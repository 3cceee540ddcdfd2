"""One Markdown file -> `Note`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from estiba.config import Config
from estiba.folding import fold
from estiba.position import LineMap
from estiba.problem import Problem, Severity
from estiba.vault.fields import read_fields
from estiba.vault.files.addresses import is_index
from estiba.vault.files.materials import is_material
from estiba.vault.front_matter import Entry, read_front_matter
from estiba.vault.source import NotText, decode
from estiba.vault.text.characters import hidden_characters, without_controls
from estiba.vault.text.comments import without_comments
from estiba.vault.text.fences import Fence
from estiba.vault.text.marks import Marks
from estiba.vault.text.prose import Heading, first_heading, first_paragraph, shorten
from estiba.vault.text.reading_marks import read_marks

_PLACEHOLDERS = frozenset(
    fold(word)
    for word in (
        "description",
        "descripción",
        "desc",
        "todo",
        "tbd",
        "fixme",
        "xxx",
        "...",
        "…",
        "-",
        "lorem ipsum",
        "pendiente",
        "por hacer",
    )
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Note:
    """One Markdown file of the vault, read once. All texts are plain text, not HTML."""

    path: str
    """Relative to the vault, with `/` between its parts."""
    text: str = field(repr=False)
    """The whole file, with LF line ends and without control characters."""
    body_start: int = field(repr=False)
    """Where in `text` its body begins."""
    body_line: int
    title: str
    """The author's title, else the first H1, else the file's name made readable."""
    heading: Heading | None
    """The first H1 of the body."""
    description: str
    """The author's description, else the first paragraph, shortened; may be empty."""
    described: bool
    """Whether the author wrote the description."""
    date: dt.date | None
    mod: dt.date | None
    published: bool
    unlisted: bool
    """Whether it is a page that nothing lists and no search finds."""
    is_material: bool
    """Whether it is a drawing or a template, and no note of its owner's: not published, and not judged."""
    aliases: tuple[str, ...]
    """Other names, by which notes may link to it."""
    tags: tuple[str, ...]
    """Those of the front matter, then those in the text, each once."""
    entries: Mapping[str, Entry]
    """The keys of the front matter that have a meaning, by our names for them."""
    extra: Mapping[str, Entry]
    """Keys of the owner's own."""
    fences: tuple[Fence, ...]
    marks: Marks = field(repr=False)
    """Links, comments, headings and the like in the body."""
    problems: tuple[Problem, ...]

    @property
    def body(self) -> str:
        """What stands below the front matter, with LF line ends."""
        return self.text[self.body_start :]

    @property
    def is_headed_by_title(self) -> bool:
        """Whether the first H1 is the title; case and accents do not count."""
        return self.heading is not None and fold(self.heading.text) == fold(self.title)

    @property
    def heading_to_lift(self) -> str | None:
        """The words of the H1 that a page leaves out of the text, where it shows the title itself."""
        heading = self.heading
        return heading.text if heading and (heading.leads or self.is_headed_by_title) else None

    @property
    def language(self) -> str:
        """The language that its author names, as a tag of BCP 47; empty where they name none."""
        return language_tag(self.extra["lang"].value if "lang" in self.extra else None)

    @property
    def subtitle(self) -> str:
        """The first H1 where it leads the text and says something else than the title; else empty."""
        heading = self.heading
        return heading.text if heading and heading.leads and not self.is_headed_by_title else ""


def language_tag(written: object) -> str:
    """Give the language tag of BCP 47 that somebody has `written` (`es`, `es_MX`); empty where it is none."""
    text = written.strip().replace("_", "-") if isinstance(written, str) else ""
    return text if _LANGUAGE.fullmatch(text) else ""


class Unreadable(Exception):
    """A file that is no UTF-8 text; `problem` says so."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def read_note(data: bytes, path: str, config: Config) -> Note:
    """Read the note with the bytes `data` at `path` (relative to the vault).

    Raises `Unreadable` where the bytes are no UTF-8 text, and nothing else.
    """
    text = read_text(data, path)
    hidden = tuple(hidden_characters(text, path))
    text = without_controls(text) if hidden else text
    return _note(text, path, config, hidden)


def read_text(data: bytes, path: str) -> str:
    """Decode the bytes of the file at `path`; raises `Unreadable` where they are no UTF-8 text."""
    try:
        return decode(data)
    except NotText as error:
        before = decode(data[: error.offset])
        raise Unreadable(
            Problem(
                "unreadable-note",
                Severity.ERROR,
                path,
                LineMap.of(before).position(len(before)),
                values={"encoding": error.encoding},
            )
        ) from None


def _note(text: str, path: str, config: Config, hidden: tuple[Problem, ...]) -> Note:
    front_matter = read_front_matter(text, path)
    fields = read_fields(front_matter, path, config)
    lines = front_matter.body.split("\n")
    first_line = front_matter.body_line
    fences, marks = read_marks(lines, first_line=first_line)
    shown = [] if marks.excess else without_comments(lines, marks.comments, first_line=first_line)
    heading = first_heading(shown, fences, first_line=first_line)
    described = fields.description is not None and not is_placeholder(fields.description)
    description = fields.description if described else None
    material = is_material(path, fields.extra, text, config.template)
    return Note(
        path=path,
        text=text,
        body_start=len(text) - len(front_matter.body),
        body_line=first_line,
        title=fields.title or (heading.text if heading else readable_name(path)),
        heading=heading,
        description=shorten(
            description or first_paragraph(shown, fences, first_line=first_line),
            limit=300 if described else 200,
        ),
        described=described,
        date=fields.date,
        mod=fields.mod,
        published=fields.published and not material,
        unlisted=fields.unlisted,
        is_material=material,
        aliases=fields.aliases,
        tags=tuple(dict.fromkeys((*fields.tags, *(tag.name for tag in marks.tags)))),
        entries=fields.entries,
        extra=fields.extra,
        fences=fences,
        marks=marks,
        problems=hidden + front_matter.problems + fields.problems,
    )


def is_placeholder(description: str) -> bool:
    """Whether a template, not an author, wrote this description."""
    folded = fold(description).strip(" .:!<>[](){}\"'")
    return not folded or folded in _PLACEHOLDERS or description.startswith(("{{", "<%", "<%="))


def readable_name(path: str) -> str:
    """Make a title of a file's name: `copia-de_seguridad.md` -> `Copia de seguridad`.

    An index is named like its folder.
    """
    pure = PurePosixPath(path)
    name = pure.stem
    if is_index(path) and pure.parent.name:
        name = pure.parent.name
    words = " ".join(name.replace("-", " ").replace("_", " ").split()) or name
    return words[:1].upper() + words[1:] if words == words.lower() else words
