"""The places of a template, `{{title}}`, and what comes there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from estiba.writing.moments import DAY, TIME, UnknownFormat, write_moment
from estiba.writing.values import NoteValues

PLACE = re.compile(
    r"\{\{[ \t]*(?P<name>title|date|time|mod|description|tags|aliases)[ \t]*"
    r"(?::(?P<format>[^{}\n]*))?\}\}",
    re.IGNORECASE,
)
"""Those of Obsidian's own templates (`title`, `date`, `time`), and ours; any other `{{…}}` is text."""
TEMPLATER = re.compile(r"<%[-_+]?\s*(?:\*|(?:await\s+)?tp\.)[^\n]{0,40}")
"""The beginning of a command of Templater's, which runs JavaScript in Obsidian; other `<% … %>` is text."""
MOMENTS: Mapping[str, str] = MappingProxyType({"date": DAY, "mod": DAY, "time": TIME})
"""Places of days and times -> how they are written where the place does not say."""


class TemplateFault(Exception):
    """A template that no note can be made of; the message says why, and what to write."""


@dataclass(frozen=True, slots=True)
class Places:
    """Gives what comes to a place: a text, or texts for one that is a list."""

    values: NoteValues
    language: str

    def value(self, place: re.Match[str]) -> str | tuple[str, ...]:
        """Give the value of `place`, empty where it is not known; raises `TemplateFault`."""
        name = place["name"].lower()
        if name in MOMENTS:
            return self._moment(place, (place["format"] or "").strip() or MOMENTS[name])
        values = self.values
        texts: dict[str, str | tuple[str, ...]] = {
            "title": values.title,
            "description": values.description,
            "tags": values.tags,
            "aliases": values.aliases,
        }
        return texts[name]

    def text(self, place: re.Match[str]) -> str:
        """Give the value of `place` as one text."""
        value = self.value(place)
        return value if isinstance(value, str) else ", ".join(value)

    def _moment(self, place: re.Match[str], pattern: str) -> str:
        if self.values.moment is None:
            return ""
        try:
            return write_moment(self.values.moment, pattern, self.language)
        except UnknownFormat as error:
            raise TemplateFault(
                f"'{place[0]}' has '{error}', which is no known format of days or times;"
                " write YYYY-MM-DD, or put other words in [brackets]"
            ) from None
