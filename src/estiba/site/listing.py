"""What a page of ours is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of ours; a template draws what it lists.

    `kind` is `folder`, `notes`, `changes`, `tags`, `tag` or `check`.
    """

    kind: str
    title: str
    description: str
