"""What somebody who decides on a change wants to know of it."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from estiba.git.changes import ChangeKind, FileChange
from estiba.problem import Problem, Severity
from estiba.review.changed_addresses import AddressChange
from estiba.review.changed_examples import ExampleChange
from estiba.review.changed_tags import TagChange
from estiba.review.states import NoteState
from estiba.review.text_differences import TextDifference

LINK_CHECKS = frozenset(("broken-link", "broken-anchor", "link-to-draft"))
"""Checks whose problems are links that lead nowhere, for a reader."""


_NO_TAGS = TagChange()


class Outcome(enum.StrEnum):
    """What the review comes to, in a word."""

    READY = "ready"
    ERRORS = "errors"
    WAITS = "waits"
    """It touches more than notes: those files wait for the owner."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Revision:
    """One end of what is compared."""

    name: str
    """As it was asked for."""
    commit: str
    """The full hash."""


@dataclass(frozen=True, slots=True)
class ReviewedNote:
    """One note that differs, or one Compose file of its own."""

    kind: ChangeKind
    path: str
    """The new one; of a removed note, the one that it had."""
    old_path: str
    """Empty for an added note."""
    before: NoteState | None
    """None where there was none."""
    after: NoteState | None
    difference: TextDifference
    new: tuple[Problem, ...]
    gone: tuple[Problem, ...]
    examples: tuple[ExampleChange, ...]
    tags: TagChange = _NO_TAGS
    aliases: tuple[str, ...] = ()
    """Those that it has got."""
    lost_aliases: tuple[str, ...] = ()
    address: AddressChange | None = None
    is_note: bool = True
    is_withheld: bool = False
    """Whether it is a draft, or on its way to being one."""
    was_withheld: bool = False

    @property
    def title(self) -> str:
        """Its title, the latest that can be read; else its path."""
        for state in (self.after, self.before):
            if state is not None and state.note is not None:
                return state.note.title
        return self.path


@dataclass(frozen=True, slots=True)
class ReviewedAttachment:
    """One attachment that differs."""

    kind: ChangeKind
    path: str
    old_path: str
    size: int | None
    """In bytes; None where it is gone."""
    old_size: int | None


@dataclass(frozen=True, slots=True)
class Review:
    """All of it."""

    base: Revision
    head: Revision
    fork: str
    """The hash of the commit that the change parted from: what it is held against."""
    folder: str
    """The vault, below the top of the repository; paths are those in it, but for `others`."""
    notes: tuple[ReviewedNote, ...]
    """By their paths; Compose files of their own behind the notes."""
    attachments: tuple[ReviewedAttachment, ...]
    others: tuple[FileChange, ...]
    elsewhere: tuple[Problem, ...]
    """New in files that did not change."""
    gone_elsewhere: tuple[Problem, ...]
    addresses: tuple[AddressChange, ...]
    """Of notes that did not change."""
    lines: Mapping[str, Sequence[str]]
    """Those of each file with a new problem."""

    @property
    def new(self) -> tuple[Problem, ...]:
        """Every new problem, in the order of files and lines."""
        return tuple(sorted(self._new(), key=lambda one: (one.path, one.position, one.check)))

    @property
    def gone(self) -> int:
        """How many problems are gone."""
        return len(self.gone_elsewhere) + sum(len(note.gone) for note in self.notes)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many new problems there are of each severity."""
        return Counter(problem.severity for problem in self._new())

    @property
    def broken_links(self) -> tuple[Problem, ...]:
        """Those of the new problems that are about links."""
        return tuple(problem for problem in self.new if problem.check in LINK_CHECKS)

    @property
    def outcome(self) -> Outcome:
        """The gist of it. Errors count more than files that wait: both are said."""
        if self.counts[Severity.ERROR]:
            return Outcome.ERRORS
        if self.others:
            return Outcome.WAITS
        return Outcome.READY if self.notes or self.attachments else Outcome.NOTHING

    def failed(self, *, strict: bool) -> bool:
        """Whether a new problem is an error, or with `strict` a warning."""
        return bool(self.counts[Severity.ERROR] or (strict and self.counts[Severity.WARNING]))

    def _new(self) -> Iterator[Problem]:
        yield from self.elsewhere
        for note in self.notes:
            yield from note.new


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems for who has little time: errors first, then by their places."""
    order = list(Severity)
    return sorted(problems, key=lambda one: (order.index(one.severity), one.path, one.position, one.check))
