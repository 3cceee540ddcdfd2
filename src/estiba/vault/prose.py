"""The words of a note without its marks: its heading, its first paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from estiba.vault.fences import Fence

_ATX = re.compile(r" {0,3}#[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r" {0,3}=+[ \t]*")
_NOT_PROSE = re.compile(
    r"\s*(?:[#>|<:]|[-+*][ \t]|\d{1,9}[.)][ \t]|!!!|\?\?\?|===|---|\*\*\*|___"
    r"|\[\^?[^\]]+\]:|%%|\$\$|\{%|\{\{|\[TOC\]|--8<--)",
    re.IGNORECASE,
)
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^{}]*\}[ \t]*$")
_IMAGE = re.compile(r"!\[(?P<text>[^\[\]]*)\]\([^()\s]*(?:\([^()]*\))?[^()]*\)")
_EMBED = re.compile(r"!\[\[[^\[\]]*\]\]")
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?(?P<text>[^\[\]|]+)\]\]")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--.*?--)>")
_EMPHASIS = re.compile(
    r"(?P<mark>\*\*\*|\*\*|\*|~~|==)(?=\S)(?P<text>[^*~=]+?)(?<=\S)(?P=mark)"
    r"|(?<!\w)(?P<low>___|__|_)(?=\S)(?P<low_text>[^_]+(?:_[^_]+)*?)(?<=\S)(?P=low)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The first heading of level one: its words, its line in the file, and whether
    nothing stands before it in the note.
    """

    text: str
    line: int
    leads: bool


def first_heading(lines: Sequence[str], fences: Sequence[Fence], *, first_line: int) -> Heading | None:
    """Find the first H1 outside code in the note's body."""
    begins = 0
    """The line on which the text of the note begins."""
    previous = ""
    for number, line in _outside(lines, fences, first_line):
        if line.strip() and not begins:
            begins = number
        atx = _ATX.fullmatch(line)
        if atx and (text := plain_text(atx["text"])):
            return Heading(text, number, begins == number)
        if previous.strip() and _SETEXT.fullmatch(line) and not _NOT_PROSE.match(previous):
            return Heading(plain_text(previous), number - 1, begins == number - 1)
        previous = line
    return None


def first_paragraph(lines: Sequence[str], fences: Sequence[Fence], *, first_line: int) -> str:
    """Give the words of the first paragraph that is prose; empty if there is none."""
    words: list[str] = []
    skipping = False
    for _, line in _outside(lines, fences, first_line):
        if not line.strip():
            text = plain_text(" ".join(words))
            if text:
                return text
            words, skipping = [], False
        elif words and _UNDERLINE.fullmatch(line):
            words, skipping = [], True
        elif words or not (skipping or _NOT_PROSE.match(line) or line.startswith(("    ", "\t"))):
            words.append(line.strip())
        else:
            skipping = True
    return plain_text(" ".join(words))


def shorten(text: str, *, limit: int = 200) -> str:
    """Cut `text` at a word so that it has at most `limit` characters, with `…` if cut."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space else cut).rstrip(" ,;:.\u2013\u2014-") + "…"


def plain_text(inline: str) -> str:
    """Give the words of a line of Markdown: no emphasis, link targets, tags or escapes."""
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\x00{len(kept) - 1}\x00"

    text = inline.replace("\x00", "")
    text = _CODE.sub(lambda match: keep(match[2].strip()), text)
    text = _ESCAPE.sub(lambda match: keep(match[1]), text)
    text = _ATTRIBUTES.sub("", text)
    text = _EMBED.sub("", _IMAGE.sub(lambda match: match["text"], text))
    text = _WIKILINK.sub(lambda match: match["text"], text)
    text = _LINK.sub(lambda match: match["text"], _FOOTNOTE.sub("", text))
    text = _TAG.sub("", _AUTOLINK.sub(lambda match: match[1], text))
    for _ in range(3):
        text = _EMPHASIS.sub(lambda match: match["text"] or match["low_text"], text)
    text = html.unescape(text)
    text = re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text)
    return " ".join(text.split())


def _outside(lines: Sequence[str], fences: Sequence[Fence], first_line: int) -> Iterator[tuple[int, str]]:
    """Give the numbered lines that are in no fence; a fence counts as a blank line."""
    ends = {fence.first_line: fence.last_line for fence in fences}
    until = 0
    for number, line in enumerate(lines, first_line):
        until = max(until, ends.get(number, 0))
        yield number, "" if number <= until else line
