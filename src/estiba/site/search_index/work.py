"""What a build knows of the index that it makes."""

from __future__ import annotations

from dataclasses import dataclass

from estiba.site.search_index.program import Run
from estiba.site.search_index.stage import Stage


@dataclass(slots=True)
class IndexWork:
    """The index on its way."""

    folder: str = "pagefind"
    """Where it will stand in the site."""
    stage: Stage | None = None
    """The documents that it is made of; None where none is made."""
    facets: bytes = b""
    run: Run | None = None
    """Pagefind at work; None where the last index is kept."""
