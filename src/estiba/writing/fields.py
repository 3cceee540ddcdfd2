"""Fields of front matter that a template leaves out, or leaves empty, put there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from estiba.config import Config
from estiba.vault.fields import read_fields
from estiba.vault.front_matter import Entry, read_front_matter
from estiba.vault.splitting import split
from estiba.vault.tag_lists import read_tags
from estiba.writing.edits import Edit, edited
from estiba.writing.moments import DAY, write_moment
from estiba.writing.scalars import write_list, write_scalar
from estiba.writing.values import NoteValues

_KEY = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^:\n]*):")
_DEFAULTS: Mapping[str, str] = {"published": "true", "unlisted": "false", "draft": "false"}


@dataclass(frozen=True, slots=True)
class _Put:
    """A value for the field `name`: YAML, or the texts of a list."""

    name: str
    yaml: str = ""
    texts: tuple[str, ...] = ()
    replaces: bool = False
    """Whether it comes in place of what a template says."""

    def beside(self, entry: Entry) -> tuple[str, ...]:
        """Give the texts of a list, behind those that `entry` has."""
        return tuple(dict.fromkeys((*read_tags(entry.node).tags, *self.texts)))


def field_names(config: Config) -> dict[str, str]:
    """Give what the owner calls fields: our name -> theirs, the first of several."""
    names: dict[str, str] = {}
    for theirs, ours in config.fields.items():
        names.setdefault(ours, theirs)
    return names


def put_fields(
    text: str, values: NoteValues, config: Config, *, kept: Collection[str], wanted: Collection[str]
) -> str:
    """Put `values` into the front matter of `text`, a note that has some.

    What stands under a key in `kept` stays if it is not empty; of another, a value takes the place, and
    tags come to those that are there. Of the `wanted` fields, those that need no answer are put there too.
    """
    fields = read_fields(read_front_matter(text, ""), "", config)
    names = field_names(config)
    edits: list[Edit] = []
    added = ""
    for put in _puts(values, wanted, fields.entries):
        entry = fields.entries.get(put.name)
        if entry is None:
            name = write_scalar(names.get(put.name, put.name))
            added += f"{name}: {write_list(put.texts) if put.texts else put.yaml}\n"
        elif entry.value in (None, "", []) or (put.replaces and entry.key not in kept):
            edits.append(_edit(entry, put, text))
    cut = split(text)
    end = cut.block_start + len(cut.block or "")
    return edited(text, [*edits, Edit(end, end, added)])


def _puts(values: NoteValues, wanted: Collection[str], there: Collection[str]) -> Iterator[_Put]:
    for name, text in (("title", values.title), ("description", values.description)):
        if text:
            yield _Put(name, write_scalar(text), replaces=True)
    if values.moment:
        day = write_moment(values.moment, DAY, "en")
        yield _Put("date", day)
        if "mod" in wanted or "mod" in there:
            yield _Put("mod", day)
    for name, texts in (("tags", values.tags), ("aliases", values.aliases)):
        if texts:
            yield _Put(name, texts=texts, replaces=True)
    switch = "published" if "published" in {*there, *wanted} and "draft" not in there else "draft"
    for name, word in _DEFAULTS.items():
        if values.draft and name == switch:
            yield _Put(name, "false" if name == "published" else "true", replaces=True)
        elif name in wanted:
            yield _Put(name, word)


def _edit(entry: Entry, put: _Put, text: str) -> Edit:
    """Write the value of `put` where that of `entry` stands, a list in the form that it has there."""
    start, end = entry.node.start + entry.shift, entry.node.end + entry.shift
    old = text[start:end]
    if not old.strip():
        line, column = entry.key_position
        above = sum(len(one) + 1 for one in text.split("\n", line)[: line - 1])
        key = _KEY.match(text, above + column - 1)
        at = key.end() if key else start
        return Edit(at, at, f" {write_list(put.texts) if put.texts else put.yaml}")
    tail = "\n" if old.endswith("\n") else ""
    if not put.texts:
        return Edit(start, end, put.yaml + tail)
    if not old.startswith("-"):
        return Edit(start, end, write_list(put.beside(entry)) + tail)
    indent = " " * (start - text.rfind("\n", 0, start) - 1)
    items = f"\n{indent}".join(f"- {write_scalar(one)}" for one in put.beside(entry))
    return Edit(start, end, items + tail)
