"""The table `[tags]` of `estiba.toml` -> `Vocabulary`."""

from __future__ import annotations

import dataclasses
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType

from estiba.policy_table import PolicyTable
from estiba.vocabulary import LEVELS, Term, Vocabulary, tag_key


def read_vocabulary(table: PolicyTable, languages: tuple[str, ...]) -> Vocabulary:
    """Read the vocabulary; labels and descriptions may be in `languages`.

    Raises `ConfigError` for what has the wrong form, a name of two tags, a parent that
    is not there, and parents that go round in a circle.
    """
    table.allow("closed", "vocabulary")
    reader = _Reader(table.table("vocabulary"), languages)
    closed = table.truth("closed")
    if closed and not reader.tags.data:
        table.fail("closed", "there is no vocabulary that could be closed")
    return dataclasses.replace(reader.read(), closed=closed)


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a tag, and where the owner wrote it."""

    written: str
    tag: str
    table: PolicyTable
    key: str


class _Reader:
    def __init__(self, tags: PolicyTable, languages: tuple[str, ...]) -> None:
        self.tags = tags
        self.languages = languages
        self.terms: dict[str, Term] = {}
        self.names: dict[str, str] = {}

    def read(self) -> Vocabulary:
        own = [self.term(name) for name in self.tags.data]
        others = [other for name in self.tags.data for other in self.other_names(name)]
        vocabulary = Vocabulary(MappingProxyType(self.terms), MappingProxyType(self.names))
        for name in sorted(others, key=lambda one: tag_key(one.written).count("/")):
            above, _, last = tag_key(name.written).rpartition("/")
            path = f"{vocabulary.resolve(above)}/{last}" if above else last
            holder = self.names.setdefault(path, name.tag)
            if holder != name.tag:
                other = self.terms[holder].name
                name.table.fail(name.key, f"{name.written!r} is a name of the tag {other!r}")
        for name in (*own, *others):
            meant = vocabulary.resolve(name.written)
            if meant != name.tag:
                name.table.fail(name.key, f"{name.written!r} comes to the tag {meant!r}")
        for name in own:
            self.add_parent(name, vocabulary)
        for name in own:
            self.refuse_circle(name, vocabulary)
        return vocabulary

    def term(self, written: str) -> _Name:
        """Take up the tag `written`, as yet without its parent."""
        key = self.key_of(written, self.tags, written)
        if key in self.terms:
            self.tags.fail(written, f"is the tag {self.terms[key].name!r} again")
        table = self.tags.table(written)
        table.allow("labels", "description", "synonyms", "parent")
        labels, descriptions = (self.by_language(table.table(name)) for name in ("labels", "description"))
        self.terms[key] = Term(_one_line(written), labels, descriptions=descriptions)
        self.names[key] = key
        return _Name(written, key, self.tags, written)

    def by_language(self, table: PolicyTable) -> MappingProxyType[str, str]:
        table.allow(*self.languages)
        return MappingProxyType({language: _one_line(table.title(language)) for language in table.data})

    def other_names(self, written: str) -> list[_Name]:
        """Give the labels and synonyms of the tag `written`."""
        tag, table = tag_key(written), self.tags.table(written)
        labels = table.table("labels")
        found = [_Name(labels.title(language), tag, labels, language) for language in labels.data]
        found += [_Name(synonym, tag, table, "synonyms") for synonym in table.texts("synonyms")]
        for name in found:
            self.key_of(name.written, name.table, name.key)
        return found

    def key_of(self, written: str, table: PolicyTable, key: str) -> str:
        found = tag_key(written)
        if found == "#":
            table.fail(key, f"{written!r} is no tag")
        if found.count("/") >= LEVELS:
            table.fail(key, f"{written!r} has more than {LEVELS} levels")
        return found

    def add_parent(self, name: _Name, vocabulary: Vocabulary) -> None:
        table = self.tags.table(name.written)
        written = table.text("parent")
        if written is None:
            return
        if "/" in name.tag:
            table.fail("parent", f"{name.written!r} says in its name what stands above it")
        parent = vocabulary.resolve(written)
        if parent not in self.terms:
            table.fail("parent", f"{written!r} is no tag of the vocabulary")
        self.terms[name.tag] = dataclasses.replace(self.terms[name.tag], parent=parent)

    def refuse_circle(self, name: _Name, vocabulary: Vocabulary) -> None:
        way = [name.tag]
        for above in vocabulary.ancestors(name.tag):
            way.append(above)
            if above in way[:-1]:
                shown = " > ".join(repr(one) for one in way)
                self.tags.table(name.written).fail("parent", f"goes round in a circle: {shown}")


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
