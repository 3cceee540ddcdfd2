"""What a scalar of a Compose file is: text, number, truth value, nothing, or a date.

Source: gopkg.in/yaml.v3, resolve.go, which Docker Compose reads files with. It is
YAML 1.2 but for octal numbers with a leading zero, underscores in numbers, and dates.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import sys

from estiba.yaml_tree import Scalar

ComposeScalar = str | int | float | bool | None

_LARGEST = sys.float_info.max
"""For what is infinite or no number, of which JSON has none."""
_WORDS: dict[str, ComposeScalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((f"{sign}.{word}" for sign in ("", "+") for word in ("inf", "Inf", "INF")), _LARGEST),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -_LARGEST),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), _LARGEST),
}
_INTEGER = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]+|[1-9][0-9_]*|0)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt](?=.*(?:Z|[-+][0-9]{2}:[0-9]{2})$)| +(?=[0-9:.,]+$))"
    r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})?)?"
)
"""The forms of yaml.v3, allowedTimestampFormats: with `T` there is a zone, with a space there is none."""
_MAX_DIGITS = 40
_STANDARD = "tag:yaml.org,2002:"
_TYPES: dict[str, tuple[type, ...]] = {"int": (int,), "float": (int, float), "bool": (bool,)}
_FAULTS = {"int": "integer", "float": "float", "bool": "boolean"}


def scalar_value(node: Scalar) -> ComposeScalar:
    """Give the value of `node`; a date is its text (see `is_date`)."""
    return _resolved(node.text) if _is_resolved(node) else node.text


def is_date(node: Scalar) -> bool:
    """Whether YAML makes a date of `node`, which no field of Compose takes."""
    match = _DATE.fullmatch(node.text) if node.text[:1].isdigit() and _is_resolved(node) else None
    if match is None:
        return False
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        dt.datetime(year or 2000, month, day, hour, minute, second, tzinfo=dt.UTC)
    except ValueError:
        return False
    return True


def tag_fault(node: Scalar) -> str | None:
    """Name what `node` is not, although its tag says so: `integer`, `float` or `boolean`; None if it is."""
    tag = (node.tag or "").removeprefix(_STANDARD)
    if tag not in _TYPES:
        return None
    value = _resolved(node.text)
    fits = isinstance(value, _TYPES[tag]) and isinstance(value, bool) == (tag == "bool")
    return None if fits else _FAULTS[tag]


def _is_resolved(node: Scalar) -> bool:
    """Whether a text may be something else than a text: by its tag or, without one, by having no quotes."""
    if node.tag is None or node.tag == "!":
        return node.plain
    return node.tag in {_STANDARD + tag for tag in (*_TYPES, "null", "timestamp")}


def _resolved(text: str) -> ComposeScalar:
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _MAX_DIGITS or not (text[0].isdigit() or text[0] in "+-."):
        return text
    if _INTEGER.fullmatch(text):
        return _integer(text)
    digits = text.replace("_", "")
    number = float(digits) if _FLOAT.fullmatch(digits) else math.inf
    return text if math.isinf(number) else number


def _integer(text: str) -> int | str:
    digits = text.replace("_", "").lower()
    sign, digits = (-1, digits[1:]) if digits[0] == "-" else (1, digits.lstrip("+"))
    for prefix, base in (("0x", 16), ("0b", 2), ("0o", 8)):
        if digits.startswith(prefix):
            return sign * int(digits[2:], base) if digits[2:] else text
    return sign * int(digits, 8 if digits.startswith("0") and digits != "0" else 10)
