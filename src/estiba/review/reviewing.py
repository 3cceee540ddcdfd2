"""Two states of a vault, held against each other -> `Review`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from estiba.catalogue import Catalogue
from estiba.checks.judge import judge_examples
from estiba.checks.judged import JudgedExample, judged_examples
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.comparing.comparison import Comparison, NoteChange
from estiba.comparing.revisions import Revisions
from estiba.git.changes import ChangeKind, FileChange
from estiba.git.tree import TreeFile
from estiba.problem import Problem
from estiba.review.changed_addresses import AddressChange, changed_addresses
from estiba.review.changed_examples import changed_examples
from estiba.review.changed_tags import changed_tags
from estiba.review.rendering import Renderer
from estiba.review.review import Review, ReviewedAttachment, ReviewedNote, Revision
from estiba.review.states import NoteState, note_state
from estiba.review.text_differences import FileState, TextDifference, text_difference
from estiba.vault.note import Note

_MOST_ARTICLES = 60
"""Notes that are shown as readers see them; of the others of a change, all but that is told."""
_MOST_CHARACTERS = 12_000_000
"""Likewise, of all articles."""
_MOST_SLOW = 3
"""Notes that take too long; then nobody waits for others."""
_MOST_DIFFERENCES = 300
"""Notes whose text is compared."""
_AFTER, _BEFORE = "a", "b"

Progress = Callable[[Sequence[NoteChange]], Iterable[NoteChange]]
"""Passes notes on one by one, and may say how far it has come."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The commits that a change is between, as they are shown."""

    base: Revision
    head: Revision
    fork: str
    folder: str
    """The vault, below the top of the repository."""


@dataclass(slots=True)
class Reviewing:
    """Looks at each file that differs."""

    comparison: Comparison
    revisions: Revisions
    rules: Rules
    """Those of the vault before the change."""
    catalogue: Catalogue
    """For the articles of notes that name no language."""
    _characters: int = 0
    _slow: int = 0

    def review(self, ends: Ends, progress: Progress) -> Review:
        """Give what there is to know, in the order of paths."""
        moved = {change.path: change for change in changed_addresses(self.comparison)}
        renderers = (self._renderer(_BEFORE), self._renderer(_AFTER))
        notes = [
            self._note(number, change, renderers, moved.pop(change.path, None))
            for number, change in enumerate(progress(self.comparison.notes))
        ]
        composes = [self._compose(change) for change in self.comparison.composes]
        told = {one.path for one in composes}
        return Review(
            base=ends.base,
            head=ends.head,
            fork=ends.fork,
            folder=ends.folder,
            notes=(*notes, *composes),
            attachments=tuple(
                self._attachment(one) for one in self.comparison.attachments if one.path not in told
            ),
            others=self.comparison.others,
            elsewhere=tuple(one for one in self.comparison.elsewhere if one.path not in told),
            gone_elsewhere=tuple(one for one in self.comparison.gone_elsewhere if one.path not in told),
            addresses=tuple(moved.values()),
            lines=self.comparison.head.lines,
        )

    def _renderer(self, side: str) -> Renderer:
        snapshot = self.comparison.base if side == _BEFORE else self.comparison.head
        return Renderer(snapshot, self.rules, self.catalogue)

    def _note(
        self,
        number: int,
        change: NoteChange,
        renderers: tuple[Renderer, Renderer],
        address: AddressChange | None,
    ) -> ReviewedNote:
        before, after = change.before, change.after
        old, new = renderers
        had, has = set(before.aliases if before else ()), set(after.aliases if after else ())
        base, head = self.comparison.base, self.comparison.head
        return ReviewedNote(
            kind=change.kind,
            path=change.path,
            old_path=change.old_path,
            before=self._state(change.old_data, before, old, self.revisions.old_blobs, f"{_BEFORE}{number}-"),
            after=self._state(change.new_data, after, new, self.revisions.blobs, f"{_AFTER}{number}-"),
            difference=TextDifference(reason="too-many")
            if number >= _MOST_DIFFERENCES
            else text_difference(
                FileState(change.old_data, base.examples.get(change.old_path, ())),
                FileState(change.new_data, head.examples.get(change.path, ()) if after else ()),
            ),
            new=change.new,
            gone=change.gone,
            examples=changed_examples(
                old.judged(change.old_path), new.judged(change.path) if after is not None else ()
            ),
            tags=changed_tags(before, after, base.vault, head.vault),
            aliases=tuple(sorted(has - had)),
            lost_aliases=tuple(sorted(had - has)) if after is not None else (),
            address=address,
            is_withheld=after is not None and not after.published,
            was_withheld=before is not None and not before.published,
        )

    def _state(
        self,
        data: bytes | None,
        note: Note | None,
        renderer: Renderer,
        files: Mapping[str, TreeFile],
        prefix: str,
    ) -> NoteState | None:
        if data is None:
            return None
        is_enough = self._characters > _MOST_CHARACTERS or self._slow >= _MOST_SLOW
        if int(prefix[1:-1]) >= _MOST_ARTICLES or is_enough:
            return NoteState(note, reason="too-many")
        state = note_state(note, renderer, files, prefix)
        self._characters += len(state.article)
        self._slow += state.reason == "too-slow"
        return state

    def _compose(self, change: FileChange) -> ReviewedNote:
        there = change.kind is not ChangeKind.REMOVED
        old = self.comparison.base.examples.get(change.old_path, ())
        new = self.comparison.head.examples.get(change.path, ()) if there else ()
        before, after = self.revisions.before.composes, self.revisions.after.composes
        return ReviewedNote(
            kind=change.kind,
            path=change.path,
            old_path=change.old_path,
            before=None,
            after=None,
            difference=text_difference(
                FileState(before.get(change.old_path), old),
                FileState(after.get(change.path) if there else None, new),
            ),
            new=_of(self.comparison.elsewhere, change.path) if there else (),
            gone=_of(self.comparison.gone_elsewhere, change.old_path),
            examples=changed_examples(self._judged(old), self._judged(new)),
            is_note=False,
        )

    def _judged(self, examples: Sequence[PlacedExample]) -> tuple[JudgedExample, ...]:
        findings = judge_examples(examples, (), self.rules)
        return tuple(judged_examples(examples, findings, self.rules))

    def _attachment(self, change: FileChange) -> ReviewedAttachment:
        new, old = self.revisions.blobs.get(change.path), self.revisions.old_blobs.get(change.old_path)
        is_gone = change.kind is ChangeKind.REMOVED
        return ReviewedAttachment(
            change.kind,
            change.path,
            change.old_path,
            size=None if is_gone or new is None else new.size,
            old_size=old.size if old else None,
        )


def _of(problems: Iterable[Problem], path: str) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.path == path)
