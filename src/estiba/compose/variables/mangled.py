"""Dollar signs that their authors meant as such, and that Compose takes for the beginning of a variable.

Source: Docker Compose 2.40.3: `$` before a letter or `_` begins one, before a digit it is a dollar sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.compose.project.model import Model
from estiba.compose.reading.interpolation import Reference
from estiba.compose.reading.tree import Path
from estiba.compose.variables.candidates import setting_at
from estiba.compose.variables.credentials import is_credential
from estiba.folding import letters
from estiba.yaml_tree import Scalar

_HASH = re.compile(r"(?<!\$)\$(?:2[abxy]?|apr1|argon2(?:id|i|d)|y|gy|7|1|5|6|scrypt|pbkdf2[\w-]*)\$(?!\$)")
_CREDENTIAL_FLAG = re.compile(r"--?(?P<key>[A-Za-z][\w.-]*)=")


@dataclass(frozen=True, slots=True)
class Mangled:
    """A value that Compose changes behind its author's back."""

    path: Path
    start: int
    """Index, in the value as it is written, of the first `$` that wants another before it."""
    kind: str
    """`hash`, or `word` for a `$` inside a password."""
    names: frozenset[str]
    """What Compose takes for variables there."""


def mangled_values(model: Model) -> Iterator[Mangled]:
    """Find them, each once, in the order of the file's values."""
    for path, template in model.values.templates.items():
        node = model.values.place(path).node
        if path[0] != "services" or len(path) < 3 or not isinstance(node, Scalar):
            continue
        text = node.text
        bare = [one for one in template if isinstance(one, Reference) and text[one.start + 1] != "{"]
        names = frozenset(one.name for one in bare)
        if not bare:
            continue
        found = _HASH.search(text)
        if found and any(one.start >= found.start() for one in bare):
            yield Mangled(path, found.start(), "hash", names)
            continue
        at = _start_of_password(text, path)
        inside = (one.start for one in bare if at is not None and one.start > at)
        first = next(inside, None)
        if first is not None:
            yield Mangled(path, first, "word", names)


def _start_of_password(text: str, path: Path) -> int | None:
    """Give where in `text` a credential begins, if it holds one."""
    setting = setting_at(text, path)
    if setting is not None:
        key, at = setting
        is_one = is_credential(key.rpartition(".")[2]) or "basicauth" in letters(key)
        return at if is_one else None
    flag = _CREDENTIAL_FLAG.match(text) if path[2] in ("command", "entrypoint") else None
    return flag.end() if flag and is_credential(flag["key"]) else None
