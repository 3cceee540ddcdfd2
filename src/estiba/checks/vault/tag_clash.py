"""Two different tags that come to the same address.

What it reports: at the first note that has the second tag, the tag that took the address
before it. Tags whose letters differ only in case or accents are one tag and do not clash;
nor do synonyms in the owner's vocabulary. A tag of which only nested ones are there is
reported at one of these.

Why it matters: the second tag's address gets a number behind it (`c-2`), which changes
when the first one goes.

Bad:

````markdown
---
title: Compilers
tags: ["c++", "c#"]
       ^
---

Notes on compilers.
````

Good:

````markdown
---
title: Compilers
tags: [cpp, csharp]
---

Notes on compilers.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.folding import slug
from estiba.problem import Problem, Severity
from estiba.vault.tag_places import written_tags
from estiba.vault.tags import Tag
from estiba.vault.vault import Vault

SEVERITY = Severity.WARNING


def find(vault: Vault) -> Iterator[Problem]:
    """Report each tag that came second to its address."""
    first: dict[str, Tag] = {}
    for key, tag in vault.tags.items():
        address = slug(key, fallback="tag")
        other = first.setdefault(address, tag)
        if other is tag:
            continue
        note = min(tag.notes, key=lambda one: one.path)
        place = next(one.position for one in written_tags(note) if key in _meant(one.name, vault))
        values = {"tag": tag.name, "other": other.name, "address": address}
        yield Problem("tag-clash", SEVERITY, note.path, place, values=values)


def _meant(name: str, vault: Vault) -> tuple[str, ...]:
    """Give the keys of a tag and of all above it."""
    vocabulary = vault.config.vocabulary
    key = vocabulary.resolve(name)
    return key, *vocabulary.ancestors(key)
