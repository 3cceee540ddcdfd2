"""Front matter -> the fields that every note has, whatever its author called them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from estiba.config import Config
from estiba.dates import date_of
from estiba.problem import Problem, Severity
from estiba.vault.front_matter import Entry, FrontMatter
from estiba.vault.tag_lists import read_tags
from estiba.yaml_tree import Scalar

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "description": "description",
        "date": "date",
        "created": "date",
        "mod": "mod",
        "modified": "mod",
        "updated": "mod",
        "lastmod": "mod",
        "published": "published",
        "publish": "published",
        "draft": "draft",
        "tags": "tags",
        "etiquetas": "tags",
    }
)
"""Names that real vaults use -> ours. Where two stand in one note, ours wins, else the first."""
KNOWN_NAMES = tuple(_NAMES)

_TRUE = frozenset({"true", "yes", "on", "y", "1", "sí", "si"})
_FALSE = frozenset({"false", "no", "off", "n", "0"})
_KEY_AND_VALUE = re.compile(r"(?<![^\n,{])(?P<key>[^\n,{}:]*):(?P<value>[^\n,{}#]*)")
_AROUND = " \t\"'-?"
_DATE_INSIDE = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one note, in their types. None: the author gave none that can be used."""

    title: str | None
    description: str | None
    date: dt.date | None
    mod: dt.date | None
    published: bool
    tags: tuple[str, ...]
    entries: Mapping[str, Entry]
    """The keys that have a meaning, by our names for them."""
    extra: Mapping[str, Entry]
    """The owner's own keys."""
    problems: tuple[Problem, ...] = ()


def read_fields(front_matter: FrontMatter, path: str, config: Config) -> Fields:
    """Read the fields of the note at `path` out of its front matter."""
    return _Reader(front_matter, path, config).read()


class _Reader:
    def __init__(self, front_matter: FrontMatter, path: str, config: Config) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.known: dict[str, Entry] = {}
        self.switches: list[tuple[str, Entry]] = []
        self.unread = front_matter.unread
        self.names = {**_NAMES, **config.fields}
        self.extra: dict[str, Entry] = {}
        for entry in front_matter.entries.values():
            folded = entry.key.strip().casefold()
            name = self.names.get(folded)
            if name in ("published", "draft"):
                self.switches.append((name, entry))
            elif not front_matter.closed:
                continue
            if name is None:
                self.extra[entry.key] = entry
            elif folded == name or name not in self.known:
                self.known[name] = entry

    def read(self) -> Fields:
        return Fields(
            title=self.text("title"),
            description=self.text("description"),
            date=self.date("date") or self.publication_day(),
            mod=self.date("mod"),
            published=self.published(),
            tags=self.tags(),
            entries=MappingProxyType(self.known),
            extra=MappingProxyType(self.extra),
            problems=tuple(self.problems),
        )

    def text(self, name: str) -> str | None:
        entry = self.known.get(name)
        if entry is None or entry.value is None:
            return None
        if not isinstance(entry.node, Scalar):
            self.report("wrong-field-type", Severity.ERROR, entry, "text", key=entry.key)
            return None
        text = " ".join(unicodedata.normalize("NFC", entry.node.text).split())
        return text or None

    def date(self, name: str) -> dt.date | None:
        entry = self.known.get(name)
        if entry is None or entry.value is None or entry.value == "":
            return None
        if isinstance(entry.value, dt.date):
            return entry.value
        if isinstance(entry.node, Scalar):
            whole = date_of(entry.node.text)
            if whole is not None:
                return whole
            inside = _DATE_INSIDE.search(entry.node.text)
            date = date_of(inside[0]) if inside else None
            if date is not None:
                self.report(
                    "coerced-value",
                    Severity.WARNING,
                    entry,
                    "date",
                    key=entry.key,
                    value=entry.node.text,
                    used=str(date),
                )
                return date
        self.report("wrong-field-type", Severity.ERROR, entry, "date", key=entry.key, value=_shown(entry))
        return None

    def publication_day(self) -> dt.date | None:
        """`published: 2024-01-02` names a day, where no other key does."""
        entry = self.known.get("published")
        return entry.value if entry is not None and isinstance(entry.value, dt.date) else None

    def published(self) -> bool:
        """Nothing that looks like a wish for privacy is published."""
        wishes = [self.hides(name, entry) for name, entry in self.switches]
        return not any(wishes) and not any(map(self.hides_unread, self.unread))

    def hides(self, name: str, entry: Entry) -> bool:
        if name == "draft":
            return self.switch(name, entry, unreadable=True) is True
        return self.switch(name, entry, unreadable=False) is False

    def hides_unread(self, text: str) -> bool:
        """Whether a part of the front matter that could not be read wishes for privacy."""
        for match in _KEY_AND_VALUE.finditer(text):
            name = self.names.get(match["key"].strip(_AROUND).casefold())
            word = match["value"].strip(_AROUND).casefold()
            if name == "draft" and word and word not in _FALSE:
                return True
            if name == "published" and word and word not in _TRUE and date_of(word) is None:
                return True
        return False

    def switch(self, name: str, entry: Entry, *, unreadable: bool) -> bool | None:
        if entry.value is None or entry.value == "":
            return None
        if isinstance(entry.value, bool):
            return entry.value
        if name == "published" and isinstance(entry.value, dt.date):
            return True
        word = entry.node.text.strip().casefold() if isinstance(entry.node, Scalar) else ""
        if word in _TRUE or word in _FALSE:
            meant = word in _TRUE
            self.report(
                "coerced-value",
                Severity.WARNING,
                entry,
                "switch",
                key=entry.key,
                value=word,
                used=str(meant).lower(),
            )
            return meant
        self.report("wrong-field-type", Severity.ERROR, entry, "switch", key=entry.key, value=_shown(entry))
        return unreadable

    def tags(self) -> tuple[str, ...]:
        entry = self.known.get("tags")
        if entry is None:
            return ()
        found = read_tags(entry.node)
        for kind in found.coercions:
            severity = Severity.ERROR if kind == "mapping" else Severity.WARNING
            check = "wrong-field-type" if kind == "mapping" else "coerced-value"
            self.report(check, severity, entry, f"tags-{kind}", key=entry.key)
        return found.tags

    def report(self, check: str, severity: Severity, entry: Entry, variant: str, **values: str | int) -> None:
        self.problems.append(Problem(check, severity, self.path, entry.value_position, variant, values))


def _shown(entry: Entry) -> str:
    """Give a value as a message quotes it: a scalar's own text, shortened."""
    if not isinstance(entry.node, Scalar):
        return "[…]" if isinstance(entry.value, list) else "{…}"
    text = entry.node.text
    return text if len(text) <= 60 else text[:59] + "…"
