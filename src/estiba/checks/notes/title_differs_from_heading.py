"""A title in the front matter that is not the note's first heading.

What it reports: a first heading, at the top of the text, with other words than `title`;
case, accents and punctuation do not count.

Why it matters: the page shows the title, and the other heading as a line below it.
Often one of the two was forgotten when the note was renamed.

Bad:

````markdown
---
title: Nginx
---

# Caddy
^

A web server.
````

Good:

````markdown
---
title: Caddy
---

# Caddy

A web server.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.folding import letters
from estiba.position import Position
from estiba.problem import Problem, Severity

SEVERITY = Severity.INFO


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Compare the words of the two."""
    note = subject.note
    if "title" not in note.entries or note.heading is None or not note.heading.leads:
        return
    if letters(note.title) != letters(note.heading.text):
        position = Position(note.heading.line, 1)
        values = {"title": note.title, "heading": note.heading.text}
        yield Problem("title-differs-from-heading", SEVERITY, note.path, position, values=values)
