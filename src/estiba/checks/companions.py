"""The `.env` that a note shows beside an example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from estiba.compose.document import read_document
from estiba.compose.env_file import read_env
from estiba.vault.text.fences import Fence

_LABEL = re.compile(r"\{?[ \t]*\.?(?:env|dotenv)\b|[\w+-]*:[\w./-]*\.env\b", re.IGNORECASE)
_TITLE = re.compile(r"\btitle=[\"'][^\"']*\.env[\"']", re.IGNORECASE)
_SAID = re.compile(r"(?<![\w/])\.env(?![\w.])")

_MOST = 1_000_000
"""Characters that the values may become in an example."""


class Companions:
    """The `.env` files in `text`, which has these `fences`, read once."""

    def __init__(self, text: str, fences: Sequence[Fence]) -> None:
        read = ((fence.first_line, read_env(fence.text)) for fence in _env_fences(text, fences))
        self._read = [(line, variables) for line, variables in read if variables]

    def environment_of(self, example: Fence) -> dict[str, str]:
        """Give the variables of the `.env` that belongs to the example in `example`; none is empty.

        It is the next fence that says what it is, or whose heading or line above says so; where
        none follows, the last one before. What would make a large file of the example counts for nothing.
        """
        following = (read for line, read in self._read if line > example.first_line)
        before = (read for line, read in reversed(self._read) if line < example.first_line)
        found = next(following, None) or next(before, {})
        longest = max(map(len, found.values()), default=0)
        return found if longest * example.text.count("$") <= _MOST else {}


def _env_fences(text: str, fences: Sequence[Fence]) -> Iterator[Fence]:
    lines = text.split("\n") if ".env" in text else []
    for fence in fences:
        said = _LABEL.match(fence.info) or _TITLE.search(fence.info)
        if (said or (lines and _is_announced(lines, fence))) and read_document(fence.text) is None:
            yield fence


def _is_announced(lines: list[str], fence: Fence) -> bool:
    """Whether the line above the fence, or the heading that it stands under first, says `.env`."""
    index = fence.first_line - 2
    while index >= 0 and not lines[index].strip():
        index -= 1
    return index >= 0 and bool(_SAID.search(lines[index]))
