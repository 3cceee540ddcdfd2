"""Texts past a limit: what is said of each, and that what keeps to it is read."""

from __future__ import annotations

import pytest

from estiba.position import Position
from estiba.vault.text.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_LINES, MOST, Excess
from estiba.vault.text.marks import Marks
from estiba.vault.text.reading_marks import read_marks


def nested(marker, width, levels):
    return "\n".join(" " * width * level + marker for level in range(levels))


PAST = {
    "characters": ("a" * (MAX_CHARACTERS + 1), "characters", (5, MAX_CHARACTERS + 1)),
    "characters of lines": ("abc\n" * 50_000 + "a" * 900_000, "characters", (50_005, 800_001)),
    "lines": ("\n" * (MAX_LINES + 1), "lines", (5 + MAX_LINES, 1)),
    "brackets": ("[" * 20_000, "brackets", (5, 65)),
    "brackets of pictures": ("![" * 20_000, "brackets", (5, 129)),
    "brackets of links": ("[[a|" * 20_000, "brackets", (5, 129)),
    "brackets of footnotes": ("^[" * 20_000, "brackets", (5, 130)),
    "brackets within one another": ("[" * 5_000 + "a" + "](b)" * 5_000, "brackets", (5, 65)),
    "brackets beside brackets in code": ("[`]`" * 5_000, "brackets", (5, 257)),
    "callouts without an end": ("> [!" * 20_000, "brackets", (5, 259)),
    "boxes without an end": ("> - [ " * 20_000, "brackets", (5, 389)),
    "lists": (nested("- a", 2, 500), "depth", (5 + MAX_DEPTH, 1 + 2 * MAX_DEPTH)),
    "lists with numbers": (nested("1. a", 3, 500), "depth", (5 + MAX_DEPTH, 1 + 3 * MAX_DEPTH)),
    "lists in one line": ("- " * 2_000 + "a", "depth", (5, 1 + 2 * MAX_DEPTH)),
    "quotes": (">" * 2_000, "depth", (5, 1 + MAX_DEPTH)),
    "quotes with spaces": ("> " * 2_000, "depth", (5, 1 + 2 * MAX_DEPTH)),
    "admonitions": (nested("!!! note", 4, 500), "depth", (5 + MAX_DEPTH, 1 + 4 * MAX_DEPTH)),
    "tabs": (nested('=== "a"', 4, 500), "depth", (5 + MAX_DEPTH, 1 + 4 * MAX_DEPTH)),
    "tags": ("<a " * 201, "tags", (5, 601)),
    "tags in paragraphs": ("<a\n\n" * 201, "tags", (405, 1)),
    "addresses": ("<http://a" * 201, "tags", (5, 1801)),
    "instructions": ("<?" * 201, "tags", (5, 401)),
    "destinations": ("[a](" * 201, "destinations", (5, 804)),
    "footnotes": ("[^1] " * 1_001, "footnotes", (5, 5001)),
    "abbreviations": ("".join(f"*[a{number}]: b\n" for number in range(201)), "abbreviations", (205, 1)),
    "headings": ("# a\n" * 1_001, "blocks", (1005, 3)),
    "rules": ("***\n" * 1_001, "blocks", (1005, 1)),
    "underlines": ("a\n===\n" * 1_001, "blocks", (2005, 1)),
    "headings above text": ("# a\nb\n" * 1_001, "blocks", (2005, 3)),
    "definitions": (":   a\n" * 1_001, "blocks", (1005, 1)),
    "addresses of links": ("".join(f"[a{number}]: b\n" for number in range(1_001)), "blocks", (1005, 1)),
    "admonitions in a row": ("!!! note\n" * 1_001, "blocks", (1005, 1)),
}
WITHIN = {
    "characters": "abc " * (MAX_CHARACTERS // 4),
    "lines": "\n" * MAX_LINES,
    "brackets": "[" * 64,
    "brackets in code": "`" + "[" * 20_000 + "`",
    "brackets in a fence": "```json\n" + "[" * 20_000 + "\n```",
    "brackets one behind the other": "[a](b) " * 20_000,
    "brackets in a table": "| [a](b) | [[c]] |\n" * 2_000,
    "brackets, escaped": r"\[" * 20_000,
    "lists": nested("- a", 2, MAX_DEPTH),
    "quotes": "> " * MAX_DEPTH,
    "code that looks like lists": "```\n" + nested("- a", 2, 500) + "\n```",
    "tags": "a < b <b>c</b> " * 5_000,
    "destinations": "[a](b) [c] (d) " * 5_000,
    "headings": "# a\n\n" * 5_000,
    "rules": "---\n\na\n\n" * 5_000,
}


@pytest.mark.parametrize("name", PAST)
def test_past_a_limit(name):
    text, kind, place = PAST[name]
    fences, marks = read_marks(text.split("\n"), first_line=5)
    assert fences == ()
    assert marks == Marks(excess=marks.excess)
    assert marks.excess is not None
    assert (marks.excess.kind, marks.excess.position) == (kind, Position(*place))


@pytest.mark.parametrize("name", WITHIN)
def test_within_the_limits(name):
    assert read_marks(WITHIN[name].split("\n"))[1].excess is None


def test_the_limit_is_named():
    assert read_marks(["[" * 100])[1].excess == Excess("brackets", Position(1, 65), 64)
    assert read_marks(["<a " * 300])[1].excess == Excess("tags", Position(1, 601), MOST["tags"])
