"""A tag that is not in the owner's vocabulary.

What it reports: only where `estiba.toml` closes the vocabulary, a tag that is neither in
it nor a label or a synonym there, with the one that it resembles. Case and accents do not
count. A nested tag has to be in it with its whole path.

With this policy:

```toml
[tags]
closed = true

[tags.vocabulary.network]
labels = { es = "Red", en = "Network" }
synonyms = ["redes"]

[tags.vocabulary."network/vpn"]
```

Why it matters: readers find notes by their tags. A slip makes a second tag beside the one
that was meant, and the note is missing from the first.

Bad:

````markdown
---
title: Tailscale
tags: [redes/VPN, Netwrok]
                  ^
---

How to reach one's own services from outside.
````

Good:

````markdown
---
title: Tailscale
tags: [redes/VPN, Network]
---

How to reach one's own services from outside.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.tag_lists import tag_nodes

SEVERITY = Severity.WARNING
_LONGEST = 60


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each tag from outside of the vocabulary once."""
    vocabulary = subject.config.vocabulary
    entry = subject.note.entries.get("tags")
    if entry is None or not vocabulary.closed:
        return
    reported: set[str] = set()
    for tag, node in tag_nodes(entry.node):
        key = vocabulary.resolve(tag)
        if key in vocabulary.terms or key in reported:
            continue
        reported.add(key)
        near = vocabulary.near(key)
        values = {"tag": tag if len(tag) <= _LONGEST else tag[: _LONGEST - 1] + "…", "near": near}
        variant = "near" if near else "alone"
        yield Problem("unknown-tag", SEVERITY, subject.note.path, entry.place(node), variant, values)
