"""The words of a note without its marks: its heading, its first paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from estiba.vault.text.fences import Fence

_LONGEST = 4_000
"""Characters of a line or a paragraph that are looked at: what is longer is no prose."""

_ATX = re.compile(r" {0,3}#[ \t]+(?P<text>\S.*)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_SETEXT = re.compile(r" {0,3}=+[ \t]*")
_NOT_PROSE = re.compile(
    r"\s*(?:[#>|<:]|[-+*][ \t]|\d{1,9}[.)][ \t]|!!!|\?\?\?|===|---|\*\*\*|___"
    r"|\[\^?[^\]]+\]:|%%|\$\$|\{%|\{\{|\[TOC\]|--8<--)",
    re.IGNORECASE,
)
_INTERRUPTION = re.compile(r" {0,3}(?:>|[-+*][ \t]|1[.)][ \t]|!!!|\?\?\?)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_COMMENT = re.compile(r" {0,3}<!--")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^{}]*\}[ \t]*$")
_IMAGE = re.compile(r"!\[(?P<text>[^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_EMBED = re.compile(r"!\[\[[^\[\]]*\]\]")
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?(?P<text>[^\[\]|]+)\]\]")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--(?:(?!<!--).)*?--)>")
_EMPHASIS_MARK = re.compile("[*=_~]")
_EMPHASIS = re.compile(
    r"(?P<mark>\*\*\*|\*\*|\*|~~|==)(?=\S)(?P<text>[^*~=]+?)(?<=\S)(?P=mark)"
    r"|(?<!\w)(?P<low>___|__|_)(?=\S)(?P<low_text>[^_]+(?:_[^_]+){0,8}?)(?<=\S)(?P=low)(?!\w)"
)

_KEPT = re.compile(r"\x00(\d+)\x00")


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
        atx = _ATX.match(line)
        if atx and (text := plain_text(without_closing(atx["text"]))):
            return Heading(text, number, begins == number)
        underlined = previous.strip() and _SETEXT.fullmatch(line) and not _NOT_PROSE.match(previous)
        if underlined and (text := plain_text(previous)):
            return Heading(text, number - 1, begins == number - 1)
        previous = line
    return None


def first_paragraph(lines: Sequence[str], fences: Sequence[Fence], *, first_line: int) -> str:
    """Give the words of the first paragraph that is prose; empty if there is none."""
    words: list[str] = []
    skipping = False
    for _, line in _outside(lines, fences, first_line):
        if words and _UNDERLINE.fullmatch(line):
            words = []
            continue
        ends = not line.strip() or _HEADING.match(line)
        if words and (ends or _INTERRUPTION.match(line)):
            text = plain_text(" ".join(words))
            if text:
                return text
            words = []
        if ends:
            skipping = False
        elif words or not (skipping or _NOT_PROSE.match(line) or line.startswith(("    ", "\t"))):
            words.append(line.strip())
        else:
            skipping = True
    return plain_text(" ".join(words))


def shorten(text: str, *, limit: int = 200) -> str:
    """Cut `text` at a word so that it has at most `limit` characters, with `…` if cut."""
    if len(text) <= limit:
        return text
    head, space, _ = text[:limit].rpartition(" ")
    return (head if space else text[: limit - 1]).rstrip(" ,;:.\u2013\u2014-") + "…"


def plain_text(inline: str) -> str:
    """Give the words of a line of Markdown: no emphasis, link targets, tags or escapes.

    Of a line longer than 4,000 characters only the first are looked at.
    """
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\x00{len(kept) - 1}\x00"

    text = inline[:_LONGEST].replace("\x00", "")
    if "`" in text:
        text = _CODE.sub(lambda match: keep(match[2].strip()), text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: keep(match[1]), text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if "[" in text:
        text = _EMBED.sub("", _IMAGE.sub(lambda match: match["text"], text))
        text = _WIKILINK.sub(lambda match: match["text"], text)
        text = _LINK.sub(lambda match: match["text"], _FOOTNOTE.sub("", text))
    if "<" in text:
        text = _TAG.sub("", _AUTOLINK.sub(lambda match: match[1], text))
    text = html.unescape(_without_emphasis(text))
    if kept:
        text = _KEPT.sub(lambda match: kept[int(match[1])], text)
    return " ".join(text.split())


def _without_emphasis(text: str) -> str:
    if not _EMPHASIS_MARK.search(text):
        return text
    for _ in range(3):
        before, text = text, _EMPHASIS.sub(lambda match: match["text"] or match["low_text"], text)
        if text == before:
            break
    return text


def _outside(lines: Sequence[str], fences: Sequence[Fence], first_line: int) -> Iterator[tuple[int, str]]:
    """Give the numbered lines; one in a fence or an HTML comment counts as blank."""
    ends = {fence.first_line: fence.last_line for fence in fences}
    until = 0
    in_comment = False
    for number, line in enumerate(lines, first_line):
        until = max(until, ends.get(number, 0))
        hidden = number <= until
        if not hidden and (in_comment or _COMMENT.match(line)):
            hidden, in_comment = True, "-->" not in line
        yield number, "" if hidden else line


def without_closing(text: str) -> str:
    """Drop the marks that may close a heading: `Title ##`."""
    text = text.rstrip(" \t")
    bare = text.rstrip("#")
    return bare if not bare or bare[-1] in " \t" else text
