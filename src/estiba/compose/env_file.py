"""The text of an `.env` file -> its variables, as Compose reads them, and a value -> its text there.

Source: the Compose documentation, "Set, use and manage variables in a Compose file with
interpolation", syntax of `.env` files, and the answers of Docker Compose 2.40.3: a comment
behind a value begins with a space, and a value may use the variables above it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from estiba.compose.formats.fault import FormatFault
from estiba.compose.reading.interpolation import read_template, references, substitute

MAX_CHARACTERS = 65_536
"""Of all values together: one that is made of those above it may be twice as long on every line."""
_SKIPPED = re.compile(r"(?:\s|#[^\n]*)+")
_NAME = re.compile(
    r"(?:export[ \t]+)?(?P<name>[A-Za-z_][\w.-]*)[^\S\n]*(?:(?P<given>[=:])[^\S\n]*|(?=\n|\Z))"
)
_DOUBLE = re.compile(r'"((?:\\.|[^"\\])*)"', re.DOTALL)
_SINGLE = re.compile(r"'((?:\\.|[^'\\])*)'", re.DOTALL)
_BEHIND_QUOTE = re.compile(r"[^\S\n]*(?:#[^\n]*)?(?=\n|\Z)")
_PLAIN = re.compile(r"[^\n]*")
_ESCAPE = re.compile(r"\\([abfnrtv$\"\\])")
_BARE = re.compile(r"[A-Za-z0-9_./:@+-]*")
_NOT_SINGLE = re.compile(r"['\\\n\r]")
_WRITTEN = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "$": r"\$"})
_ESCAPED = dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True)) | {"$": "$$"}


def read_env(text: str) -> dict[str, str] | None:
    """Give the variables of `text`; None where there are none, or too much, or Compose could not read it."""
    variables: dict[str, str] = {}
    at, left = 0, MAX_CHARACTERS
    while True:
        if skipped := _SKIPPED.match(text, at):
            at = skipped.end()
        if at == len(text):
            return variables or None
        name = _NAME.match(text, at)
        if name is None:
            return None
        at = name.end()
        if name["given"]:
            found = _value(text, at, variables)
            if found is None:
                return None
            variables[name["name"]], at = found
            left -= len(found[0])
            if left < 0:
                return None


def env_value(value: str) -> str:
    """Write `value` as what stands behind the `=`, so that Docker Compose reads just that.

    Bare where it is a plain word, else in single quotes, else in double quotes with escapes.
    """
    if _BARE.fullmatch(value):
        return value
    if not _NOT_SINGLE.search(value):
        return f"'{value}'"
    return f'"{value.translate(_WRITTEN)}"'


def _value(text: str, at: int, variables: Mapping[str, str]) -> tuple[str, int] | None:
    """Read the value that begins at `at`, and give it with the offset behind it."""
    if text[at : at + 1] not in ("'", '"'):
        line = _PLAIN.match(text, at)
        written, end = (line[0], line.end()) if line else ("", at)
        filled = _filled(written.partition(" #")[0].rstrip(), variables)
        return None if filled is None else (filled, end)
    quoted = (_DOUBLE if text[at] == '"' else _SINGLE).match(text, at)
    behind = _BEHIND_QUOTE.match(text, quoted.end()) if quoted else None
    if quoted is None or behind is None:
        return None
    if text[at] == "'":
        return quoted[1].replace("\\'", "'"), behind.end()
    unescaped = _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), quoted[1])
    filled = _filled(unescaped, variables)
    return None if filled is None else (filled, behind.end())


def _filled(text: str, variables: Mapping[str, str]) -> str | None:
    """Put `variables` in; None where that cannot be done."""
    try:
        template = read_template(text)
    except FormatFault:
        return None
    if sum(len(variables.get(one.name, "")) for one in references(template)) > MAX_CHARACTERS:
        return None
    found = substitute(template, variables)
    stops = any(one.must_be_set and one.name in found.unset for one in references(template))
    return None if stops else found.text
