"""Where a text holds what an Obsidian plugin (`obsidian-meta-links`) pastes: HTML that announces a link."""

from __future__ import annotations

import re

OPENING = '<div class="obsidian-meta-links"'
_TAG = re.compile(r"<(?P<closing>/?)(?P<div>div\b)?[^<>]*>", re.IGNORECASE)
_NEXT = re.compile(rf"^{re.escape(OPENING)}", re.MULTILINE)
_GLUED = re.compile(rf"[ \t]*{re.escape(OPENING)}")


def card_end(text: str) -> int | None:
    """Find where the `<div>` with which `text` begins is closed, or given up.

    One that is not closed ends with the last tag of its first line. None where that line holds no whole tag.
    """
    depth = 0
    for tag in _TAG.finditer(text):
        if tag["div"]:
            depth += -1 if tag["closing"] else 1
        if depth == 0:
            return tag.end()
    return _end_in_line(text, 0)


def card_spans(text: str) -> list[tuple[int, int]]:
    """Give where the cards stand that begin a line of `text`, or follow another; as offsets into it."""
    closed = _closed(text)
    spans: list[tuple[int, int]] = []
    found = _NEXT.search(text)
    while found is not None:
        start = found.end() - len(OPENING)
        end = closed.get(start) or _end_in_line(text, start)
        if end is not None:
            spans.append((start, end))
        at = found.end() if end is None else end
        found = (None if end is None else _GLUED.match(text, at)) or _NEXT.search(text, at)
    return spans


def _closed(text: str) -> dict[int, int]:
    """Give where each `<div>` of `text` that is closed begins -> where it ends."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for tag in _TAG.finditer(text):
        if tag["div"] and not tag["closing"]:
            opened.append(tag.start())
        elif tag["div"] and opened:
            ends[opened.pop()] = tag.end()
    return ends


def _end_in_line(text: str, start: int) -> int | None:
    stop = text.find("\n", start)
    ends = [tag.end() for tag in _TAG.finditer(text, start, len(text) if stop == -1 else stop)]
    return ends[-1] if ends else None
