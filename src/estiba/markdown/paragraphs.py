"""Paragraphs in which something stands that is a block of its own."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element


def split_paragraph(element: Element, blocks: Iterable[tuple[int, int]]) -> list[Element]:
    """Split a paragraph at its `blocks`: from where to where in its text each stands, in their order.

    Without any, it is given as it is.
    """
    text, pieces, at = element.text or "", list[str](), 0
    for start, end in blocks:
        pieces += [text[at:start], text[start:end]]
        at = end
    if not pieces:
        return [element]
    pieces = [piece.strip() for piece in (*pieces, text[at:]) if piece.strip()]
    parts = [_paragraph(piece, element.tail) for piece in pieces]
    parts[-1].extend(element)
    return parts


def _paragraph(text: str, tail: str | None) -> Element:
    element = Element("p")
    element.text, element.tail = text, tail
    return element
