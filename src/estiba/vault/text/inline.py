"""What stands in the text of one leaf besides words; code, formulas and HTML tags are stepped over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from estiba.position import Position
from estiba.vault.text.allowed_html import EMPTIED
from estiba.vault.text.fences import OBSIDIAN
from estiba.vault.text.formulas import formula_end
from estiba.vault.text.html_tags import read_tag
from estiba.vault.text.leaf import Leaf
from estiba.vault.text.limits import Counts, refuse_brackets
from estiba.vault.text.link_syntax import read_alternative, read_destination, read_wikilink
from estiba.vault.text.marks import (
    Address,
    BlockId,
    Comment,
    InlineNote,
    InlineTag,
    Link,
    LinkKind,
    RefusedHtml,
    Size,
)
from estiba.vault.text.pasted_cards import OPENING, card_spans
from estiba.vault.text.prose import plain_text
from estiba.vault.text.raw_html import Found, refused_in, refused_in_braces, refused_in_tag
from estiba.vault.text.raw_tags import read_raw_tag

_ADDRESS = r"[^\s<>`\[\]|]*"
_SPECIAL = re.compile(
    rf"https?://{_ADDRESS}|www\.{_ADDRESS}|\\|<|\]|#|\^|\{{|``*|%%|\$\$*|!\[\[?|\[\[?",
)
"""Each of its ways begins with a character of its own: `re` is ten times quicker to find one of those."""
_WIKILINK = re.compile(r"!?\[\[(?P<inside>[^\[\]\n]*)\]\]")
_DESTINATION = re.compile(r"\((?P<inside>[ \t\n]*(?:<[^<>\n]*>)?[^()]*(?:\([^()]*\)[^()]*)*)\)")
_TAG = re.compile(r"#(?P<name>[\w/-]*[^\W\d_][\w/-]*)")
_BEFORE_TAG = frozenset(" \t\n([{*_~=\"'«¿¡>,;:|")
_COLOUR = re.compile(
    r"(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8}|(?=[a-f]*\d|(.)\1*$)[0-9a-f]{4})", re.IGNORECASE
)
_BLOCK_ID = re.compile(r"\^(?P<name>[A-Za-z0-9-]+)[ \t]*(?:\n|$)")
_TICKS = re.compile(r"`+")
_OPENERS = ("/", "!", "?")
"""What makes HTML of a `<`, besides letters."""
_BRACED_ID = re.compile(r"\{:?[^{}\n]*?#(?P<id>[\w-]+)[^{}\n]*\}")


@dataclass(slots=True)
class Inline:
    """What was found in the text of leaves so far."""

    links: list[Link] = field(default_factory=list)
    tags: list[InlineTag] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    footnotes: list[InlineNote] = field(default_factory=list)
    blocks: list[BlockId] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    refused: list[RefusedHtml] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)


def read_inline(leaf: Leaf, found: Inline) -> None:
    """Read the text of `leaf`, and add what stands in it to `found`; raises `TooMuch`."""
    _Reader(leaf, found).read()


def read_raw(leaf: Leaf, found: Inline) -> None:
    """Read `leaf`, lines of HTML that hold no Markdown, and add what of it is refused to `found`."""
    reader = _Reader(leaf, found)
    reader.refuse(refused_in(reader.text, 0, len(reader.text)))


class _Bracket(NamedTuple):
    """A square bracket that is open."""

    start: int
    tags: int
    """How many tags were found before it."""
    is_footnote: bool = False


class _Reader:
    """One pass over the text of a leaf; each character is looked at a bounded number of times."""

    def __init__(self, leaf: Leaf, found: Inline) -> None:
        self.leaf = leaf
        self.found = found
        self.text = "\n".join(leaf.lines)
        self.offsets = [0]
        for line in leaf.lines[:-1]:
            self.offsets.append(self.offsets[-1] + len(line) + 1)
        self.brackets: list[_Bracket] = []
        """Those that are open."""
        self.missing: set[str] = set()
        """What does not stand in the rest of the text, so that nobody looks for it again."""
        self.ticks: dict[int, list[int]] | None = None
        self.cards = card_spans(self.text) if OPENING in self.text else []
        """HTML that becomes a card of ours, so that nothing of it need be refused."""

    def read(self) -> None:
        at = 0
        while match := _SPECIAL.search(self.text, at):
            at = self.read_step(match)

    def read_step(self, match: re.Match[str]) -> int:
        """Read what begins at `match`; give where to go on."""
        reader = _READERS.get(match[0][0], _Reader.read_other)
        return reader(self, match)

    def read_other(self, at: re.Match[str]) -> int:
        return at.end()

    def read_escape(self, at: re.Match[str]) -> int:
        return at.end() + 1

    def read_formula(self, at: re.Match[str]) -> int:
        return formula_end(self.text, at.start()) or at.end()

    def place(self, offset: int) -> Position:
        """Give the position of the character at `offset` of the text."""
        row = bisect_right(self.offsets, offset) - 1
        line, column = self.leaf.starts[row]
        return Position(line, column + offset - self.offsets[row])

    def read_code(self, at: re.Match[str]) -> int:
        start, length = at.start(), len(at[0])
        if self.ticks is None:
            self.ticks = {}
            for run in _TICKS.finditer(self.text):
                self.ticks.setdefault(len(run[0]), []).append(run.start())
        starts = self.ticks.get(length, [])
        index = bisect_right(starts, start)
        return (starts[index] if index < len(starts) else start) + length

    def read_comment(self, at: re.Match[str]) -> int:
        start = at.start()
        end = self._find(OBSIDIAN, start + 2)
        if end is None:
            return start + 2
        self.found.comments.append(Comment(self.place(start), self.place(end + 2)))
        return end + 2

    def read_open(self, at: re.Match[str]) -> int:
        """Read what begins with a square bracket, perhaps behind an exclamation mark."""
        start, mark = at.start(), at[0]
        if not mark.endswith("[["):
            self._open(start)
            if self.text.startswith("^", start + len(mark)):
                self.found.counts.add("footnotes", self.place(start))
            return start + len(mark)
        match = _WIKILINK.match(self.text, start)
        if match is None or not match["inside"].strip():
            self._open(start)
            return start + len(mark) - 1
        inside = read_wikilink(match["inside"])
        kind = LinkKind.EMBED if mark.startswith("!") else LinkKind.WIKILINK
        self._link(kind, start, match.end(), inside.address, text=inside.text, size=inside.size)
        return match.end()

    def read_close(self, at: re.Match[str]) -> int:
        """Read what stands behind a closing bracket: the address of a link, or nothing of ours."""
        end = at.start()
        if not self.brackets:
            return end + 1
        start, tags, is_footnote = self.brackets.pop()
        if is_footnote:
            self.found.footnotes.append(InlineNote(self.place(start), self.place(end + 1)))
            return end + 1
        match = _DESTINATION.match(self.text, end + 1)
        if match is None:
            if self.text.startswith("(", end + 1):
                self.found.counts.add("destinations", self.place(end + 1))
            return end + 1
        del self.found.tags[tags:]
        is_image = self.text.startswith("!", start)
        written = self.text[start + 1 + is_image : end]
        text, size = read_alternative(written) if is_image else (written, None)
        kind = LinkKind.IMAGE if is_image else LinkKind.LINK
        address = read_destination(match["inside"])
        self._link(kind, start, match.end(), address, text=plain_text(text), size=size)
        return match.end()

    def _open(self, start: int, *, is_footnote: bool = False) -> None:
        self.brackets.append(_Bracket(start, len(self.found.tags), is_footnote))
        refuse_brackets(len(self.brackets), self.place(start))

    def _link(
        self,
        kind: LinkKind,
        start: int,
        end: int,
        address: Address,
        *,
        text: str = "",
        size: Size | None = None,
    ) -> None:
        self.found.links.append(Link(kind, self.place(start), self.place(end), address, text, size))

    def read_tag(self, at: re.Match[str]) -> int:
        start = at.start()
        before = self.text[start - 1] if start else "\n"
        match = _TAG.match(self.text, start)
        if match is None or before not in _BEFORE_TAG:
            return start + 1
        name = match["name"].strip("/")
        if not (self.leaf.level or _COLOUR.fullmatch(name)):
            self.found.tags.append(InlineTag(self.place(start), name))
        return match.end()

    def read_caret(self, at: re.Match[str]) -> int:
        """Read the id of a block, or what opens a footnote."""
        start = at.start()
        if self.text.startswith("^[", start) and not self.text.startswith("[", start - 1 if start else 0):
            self._open(start, is_footnote=True)
            return start + 2
        match = _BLOCK_ID.match(self.text, start)
        if match is None or (start and not self.text[start - 1].isspace()):
            return start + 1
        row = self.place(start).line
        is_last = not self.text[match.end() :].strip()
        if is_last:
            self.found.blocks.append(BlockId(self.place(start), match["name"], self.leaf.first_line, row))
        return match.end()

    def read_braces(self, at: re.Match[str]) -> int:
        start = at.start()
        self.refuse(refused_in_braces(self.text, start))
        match = _BRACED_ID.match(self.text, start)
        if match is None:
            return start + 1
        self.found.ids.add(match["id"])
        return match.end()

    def refuse(self, refused: Iterable[Found]) -> None:
        """Keep what is refused."""
        for one in refused:
            before = bisect_right(self.cards, one.start, key=itemgetter(0))
            if not before or one.start >= self.cards[before - 1][1]:
                self.found.refused.append(one.at(self.place(one.start)))

    def read_html(self, at: re.Match[str]) -> int:
        """Step over a comment, an address or a tag in angle brackets."""
        start = at.start()
        if self.text.startswith("<!--", start):
            end = self._find("-->", start + 4)
            return start + 4 if end is None else end + 3
        tag = read_tag(self.text, start)
        is_harmless = tag and (tag.is_address or self.text.startswith("/", start + 1))
        raw = None if is_harmless else read_raw_tag(self.text, start)
        if raw is not None:
            self.refuse(refused_in_tag(raw, start))
        if tag is None:
            if self.text[start + 1 : start + 2].isalpha() or self.text.startswith(_OPENERS, start + 1):
                self.found.counts.add("tags", self.place(start))
            return raw.end if raw else start + 1
        self.found.ids.update(tag.ids)
        for address in tag.addresses:
            self._link(LinkKind.HTML, start, tag.end, address)
        end = self._find(f"</{tag.verbatim}", tag.end) if tag.verbatim else None
        if end is None:
            return tag.end
        if tag.verbatim not in EMPTIED:
            self.refuse(refused_in(self.text, tag.end, end))
        return end

    def _find(self, what: str, start: int) -> int | None:
        if what in self.missing:
            return None
        at = self.text.find(what, start)
        if at == -1:
            self.missing.add(what)
            return None
        return at


_READERS: Mapping[str, Callable[[_Reader, re.Match[str]], int]] = MappingProxyType(
    {
        "\\": _Reader.read_escape,
        "`": _Reader.read_code,
        "$": _Reader.read_formula,
        "%": _Reader.read_comment,
        "<": _Reader.read_html,
        "[": _Reader.read_open,
        "!": _Reader.read_open,
        "]": _Reader.read_close,
        "#": _Reader.read_tag,
        "^": _Reader.read_caret,
        "{": _Reader.read_braces,
    }
)
