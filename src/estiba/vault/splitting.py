"""Where a note's front matter is, and how its lines look before anything is parsed.

What counts as front matter (the six points on which other readers differ are
settled here, for every host):

- it opens with a line of exactly three dashes, the first of the file; blank lines
  before it are forgiven where the block that follows reads as one;
- it closes with a line of three dashes or of three dots;
- spaces behind the dashes or dots do not matter; four dashes are not three;
- a first line `Title: x` without dashes is text;
- a block that is a list or a sentence is text between two rules, and stays text;
- a block that never closes is text; only `published`, `draft` and `unlisted` are
  believed in it, so that what was meant to stay private does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"(?P<blank>(?:[ \t]*\n)*)---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*"
    r"(?:[^\s#\-\[\]{}:'\"`@*&!%|>,?][^:\n]*|\"[^\"\n]+\"|'[^'\n]+'):(?=\s)"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n(?=[^\s#\-\]}])")
_QUOTED = 120
"""Characters of a value that a message quotes."""
_MOST_SALVAGED = 500
"""Lines of a broken block that are tried as keys; what stands below stays unread."""
_CHUNK = re.compile(r"^(?=[^\s#\-\]}])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """A note's text cut in two, before anything is parsed; offsets in code points."""

    block: str | None
    """The YAML between the rules, or None where the note has no front matter."""
    block_start: int
    body_start: int
    closed: bool = True


def split(text: str) -> Split:
    """Cut `text` (LF line ends) into front matter and body."""
    opening = _OPENING.match(text)
    if opening is None:
        return Split(None, 0, 0)
    start = opening.end()
    closing = _CLOSING.search(text, start)
    end = closing.start() if closing else len(text)
    if (opening["blank"] or closing is None) and not _KEY.match(text, start, end):
        return Split(None, 0, 0)
    if closing is None:
        return Split(text[start:], start, 0, closed=False)
    return Split(text[start:end], start, closing.end())


def begins_with_key(text: str) -> bool:
    """Whether the first line of `text` that says something is `key:`."""
    return bool(_KEY.match(text))


def head(block: str) -> str:
    """Give what of a block that never closes may be meant as keys: the paragraphs that begin with one."""
    end = 0
    while match := _KEY.match(block, end):
        blank = block.find("\n\n", match.end())
        if blank == -1:
            return block
        end = blank + 1
    return block[:end]


def has_only_keys(block: str) -> bool:
    """Whether each paragraph of a block that YAML cannot read begins with a key, so that it is no prose."""
    return bool(_KEY.match(block)) and all(
        _KEY.match(block, paragraph.end()) for paragraph in _PARAGRAPH.finditer(block)
    )


def chunks(block: str) -> Iterator[tuple[int, str]]:
    """Cut a block before each line that is not indented: one top-level key each."""
    starts = [match.start() for match in _CHUNK.finditer(block)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    del starts[_MOST_SALVAGED:]
    for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
        yield start, block[start:end]


_COLON_IN_VALUE = re.compile(
    r"(?P<key>[^\s:#\[{\"'][^:\n]*):[ \t]+(?P<value>[^\s'\"\[{|>&*!#][^\n]*?:(?:[ \t][^\n]*)?)$"
)


def unquoted_colon(block: str, offset: int) -> tuple[int, str, str] | None:
    """See whether the line at `offset` is `key: some: text`, the commonest slip."""
    start = block.rfind("\n", 0, offset) + 1
    end = block.find("\n", start)
    line = block[start : end if end != -1 else len(block)]
    match = _COLON_IN_VALUE.match(line)
    if match is None:
        return None
    value = match["value"].rstrip()
    return (
        start + match.start("value"),
        match["key"],
        value if len(value) <= _QUOTED else value[:_QUOTED] + "…",
    )
