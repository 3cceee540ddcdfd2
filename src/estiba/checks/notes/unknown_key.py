"""A key of the front matter that Estiba gives no meaning to.

What it reports: every other key, with the known one that it resembles; keys that
Obsidian and Material know, and those that the owner lists, are left alone:

```toml
[keys]
own = ["author", "rating"]
```

What would steer the theme of the site is a warning: a file in `icon` or `template`, an
address in `canonical_url` or `edit_url`, `search` with more than `exclude: true`, `hide` that
is no list.

Why it matters: such a key is kept and harmless, but a slip of the pen (`desciption`) is
one of them. A note does not choose with which template it is shown, or what a search gives
first; that is the owner's to say.

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
from estiba.vault.values import Value

SEVERITY = Severity.INFO
OTHER_KEYS = frozenset(
    """
    aliases alias cssclasses cssclass permalink cover image author authors hide search icon status
    template comments social lang layout slug weight categories category toc robots subtitle
    """.split()
)
"""Keys that Obsidian, Material and others give a meaning to."""
_FILES_OF_THEME = frozenset({"icon", "template"})
_ADDRESSES = frozenset({"canonical_url", "edit_url"})


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each key without a meaning."""
    for entry in subject.note.extra.values():
        name = entry.key.strip().casefold()
        if name not in subject.config.own_keys and _steers(name, entry.value):
            values = {"key": entry.key[:60]}
            position = entry.key_position
            yield Problem("unknown-key", Severity.WARNING, subject.note.path, position, "ignored", values)
            continue
        if name in OTHER_KEYS or name in subject.config.own_keys:
            continue
        near = nearest(name, KNOWN_NAMES, cutoff=0.8)
        values = {"key": entry.key[:60], "near": near}
        variant = "near" if near else "alone"
        yield Problem("unknown-key", SEVERITY, subject.note.path, entry.key_position, variant, values)


def _steers(name: str, value: Value) -> bool:
    """Whether a key would steer the theme, were it believed."""
    if name in _ADDRESSES:
        return True
    if name in _FILES_OF_THEME:
        return isinstance(value, str) and ("/" in value or value.endswith((".html", ".xml")))
    if name == "search":
        return isinstance(value, dict) and any(
            key != "exclude" or not isinstance(one, bool) for key, one in value.items()
        )
    return name == "hide" and isinstance(value, dict)
