"""Tags of many notes -> one tag a meaning, with its address and its notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from estiba.folding import fold, slug, unique
from estiba.vault.note import Note
from estiba.vocabulary import LEVELS, Term, Vocabulary


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of the vault, and who has it."""

    key: str
    """What all its spellings come to (`Vocabulary.resolve`)."""
    name: str
    """The commonest of its spellings; of a tag that only nested ones name, the owner's or theirs."""
    slug: str
    """Differs from that of every other tag; `a-z`, `0-9` and `-`."""
    notes: tuple[Note, ...]
    """Those that have it or a tag below it, each once, by title."""
    spellings: tuple[tuple[str, int], ...]
    """How it is written, and how often; the commonest first. Empty where only tags below it are."""
    parent: str | None
    """The key of the tag above it."""
    term: Term | None
    """What the owner says of it."""

    def label(self, language: str) -> str:
        """Give what readers see: the owner's label, else the commonest spelling."""
        return self.term.labels.get(language, self.name) if self.term else self.name

    def description(self, language: str) -> str:
        """Give what the owner says of it to readers; may be empty."""
        return self.term.descriptions.get(language, "") if self.term else ""

    @property
    def canonical(self) -> str:
        """The tag as the owner's vocabulary has it, else its key."""
        return self.term.name if self.term else self.key


def index_tags(notes: Iterable[Note], vocabulary: Vocabulary) -> dict[str, Tag]:
    """Collect the tags of `notes`, and those above them: key -> tag, in the order of their keys."""
    spellings: dict[str, Counter[str]] = {}
    implied: dict[str, Counter[str]] = {}
    having: dict[str, dict[str, Note]] = {}
    for note in notes:
        for written in note.tags:
            key = vocabulary.resolve(written)
            spellings.setdefault(key, Counter())[written] += 1
            for one in (key, *vocabulary.ancestors(key)):
                having.setdefault(one, {})[note.path] = note
            for above, beginning in _beginnings(written, vocabulary):
                implied.setdefault(above, Counter())[beginning] += 1
    taken: set[str] = set()
    found: dict[str, Tag] = {}
    for key in sorted(having):
        written_so = _by_count(spellings.get(key, Counter()))
        term = vocabulary.terms.get(key)
        fallback = ((term.name, 0),) if term else _by_count(implied.get(key, Counter()))
        found[key] = Tag(
            key=key,
            name=(*written_so, *fallback, (key, 0))[0][0],
            slug=unique(slug(key, fallback="tag"), taken),
            notes=tuple(sorted(having[key].values(), key=title_order)),
            spellings=written_so,
            parent=vocabulary.parent_of(key),
            term=term,
        )
    return found


def title_order(note: Note) -> tuple[str, str]:
    """Sort notes by title as a reader would, and by path where titles agree."""
    return fold(note.title), note.path


def _by_count(spellings: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(spellings.items(), key=lambda one: (-one[1], one[0])))


def _beginnings(written: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Give the tags above `Redes/VPN/Casa` as this author spells them: `Redes`, `Redes/VPN`."""
    parts = written.split("/", LEVELS)
    for end in range(1, len(parts)):
        beginning = "/".join(parts[:end]).strip()
        yield vocabulary.resolve(beginning), beginning
