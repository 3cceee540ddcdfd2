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
from estiba.problem import Fix, Problem, Severity
from estiba.vault.aliases import read_aliases
from estiba.vault.fixes.scalar_fixes import date_fix, switch_fix
from estiba.vault.fixes.tag_list_fixes import tags_fix
from estiba.vault.front_matter import Entry, FrontMatter
from estiba.vault.tag_lists import read_tags
from estiba.yaml_tree import Scalar

NAMES: Mapping[str, str] = MappingProxyType(
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
        "unlisted": "unlisted",
        "aliases": "aliases",
        "alias": "aliases",
        "tags": "tags",
        "tag": "tags",
        "etiquetas": "tags",
    }
)
"""Names that real vaults use -> ours. Where two stand in one note, ours wins, else the first."""
KNOWN_NAMES = tuple(NAMES)

_SWITCHES = ("published", "draft", "unlisted")
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
    unlisted: bool
    aliases: tuple[str, ...]
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
        self.config = config
        self.problems: list[Problem] = []
        self.known: dict[str, Entry] = {}
        self.switches: dict[str, list[Entry]] = {name: [] for name in _SWITCHES}
        self.unread = front_matter.unread
        self.body_line = front_matter.body_line
        self.names = {**NAMES, **config.fields}
        self.extra: dict[str, Entry] = {}
        for entry in front_matter.entries.values():
            folded = entry.key.strip().casefold()
            name = self.names.get(folded)
            if name in _SWITCHES:
                self.switches[name].append(entry)
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
            unlisted=self.wishes("unlisted"),
            aliases=self.aliases(),
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
                    fix=date_fix(entry, date),
                    value=entry.node.text,
                    used=str(date),
                )
                return date
        fix = date_fix(entry)
        self.report(
            "wrong-field-type", Severity.ERROR, entry, "date", fix=fix, key=entry.key, value=_shown(entry)
        )
        return None

    def publication_day(self) -> dt.date | None:
        """`published: 2024-01-02` names a day, where no other key does."""
        entry = self.known.get("published")
        return entry.value if entry is not None and isinstance(entry.value, dt.date) else None

    def published(self) -> bool:
        """Nothing that looks like a wish for privacy is published."""
        wishes = [self.switch("published", entry, unreadable=False) for entry in self.switches["published"]]
        is_draft = self.wishes("draft")
        if is_draft or False in wishes or self.wishes_unread("published"):
            return False
        return True in wishes or not self.config.is_opt_in(self.path)

    def wishes(self, name: str) -> bool:
        """Whether the switch `name` is on; one that nobody understands is."""
        wishes = [self.switch(name, entry, unreadable=True) for entry in self.switches[name]]
        return True in wishes or self.wishes_unread(name)

    def wishes_unread(self, name: str) -> bool:
        """Whether a part of the front matter that could not be read wishes for privacy by the key `name`."""
        matches = (match for text in self.unread for match in _KEY_AND_VALUE.finditer(text))
        return any(self.is_wish(name, match) for match in matches)

    def is_wish(self, name: str, match: re.Match[str]) -> bool:
        if self.names.get(match["key"].strip(_AROUND).casefold()) != name:
            return False
        word = match["value"].strip(_AROUND).casefold()
        if name == "published":
            return bool(word) and word not in _TRUE and date_of(word) is None
        return bool(word) and word not in _FALSE

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
                fix=switch_fix(entry, on=meant),
                key=entry.key,
                value=word,
                used=str(meant).lower(),
            )
            return meant
        variant = "unlisted" if name == "unlisted" else "switch"
        self.report("wrong-field-type", Severity.ERROR, entry, variant, key=entry.key, value=_shown(entry))
        return unreadable

    def aliases(self) -> tuple[str, ...]:
        entry = self.known.get("aliases")
        if entry is None:
            return ()
        found = read_aliases(entry.node)
        if not found.is_whole:
            self.report("wrong-field-type", Severity.ERROR, entry, "aliases", key=entry.key)
        return found.names

    def tags(self) -> tuple[str, ...]:
        entry = self.known.get("tags")
        if entry is None:
            return ()
        found = read_tags(entry.node)
        for kind in found.coercions:
            severity = Severity.ERROR if kind == "mapping" else Severity.WARNING
            check = "wrong-field-type" if kind == "mapping" else "coerced-value"
            self.report(check, severity, entry, f"tags-{kind}", fix=tags_fix(entry, kind), key=entry.key)
        return found.tags

    def report(
        self,
        check: str,
        severity: Severity,
        entry: Entry,
        variant: str,
        *,
        fix: Fix | None = None,
        **values: str | int,
    ) -> None:
        is_text = entry.key_position.line >= self.body_line
        offered = None if is_text else fix
        self.problems.append(
            Problem(check, severity, self.path, entry.value_position, variant, values, offered)
        )


def _shown(entry: Entry) -> str:
    """Give a value as a message quotes it: a scalar's own text, shortened."""
    if not isinstance(entry.node, Scalar):
        return "[…]" if isinstance(entry.value, list) else "{…}"
    text = entry.node.text
    return text if len(text) <= 60 else text[:59] + "…"
