"""A key of the front matter that Estiba gives no meaning to.

What it reports: every other key, with the known one that it resembles; keys that
Obsidian and Material know, and those that the owner lists, are left alone:

```toml
[keys]
own = ["author", "rating"]
```

Why it matters: such a key is kept and harmless, but a slip of the pen (`desciption`) is
one of them.

Bad:

````markdown
---
title: Nginx
desciption: A web server
^
---

How to begin.
````

Good:

````markdown
---
title: Nginx
description: A web server
---

How to begin.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.nearest import nearest
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.fields import KNOWN_NAMES

SEVERITY = Severity.INFO
OTHER_KEYS = frozenset(
    """
    aliases alias cssclasses cssclass permalink cover image author authors hide search icon status
    template comments social lang layout slug weight categories category toc robots subtitle
    """.split()
)
"""Keys that Obsidian, Material and others give a meaning to."""


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each key without a meaning."""
    for entry in subject.note.extra.values():
        name = entry.key.strip().casefold()
        if name in OTHER_KEYS or name in subject.config.own_keys:
            continue
        near = nearest(name, KNOWN_NAMES, cutoff=0.8)
        values = {"key": entry.key[:60], "near": near}
        variant = "near" if near else "alone"
        yield Problem("unknown-key", SEVERITY, subject.note.path, entry.key_position, variant, values)
