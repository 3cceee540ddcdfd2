"""Fences written so that superfences sees what CommonMark sees.

superfences wants each line of a fence indented as its first, the marker below as long as the
one above, nothing but white space and quote marks to the left, an end, and behind the marker
only options that it knows; CommonMark none of it.

Source: CommonMark 0.31.2, section 4.5 (fenced code blocks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from pymdownx.superfences import RE_NESTED_FENCE_START, SuperFencesBlockPreprocessor

from estiba.markdown.blocks import Blocks
from estiba.vault.text.fences import Fence, scan_fences

_READER = "fenced_code_block"
"""What superfences, and Python-Markdown's own extension, call what reads fences."""
_MARKER = re.compile(r"(?:`{3,}|~{3,})")
_LANGUAGE = re.compile(r"[`~]+[ \t]*[\w#.+-]*")
_NOT_QUOTE = re.compile(r"[^>\s]")


class SetFences(Preprocessor):
    """Mends the lines of fences; one behind the marker of a list item goes to a line of its own."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """Give `lines` with fences that superfences can read; all else stays."""
        if _READER not in self.md.preprocessors or not any("```" in line or "~~~" in line for line in lines):
            return lines
        kept: list[str] = []
        at = 0
        for fence in scan_fences(lines):
            first = fence.first_line - 1
            kept += lines[at:first]
            kept += self._set(fence, lines[first : fence.last_line])
            at = fence.last_line
        return kept + lines[at:]

    def _set(self, fence: Fence, lines: Sequence[str]) -> Iterator[str]:
        """Write one fence anew, of which `lines` are the author's."""
        left = _NOT_QUOTE.sub(" ", fence.prefix)
        opening = lines[0][len(fence.prefix) :]
        if left != fence.prefix:
            yield f"{fence.prefix}{_word(self.blocks)}"
        yield left + self._readable(opening)
        texts = fence.text.split("\n")[:-1]
        for line, text in zip(lines[1:], texts, strict=False):
            yield line if line.startswith(left) or not text.strip() else left + text
        marker = _MARKER.match(opening)
        yield left + (marker[0] if marker else "")

    def _readable(self, opening: str) -> str:
        """Give the first line of a fence without options where superfences would refuse it for them."""
        reader = self.md.preprocessors[_READER]
        if not isinstance(reader, SuperFencesBlockPreprocessor) or _is_taken(reader, opening):
            return opening
        language = _LANGUAGE.match(opening)
        return language[0] if language else opening


class JoinFences(Preprocessor):
    """Puts a fence that is a placeholder by now back behind the marker of its list item."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """Join each line that ends in our word with the one below it."""
        word = _word(self.blocks)
        kept: list[str] = []
        for line in lines:
            if kept and kept[-1].endswith(word):
                kept[-1] = kept[-1].removesuffix(word) + line.lstrip("> ")
            else:
                kept.append(line)
        return kept


def _is_taken(reader: SuperFencesBlockPreprocessor, opening: str) -> bool:
    """Whether `reader` takes the first line `opening` for that of a fence."""
    match = RE_NESTED_FENCE_START.match(opening)
    if match is None:
        return False
    reader.get_hl_settings()
    reader.clear()
    if match["unrecognized"]:
        okay = reader.handle_unrecognized(match)
    else:
        okay = reader.handle_attrs(match) if match["attrs"] else reader.parse_options(match)
    reader.clear()
    return bool(okay)


def _word(blocks: Blocks) -> str:
    return f"{blocks.token}f"
