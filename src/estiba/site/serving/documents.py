"""What the search is to find of a page, handed on instead of written to a folder."""

from __future__ import annotations

from pathlib import Path

from estiba.site.search_index.stage import Stage


class Documents(Stage):
    """Keeps the documents that are added, and writes none."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.found: list[tuple[str, str]] = []

    def add(self, address: str, document: str) -> None:
        """Take the document of the page at `address`."""
        self.found.append((address, document))
