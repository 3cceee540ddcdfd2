"""A field that notes of this vault must have, and this one lacks.

What it reports: a field that the owner demands in `estiba.toml`, for the whole vault or
for a folder:

```toml
[required]
"" = ["title"]
"notas" = ["title", "description", "date", "tags"]
```

Without such a table only a title is wanted. A first heading is one, and so is a file's
name that can be shown as it is: `Reverse proxy.md`, not `reverse-proxy.md`.

Why it matters: without a title a note is listed under its file's name; without a
description its entry in lists and in search engines is whatever it begins with.

Bad (as `web-server.md`):

````markdown
How to serve files.
^
````

Good:

````markdown
---
title: Web server
---

How to serve files.
````
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from estiba.checks.subjects import NoteInVault
from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.note import readable_name

SEVERITY = Severity.WARNING
_BROKEN = frozenset({"invalid-front-matter", "unclosed-front-matter"})


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each demanded field that the note lacks."""
    note = subject.note
    if any(problem.check in _BROKEN for problem in note.problems):
        return  # what is missing may be what could not be read
    for name in subject.config.required_in(note.path):
        if name == "title" and (note.heading is not None or _is_title(note.path)):
            continue
        if name == "date" and note.date is not None:
            continue
        entry = note.entries.get(name)
        if entry is None or entry.value in (None, "", []):
            position = entry.key_position if entry else Position(1, 1)
            yield Problem("missing-field", SEVERITY, note.path, position, name, {"field": name})


def _is_title(path: str) -> bool:
    """Whether the file's name needs no change to be read as a title."""
    return readable_name(path) == PurePosixPath(path).stem
