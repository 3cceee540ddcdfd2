"""What a scalar of a Compose file is: text, number, truth value, nothing, or a date.

Source: gopkg.in/yaml.v3, resolve.go, which Docker Compose reads files with. It is
YAML 1.2 but for octal numbers with a leading zero, underscores in numbers, and dates.
"""

from __future__ import annotations

import re

from estiba.dates import date_of
from estiba.yaml_tree import Scalar

ComposeScalar = str | int | float | bool | None

_WORDS: dict[str, ComposeScalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]+|[1-9][0-9_]*|0)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_MAX_DIGITS = 40


def scalar_value(node: Scalar) -> ComposeScalar:
    """Give the value of `node`; a date is its text (see `is_date`)."""
    text = node.text
    if not node.plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _MAX_DIGITS or not (text[0].isdigit() or text[0] in "+-."):
        return text
    if _INTEGER.fullmatch(text):
        return _integer(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def is_date(node: Scalar) -> bool:
    """Whether YAML makes a date of `node`, which no field of Compose takes."""
    return node.plain and node.text[:1].isdigit() and date_of(node.text) is not None


def _integer(text: str) -> int | str:
    digits = text.replace("_", "").lower()
    sign, digits = (-1, digits[1:]) if digits[0] == "-" else (1, digits.lstrip("+"))
    for prefix, base in (("0x", 16), ("0b", 2), ("0o", 8)):
        if digits.startswith(prefix):
            return sign * int(digits[2:], base) if digits[2:] else text
    return sign * int(digits, 8 if digits.startswith("0") and digits != "0" else 10)
