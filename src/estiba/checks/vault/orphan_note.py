"""A note that no other note links to.

What it reports: a note that is published and listed, and to which no other published note
has a link or an embed. The page of a folder, the home page, and notes that are not listed
are left alone; so is a vault whose notes do not link to one another at all.

Why it matters: readers come from note to note by links. This one they find only in lists
and by search, and nothing says what it has to do with the others.

Beside it (as `Networks.md`):

````markdown
# Networks

A [[VPN]] leads home from everywhere.
````

Beside it (as `index.md`):

````markdown
# My notes

All begins with [[Networks]].
````

Beside it (as `VPN.md`):

````markdown
# VPN

It needs a server at home.
````

Bad (as `WireGuard.md`):

````markdown
# WireGuard
^

A fast [[VPN]].
````

Good (as `WireGuard.md`):

````markdown
---
unlisted: true
---

# WireGuard

A fast [[VPN]].
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.files.addresses import is_index
from estiba.vault.links.backlinks import links_from
from estiba.vault.vault import Vault

SEVERITY = Severity.INFO


def find(vault: Vault) -> Iterator[Problem]:
    """Report each note that stands alone."""
    published = [path for path, note in vault.notes.items() if note.published]
    linked = {other for path in published for other in links_from(vault, path)}
    if not linked:
        return
    spared = linked | set(vault.folder_pages.values())
    for path in published:
        if path in vault.listed and path not in spared and not is_index(path):
            yield Problem("orphan-note", SEVERITY, path, Position(1, 1))
