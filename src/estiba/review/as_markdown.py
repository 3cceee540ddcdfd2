"""A review as Markdown, for a comment of a forge or the summary of a workflow.

Whatever somebody else wrote stands in it as code: there it is neither a link, nor a picture, nor HTML, and
a forge makes nothing of `@name` and `#123`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.catalogue import Catalogue
from estiba.problem import Problem, Severity
from estiba.report.commands import without_commands
from estiba.review.changed_examples import ExampleChange
from estiba.review.review import Outcome, Review, ReviewedNote, worst_first
from estiba.review.shown_text import in_one_line

_MOST = 58_000
"""Characters; GitHub takes 65,536 in a comment."""
_LONGEST = 300
_FEW = 200
"""Entries of one list."""
_BACKTICKS = re.compile("`+")
_SIGNS = {Outcome.READY: "✅", Outcome.ERRORS: "❌", Outcome.WAITS: "⚠️", Outcome.NOTHING: "✅"}


def write_markdown(review: Review, catalogue: Catalogue) -> str:
    """Write the verdict, the notes, what is new, and what waits; no more than a comment holds."""
    written: list[str] = []
    length = 0
    for part in _Writer(review, catalogue).parts():
        length += len(part) + 1
        if length > _MOST:
            written.append(f"\n{catalogue.text('review.too-long')}")
            break
        written.append(part)
    return without_commands("\n".join(written) + "\n")


def as_code(text: str) -> str:
    """Write `text`, of whomever, as code in one line, fit for a table too; cut where it is long.

    >>> as_code("a `b` @c")
    '`` a `b` @c ``'
    """
    shown = in_one_line(text)
    if len(shown) > _LONGEST:
        shown = f"{shown[:_LONGEST]}…"
    longest = max((len(run) for run in _BACKTICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if longest or not shown.strip() else ""
    return f"{fence}{padding}{shown.replace('|', chr(92) + '|')}{padding}{fence}"


class _Writer:
    """Writes the parts of a review, the most important first."""

    def __init__(self, review: Review, catalogue: Catalogue) -> None:
        self.review = review
        self.texts = catalogue

    def parts(self) -> Iterator[str]:
        yield from self._head()
        yield from self._notes()
        yield from self._others()
        yield from self._problems()
        yield from self._examples()
        yield from self._tags()
        yield from self._addresses()
        yield from self._attachments()

    def _head(self) -> Iterator[str]:
        review, texts = self.review, self.texts
        errors = review.counts[Severity.ERROR]
        said = texts.count("review.errors", errors) if errors else texts.text(f"review.{review.outcome}")
        if errors and review.others:
            said += " " + texts.text("review.waits")
        yield f"## {_SIGNS[review.outcome]} {said}\n"
        yield as_code(f"{review.base.name}..{review.head.name}") + f" · `{review.head.commit[:10]}`\n"
        counts = [
            texts.count(f"review.{key}", number)
            for key, number in (
                ("notes", len(review.notes)),
                ("attachments", len(review.attachments)),
                ("warnings", review.counts[Severity.WARNING]),
                ("broken-links", len(review.broken_links)),
                ("gone-problems", review.gone),
            )
            if number
        ]
        if counts:
            yield ", ".join(counts) + ".\n"

    def _notes(self) -> Iterator[str]:
        if not self.review.notes:
            return
        heads = ("note", "place", "new", "gone", "size-search")
        yield "| " + " | ".join(["", *(self.texts.text(f"review.{key}") for key in heads)]) + " |"
        yield "|---|---|---|--:|--:|--:|"
        for note in self.review.notes[:_FEW]:
            yield self._row(note)
        yield from self._more(len(self.review.notes))
        yield ""

    def _row(self, note: ReviewedNote) -> str:
        kind = self.texts.text(f"review.{'' if note.is_note else 'file-'}{note.kind}")
        if note.is_withheld or (note.after is None and note.was_withheld):
            kind += f", {self.texts.text('draft.mark').lower()}"
        before = note.before.sizes.search if note.before and note.before.sizes else 0
        after = note.after.sizes.search if note.after and note.after.sizes else 0
        cells = [kind, as_code(note.title), as_code(note.path), str(len(note.new)), str(len(note.gone))]
        return f"| {' | '.join(cells)} | {after - before:+} B |"

    def _problems(self) -> Iterator[str]:
        shown = [one for one in worst_first(self.review.new) if one.severity is not Severity.INFO]
        said = len(self.review.new) - len(shown)
        if shown:
            yield self._heading("new-problems")
            yield from map(self._problem, shown[:_FEW])
            yield from self._more(len(shown))
            yield ""
        if said:
            yield self.texts.count("review.more-said", said) + "\n"

    def _problem(self, problem: Problem) -> str:
        words = self.texts.problem(problem)
        severity = self.texts.text(f"severity.{problem.severity}")
        return f"- **{severity}** {as_code(problem.place)} {as_code(words)} `{problem.check}`"

    def _others(self) -> Iterator[str]:
        if not self.review.others:
            return
        yield self._heading("others-title")
        yield self.texts.text("review.others-said") + "\n"
        for file in self.review.others[:_FEW]:
            yield f"- {as_code(file.path)} ({self.texts.text(f'review.file-{file.kind}')})"
        yield from self._more(len(self.review.others))
        yield ""

    def _examples(self) -> Iterator[str]:
        found = [(note, one) for note in self.review.notes for one in note.examples]
        if not found:
            return
        yield self._heading("examples")
        for note, one in found[:_FEW]:
            yield self._example(note, one)
        yield from self._more(len(found))
        yield ""

    def _example(self, note: ReviewedNote, one: ExampleChange) -> str:
        kind = self.texts.text(f"review.file-{one.kind}")
        place = as_code(f"{note.path}:{one.line}")
        if one.verdict is None:
            return f"- {kind}: {as_code(one.name)} {place}"
        verdict = self.texts.text(f"verdict.{one.verdict}", line=one.fault_line)
        line = f"- {kind}: {as_code(one.name)} {place} {verdict}"
        if not one.variables:
            return line
        asked = ", ".join(as_code(variable.name) for variable in one.variables)
        return f"{line} {self.texts.text('review.variables')}: {asked}"

    def _tags(self) -> Iterator[str]:
        lines = []
        for note in self.review.notes:
            new = self.texts.text("review.tag-new")
            signs = [f"+ {as_code(tag.name)}{f' ({new})' if tag.is_new else ''}" for tag in note.tags.added]
            gone = self.texts.text("review.tag-gone")
            signs += [f"{as_code(name)} ({gone})" for name in note.tags.gone]
            if signs:
                lines.append(f"- {as_code(note.path)}: {', '.join(signs)}")
        if lines:
            yield self._heading("tags")
            yield from lines[:_FEW]
            yield from self._more(len(lines))
            yield ""

    def _addresses(self) -> Iterator[str]:
        own = [note.address for note in self.review.notes if note.address is not None]
        changes = [*own, *self.review.addresses]
        if not changes:
            return
        yield self._heading("address")
        for one in changes[:_FEW]:
            new = as_code(one.new) if one.new else self.texts.text("review.page-gone")
            yield f"- {as_code(one.old)} → {new}; {self.texts.text(f'review.{one.outcome}')}"
        yield from self._more(len(changes))
        yield ""

    def _attachments(self) -> Iterator[str]:
        if not self.review.attachments:
            return
        yield self._heading("attachments-title")
        for file in self.review.attachments[:_FEW]:
            kind = self.texts.text(f"review.file-{file.kind}")
            size = file.size if file.size is not None else file.old_size or 0
            yield f"- {as_code(file.path)} ({kind}, {self.texts.number(size)} B)"
        yield from self._more(len(self.review.attachments))
        yield ""

    def _more(self, number: int) -> Iterator[str]:
        if number > _FEW:
            yield ""
            yield self.texts.count("review.more", number - _FEW)

    def _heading(self, key: str) -> str:
        return f"### {self.texts.text(f'review.{key}')}\n"
