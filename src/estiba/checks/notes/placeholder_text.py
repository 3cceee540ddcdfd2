"""A title or a description that a template left behind.

What it reports: a value that only repeats its key (`description: description`,
`descripcion`), says that it is to be written (`TODO`, `pendiente`, `...`), or still holds
a template's marks (`{{title}}`, `<% tp.file.title %>`).

Why it matters: readers and search engines are shown that word. Until it is replaced, the
note's first paragraph serves as its description.

Bad:

````markdown
---
title: Nginx
description: description
             ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
description: How to serve a folder of files at home
---

A web server.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.note import is_placeholder
from estiba.yaml_tree import Scalar

SEVERITY = Severity.WARNING


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report a title or description that is a placeholder."""
    for name in ("title", "description"):
        entry = subject.note.entries.get(name)
        if entry is None or not isinstance(entry.node, Scalar) or not entry.node.text.strip():
            continue
        text = " ".join(entry.node.text.split())
        if is_placeholder(text):
            values = {"key": entry.key, "value": text[:60]}
            yield Problem(
                "placeholder-text", SEVERITY, subject.note.path, entry.value_position, values=values
            )
