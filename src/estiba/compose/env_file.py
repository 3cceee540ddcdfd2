"""The text of an `.env` file -> its variables, as Compose reads them.

Source: the Compose documentation, "Set, use and manage variables in a Compose file with
interpolation", syntax of `.env` files.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*(?P<value>.*)")
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)[ \t]*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|[ \t]+)#.*$")
_ESCAPES = {r"\n": "\n", r"\t": "\t", r"\r": "\r", r"\"": '"', r"\\": "\\", r"\$": "$"}
_ESCAPE = re.compile("|".join(map(re.escape, _ESCAPES)))


def read_env(text: str) -> dict[str, str] | None:
    """Give the variables of `text`; None where a line of it is none of an `.env` file."""
    variables: dict[str, str] = {}
    for line in text.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        variables[match["name"]] = _value(match["value"].rstrip())
    return variables or None


def _value(written: str) -> str:
    quoted = _QUOTED.match(written)
    if quoted is None:
        return _COMMENT.sub("", written).rstrip()
    if quoted["quote"] == "'":
        return quoted["text"]
    return _ESCAPE.sub(lambda found: _ESCAPES[found[0]], quoted["text"])
