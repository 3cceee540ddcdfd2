"""Where a link of a note leads."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from estiba.vault.text.marks import BlockId, Section


class TargetKind(enum.StrEnum):
    """What a link leads to."""

    NOTE = "note"
    ATTACHMENT = "attachment"
    DRAFT = "draft"
    """A note that is not published."""
    MISSING = "missing"
    """Nothing that is in the vault."""
    EXTERNAL = "external"
    """An address with a scheme: `https`, `mailto`, `javascript`."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to, and the place in it."""

    kind: TargetKind
    path: str = ""
    """Of the note or the attachment, in the vault; empty for the other kinds but drafts."""
    anchor: str = ""
    """The id of the place on the page of a note, `^id` for a block; empty for its top. For an
    attachment, what the author wrote behind the `#`."""
    section: Section | None = None
    """The part of the note, where the place is a heading."""
    block: BlockId | None = None
    """The block of the note, where the place is one."""
    anchor_is_missing: bool = False
    """Whether the link names a place that the note does not have."""
    others: tuple[str, ...] = ()
    """Paths that the link would fit as well, sorted; of many, a few."""
    is_outside: bool = False
    """Whether it is missing because the link leads out of the vault."""
