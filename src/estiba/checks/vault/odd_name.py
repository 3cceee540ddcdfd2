"""A file or folder whose name another system cannot keep.

What it reports: a name of a note, an attachment or a folder with `<`, `>`, `:`, `"`, `|`,
`?`, `*`, a backslash or a control character; one that ends with a space or a point, as that
of a note does before its suffix; one that Windows keeps for a device (`CON`, `PRN`, `AUX`,
`NUL`, `COM1` to `LPT9`), whatever its suffix; and one of more than 200 bytes, of which an
accented letter takes two and an emoji four. A folder is reported once, at the first file in
it.

Why it matters: the note is published all the same, at an address in which such characters
are encoded. But Windows cannot check out a repository that has such a name, and programs
that share a vault between devices leave such notes out, often in silence.

Bad (as `Why? Because.md`):

````markdown
Reasons.
^
````

Good (as `Why and because.md`):

````markdown
Reasons.
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.vault import Vault

SEVERITY = Severity.WARNING
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f]')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9¹²³])[ ]*(?:\.|$)", re.IGNORECASE)
_LONGEST = 200
_SHOWN = 60


def find(vault: Vault) -> Iterator[Problem]:
    """Report each odd name once."""
    seen: set[str] = set()
    for path in sorted({*vault.notes, *vault.attachments}):
        end = len(path)
        while end > 0 and path[:end] not in seen:
            seen.add(path[:end])
            start = path.rfind("/", 0, end) + 1
            name = path[start:end]
            variant, found = _oddness(name, is_note=end == len(path) and path in vault.notes)
            if variant:
                shown = name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"
                values: dict[str, str | int] = {"name": shown, "found": found}
                yield Problem("odd-name", SEVERITY, path, Position(1, 1), variant, values)
            end = start - 1


def _oddness(name: str, *, is_note: bool) -> tuple[str, str | int]:
    """Give which text says what is odd, and what of the name is; two empty ones where nothing is."""
    forbidden = _FORBIDDEN.search(name)
    stem = name.rpartition(".")[0] if is_note else name
    device = _DEVICE.match(name)
    size = len(name.encode("utf-8", "replace"))
    if forbidden:
        char = forbidden[0]
        return "character", char if char.isprintable() else f"U+{ord(char):04X}"
    if device:
        return "device", device[0].rstrip(" .")
    if name.endswith((" ", ".")) or stem.endswith((" ", ".")):
        return "end", ""
    return ("length", size) if size > _LONGEST else ("", "")
