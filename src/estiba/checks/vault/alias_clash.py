"""An old address of a note at which the site has another.

What it reports: an item of `aliases` that names the path of a note that is there, or gives
the same address as an item of `aliases` of another note. An item with a slash in it counts
from the root of the vault, any other from the note's own folder. Drafts do not count.

Why it matters: such an item is an old address, from which the site leads on to the note.
Where two notes want it, the first by its path gets it; where a note stands there, nothing is
led on. The item stays another name for links.

Beside it (as `dns.md`):

````markdown
---
aliases: [names]
---

# DNS
````

Bad (as `resolver.md`):

````markdown
---
title: Resolver
aliases: [names]
          ^
---

Asks other servers for names.
````

Good (as `resolver.md`):

````markdown
---
title: Resolver
aliases: [resolving]
---

Asks other servers for names.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.aliases import alias_nodes
from estiba.vault.note import Note
from estiba.vault.vault import Vault

SEVERITY = Severity.WARNING


def find(vault: Vault) -> Iterator[Problem]:
    """Report each old address that another note has."""
    for clash in vault.redirects.clashes:
        place = _place(vault.notes[clash.path], clash.alias)
        variant = "named" if clash.is_named else "path"
        values = {"alias": clash.alias, "other": clash.other}
        yield Problem("alias-clash", SEVERITY, clash.path, place, variant, values)


def _place(note: Note, alias: str) -> Position:
    entry = note.entries["aliases"]
    return next(entry.place(node) for name, node in alias_nodes(entry.node) if name == alias)
