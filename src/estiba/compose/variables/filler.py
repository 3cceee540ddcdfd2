"""Which texts stand for something that the reader has to write: `<your token>`, `CHANGE_ME`, `xxxx`."""

from __future__ import annotations

import re

from estiba.compose.variables.credentials import is_credential, is_password, words_of
from estiba.folding import fold

_ANGLES = re.compile(r"<[^<>\n]{1,80}>")
_UNDERLINE = re.compile(r"_{3,}")
_TEMPLATE = re.compile(r"\{\{|\{%|<%|%%")
"""Marks of site generators: what stands around them is not what a reader sees."""
_PREFIX = re.compile(
    r"(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|sk_live_|sk-(?:proj-|ant-)?|tskey-(?:[a-z]+-)?k?|AKIA|AIza|base64:|hf_"
    r"|nano_)"
)
_ASKS = re.compile(
    r"""
    [x]{3,} (?:[-. ][x]+)*              # xxxx, xxxx-xxxx
    | [*\u2022\u2026?]{3,} | \.{3}
    | (?:some|an?|una?)? [- ]? (?:your|tu) [- ] .+
    | (?:your|tu) (?:\ ?(?:secret|token|password|passwd|pass|api|key|clave|contrasena|public|private))+ [a-z]*
    | (?:.+ [- ])? (?:change|cambia) [- ]? (?:me|it|this|that|lo|la|esto|your|tu) (?:[- ] .+)?
    | (?:change|cambia)(?:me|lo|la|it) .{0,12}
    | (?:replace|change|rellena|reemplaza|sustituye|insert|enter|generate|escribe|pon|cambia|fill) [- ] .+
    | (?:please|por\ favor) [- ] .+
    | (?:enter|insert|generate|put|paste)[a-z]+here
    | replaceme | (?:.+ [- ])? placeholder | todo | (?:.+ [- ])? (?:goes[- ])? (?:here|aqui)
    """,
    re.VERBOSE,
)
"""What asks to be replaced wherever it stands, folded and `_` read as a space."""
_STANDS_FOR = re.compile(
    r"""
    (?:my|mi|su|a|an|some|una?) [- ] (?:secret|token|password|passwd|pass|key|clave|contrasena|api) .*
    | (?:example|ejemplo|sample) (?:[- ]? (?:password|pass|passwd|token|secret|key|clave|contrasena))?
    | \[[^\[\]]{2,60}\]
    | \{[a-z][a-z\ -]{1,60}\}           # {YOUR_TOKEN}
    | value | valor | string | foobar | foo | bar
    """,
    re.VERBOSE,
)
"""What does so under the key of a credential."""


_NEAR = 1000
_CHANGE_ME = re.compile(r"change ?me|cambia ?me")
_CAPITALS = re.compile(r"[A-Z][A-Z_]*")
_SAME = re.compile(r"(.)\1*")


def is_filler(text: str, key: str) -> bool:
    """Whether `text` under the credential's `key` stands there to be replaced.

    What a vendor begins its keys with does not count: `tskey-auth-xxxx` is as empty as `xxxx`.
    """
    if not text or is_template(text):
        return False
    prefix = _PREFIX.match(text)
    body = text[prefix.end() :] if prefix else text
    plain = _plain(body)
    return bool(
        asks(body)
        or _STANDS_FOR.fullmatch(plain)
        or (prefix and _SAME.fullmatch(body))
        or _CHANGE_ME.search(plain)
        or _names_itself(text, key)
        or in_angles(text)
    )


def asks(text: str) -> bool:
    """Whether `text` is `<your token>`, `your_token`, `CHANGE_ME`, `xxxx` or the like, as a whole."""
    whole = text.strip()
    return not is_template(text) and bool(
        _ANGLES.fullmatch(whole) or _UNDERLINE.fullmatch(whole) or _ASKS.fullmatch(_plain(whole))
    )


def is_template(text: str) -> bool:
    """Whether the marks of a site generator stand in `text`."""
    return bool(_TEMPLATE.search(text))


def in_angles(text: str) -> list[re.Match[str]]:
    """Find what stands in angle brackets: `<your token>`."""
    if "<" not in text or is_template(text):
        return []
    return [one for one in _ANGLES.finditer(text) if _is_hint(one)]


def _is_hint(match: re.Match[str]) -> bool:
    """Whether it is no tag of HTML or XML, and no address."""
    inside, text = match[0][1:-1], match.string
    word = inside.strip("/").split(" ")[0]
    closes = inside.startswith("/") and f"<{word}" in text[max(match.start() - _NEAR, 0) : match.start()]
    closed = f"</{word}>" in text[match.end() : match.end() + _NEAR]
    is_tag = word.isalpha() and (closes or closed)
    return bool(inside.strip()) and not (is_tag or "=" in inside or "@" in inside or inside[0] in "!?")


def _plain(text: str) -> str:
    return fold(text.strip()).replace("_", " ")


def _names_itself(text: str, key: str) -> bool:
    """Whether `text` is its key, or says in capitals what should be there: `ROOT_PASSWORD`."""
    words = words_of(key)
    if words == words_of(text) and (len(words) > 1 or not is_password(key)):
        return True
    return bool(_CAPITALS.fullmatch(text)) and is_credential(text)
