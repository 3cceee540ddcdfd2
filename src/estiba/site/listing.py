"""What a page of ours is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of ours. `kind` is `folder`, `notes` or `tags`; a template draws what it lists."""

    kind: str
    title: str
    description: str
