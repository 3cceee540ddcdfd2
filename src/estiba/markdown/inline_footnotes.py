"""Footnotes that are written where they are called for: `text^[note]` -> a call, and a definition below."""

from __future__ import annotations

import re


class InlineFootnotes:
    """Words for the ends of footnotes, and what becomes of what is between them."""

    def __init__(self, token: str, *, is_on: bool) -> None:
        self.is_on = is_on
        """Whether the page has footnotes at all."""
        self._token = token
        self._count = 0

    def words(self) -> tuple[str, str]:
        """Give the words that stand for the beginning and the end of a further footnote."""
        self._count += 1
        return f"{self._token}f{self._count}o;", f"{self._token}f{self._count}c;"

    def moved(self, lines: list[str]) -> list[str]:
        """Give `lines` with a call for each footnote, and all their texts at the end."""
        if not self._count:
            return lines
        text = "\n".join(lines)
        ends = re.compile(rf"{self._token}f([0-9]+)([oc]);")
        prefix = _free_label(text)
        parts: list[list[str]] = [[]]
        opened: list[str] = []
        notes: dict[int, str] = {}
        at = 0
        for end in ends.finditer(text):
            parts[-1].append(text[at : end.start()])
            at = end.end()
            if end[2] == "o":
                opened.append(end[1])
                parts.append([])
            elif opened and opened[-1] == end[1]:
                opened.pop()
                notes[int(end[1])] = " ".join("".join(parts.pop()).split())
                parts[-1].append(f"[^{prefix}{end[1]}]")
        parts[-1].append(text[at:])
        while len(parts) > 1:
            parts[-2].append("^[" + "".join(parts.pop()))
        below = [f"[^{prefix}{number}]: {note}" for number, note in sorted(notes.items())]
        return ["".join(parts[0]), "", *below] if below else lines


def _free_label(text: str) -> str:
    prefix = "inline-"
    while f"[^{prefix}" in text:
        prefix = f"x{prefix}"
    return prefix
