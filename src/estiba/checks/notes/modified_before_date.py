"""A note that was changed before it was written.

What it reports: a `mod` that is earlier than `date`.

Why it matters: one of the two is wrong, and lists of new and changed notes are sorted by
them.

Bad:

````markdown
---
title: Nginx
date: 2025-10-25
mod: 2024-12-17
     ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
date: 2024-12-17
mod: 2025-10-25
---

A web server.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Compare the two days."""
    note = subject.note
    if note.date is None or note.mod is None:
        return
    date, mod = (str(day.isoformat())[:10] for day in (note.date, note.mod))
    entry = note.entries.get("mod")
    if entry is not None and mod < date:
        values = {"key": entry.key, "mod": mod, "date": date}
        yield Problem("modified-before-date", SEVERITY, note.path, entry.value_position, values=values)
