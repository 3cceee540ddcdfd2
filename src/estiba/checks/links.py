"""What checks on links share: the links of a note with their targets, and how messages write them."""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, ProblemValue, Severity
from estiba.vault.links.targets import Target
from estiba.vault.text.marks import Link, LinkKind

_LONGEST = 80


def links_of(subject: NoteInVault) -> Iterator[tuple[Link, Target]]:
    """Give each link of the note, with what it leads to; none where its vault is not known."""
    if subject.vault is not None:
        yield from subject.vault.targets_of(subject.note.path)


def leads_to_draft(subject: NoteInVault, target: Target) -> bool:
    """Whether a link of a published note leads to one that is not."""
    return subject.vault is not None and subject.note.published and target.path in subject.vault.drafts


def link_problem(
    check: str,
    severity: Severity,
    subject: NoteInVault,
    link: Link,
    variant: str = "",
    **values: ProblemValue,
) -> Problem:
    """Make the problem of `check` with `link`."""
    values["link"] = written(link)
    return Problem(check, severity, subject.note.path, link.position, variant, values)


def written(link: Link) -> str:
    """Give what a link names, as its author wrote it: `![[note]]`, or an address; a long one is cut."""
    text = shortened(link.to.written)
    if not link.is_obsidian:
        return text
    return f"![[{text}]]" if link.kind is LinkKind.EMBED else f"[[{text}]]"


def shortened(text: str) -> str:
    """Give `text` for a message, cut where it is long."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
