"""A command in one text, which Compose splits at its spaces: `nginx -g 'daemon off;'`.

Source: mattn/go-shellwords, as Docker Compose 2.40.3 answers. What follows the first `;`, `&`,
`|`, `<` or `>` outside of quotes is not read.
"""

from __future__ import annotations

from estiba.compose.formats.fault import FormatFault

_ENDS = ";&|<>"
_MARKS = frozenset("'\"`()\\")
_KINDS = {"'": "quote", '"': "quote", "`": "backquote", ")": "parenthesis"}


def check_command(text: str) -> None:
    """Raise FormatFault where `text` cannot be split.

    `quote`, `backquote` or `parenthesis`: one that is not closed, or a parenthesis that
    stands where none may; `backslash`: one at the end. `detail` is the character.
    """
    if _MARKS.isdisjoint(text):
        return
    opened: dict[str, int] = {}
    escaped = dollar = False
    for place, character in enumerate(text):
        if escaped:
            escaped, dollar = False, character == "$"
        elif character == "\\" and "'" not in opened:
            escaped = True
        elif closing := _closing(character, opened, place, dollar=dollar):
            if closing in opened:
                del opened[closing]
            else:
                opened[closing] = place
            dollar = dollar and character in "'\""
        elif character in _ENDS and not opened:
            break
        else:
            dollar = character == "$"
    for closing, place in opened.items():
        raise FormatFault(_KINDS[closing], place, text[place])
    if escaped:
        raise FormatFault("backslash", len(text) - 1, "\\")


def _closing(character: str, opened: dict[str, int], place: int, *, dollar: bool) -> str:
    """Give the mark that ends what `character` opens, or the one that it is; else nothing.

    Quotes open within backquotes, too; a `)` that closes nothing opens something.
    """
    if character in "'\"" and opened.keys() <= {character, "`"}:
        return character
    if character == "`" and opened.keys() <= {"`"}:
        return "`"
    if character in "()" and opened.keys() <= {")"}:
        if character == "(" and (opened or not dollar):
            raise FormatFault("parenthesis", place, character)
        return ")"
    return ""
