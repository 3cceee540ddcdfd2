"""MkDocs' own search for anchors in the HTML of a note, kept from stopping on what is no HTML.

Source: MkDocs 1.6.1, `structure/pages.py`, which has Python's HTMLParser read the whole text; that one raises
AssertionError on `<![a`, an image behind a `<`.
"""

from __future__ import annotations

from contextlib import suppress

from mkdocs.structure import pages


class ForgivingAnchors(pages._RawHTMLPreprocessor):  # noqa: SLF001 - MkDocs offers no other way
    """Finds the anchors that HTMLParser can read."""

    def run(self, lines: list[str]) -> list[str]:
        """Leave `lines` as they are."""
        with suppress(AssertionError):
            return super().run(lines)
        return lines


def forgive() -> None:
    """Have MkDocs find anchors so, in every page from now on."""
    vars(pages)["_RawHTMLPreprocessor"] = ForgivingAnchors
