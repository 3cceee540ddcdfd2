"""Text where Compose wants a truth value or a number: `privileged: "yes"`, `cpus: "0.5"`.

Source: Docker Compose 2.40.3, which casts such text after the variables are put in;
its words, signs and bounds are the ones of its answers to `config`.
"""

from __future__ import annotations

import math
import re

from estiba.compose.formats.fault import FormatFault

_WORDS = {
    **dict.fromkeys("y yes true on".split(), True),
    **dict.fromkeys("n no false off".split(), False),
}
_INTEGER = re.compile(r"(?P<sign>[-+]?)0*(?P<digits>[0-9]{1,22})")
_OCTAL = re.compile(r"(?P<sign>[-+]?)0*(?P<digits>[0-7]{1,22})")
_FLOAT = re.compile(r"[-+]?(?=\.?[0-9])[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]+)?")
_HEXADECIMAL = re.compile(r"[-+]?0[xX](?=\.?[0-9a-fA-F])[0-9a-fA-F]*(?:\.[0-9a-fA-F]*)?[pP][-+]?[0-9]{1,9}")
_NO_NUMBER = re.compile(r"[-+]?inf(?:inity)?|nan", re.ASCII | re.IGNORECASE)


def to_bool(text: str) -> bool:
    """Read a truth value, in any case; FormatFault `boolean` for `1`, `t` and the rest."""
    try:
        return _WORDS[text.lower()]
    except KeyError:
        raise FormatFault("boolean", 0, text) from None


def to_int(text: str) -> int:
    """Read a decimal number of 64 bits (`010` is ten); FormatFault `integer`."""
    return _integer(_INTEGER.fullmatch(text), 10, text)


def to_mode(text: str) -> int:
    """Read a file mode, always in octal (`440` is `0440`); FormatFault `integer`.

    So are a mode's strings read; a number in the YAML is taken as it is.
    """
    return _integer(_OCTAL.fullmatch(text), 8, text)


def to_float(text: str) -> float:
    """Read a number of 64 bits: with a point, an exponent, `_`, or `inf`; FormatFault `float`."""
    if _NO_NUMBER.fullmatch(text):
        return float(text)
    try:
        if _FLOAT.fullmatch(text) and math.isfinite(value := float(text)):
            return value
        if _HEXADECIMAL.fullmatch(text):
            return float.fromhex(text)
    except (ValueError, OverflowError):
        pass
    raise FormatFault("float", 0, text)


def _integer(match: re.Match[str] | None, base: int, text: str) -> int:
    if match is not None:
        value = int(match["sign"] + match["digits"], base)
        if -(2**63) <= value < 2**63:
            return value
    raise FormatFault("integer", 0, text)
