"""A tag that is not in the owner's vocabulary.

What it reports: only where `estiba.toml` closes the vocabulary, a tag that is neither in
it nor a label or a synonym there, with the one that it resembles. Case and accents do not
count. A nested tag has to be in it with its whole path. `estiba fix` mends slips: one
letter in six or more that is another, missing, too many or in the wrong place, one for
many, another mark between words; where only one tag of the vocabulary can be meant, and
the slip stands in one place.

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

import re
from collections import Counter
from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.position import Position
from estiba.problem import Fix, Problem, Severity
from estiba.vault.near_tags import near_duplicates
from estiba.vault.note import Note
from estiba.vault.tag_places import WrittenTag, written_tags
from estiba.vocabulary import Vocabulary

SEVERITY = Severity.WARNING
_LONGEST = 60
_PLAIN = re.compile(r"[^\W\d_][\w./-]*(?: [\w./-]+)*")
_IN_TEXT = re.compile(r"[\w/-]*[^\W\d_][\w/-]*")
_OTHER_IN_YAML = frozenset("true false null yes no on off y n".split())


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each tag from outside of the vocabulary once."""
    note, vocabulary = subject.note, subject.config.vocabulary
    if not vocabulary.closed:
        return
    known = set(map(vocabulary.resolve, note.tags))
    reported: set[str] = set()
    places = list(written_tags(note))
    often = Counter(vocabulary.resolve(written.name) for written in places)
    for written in places:
        tag = written.name
        key = vocabulary.resolve(tag)
        if key in vocabulary.terms or key in reported:
            continue
        reported.add(key)
        names = vocabulary.near(key)
        near = vocabulary.terms[vocabulary.names[names[0]]].name if names else ""
        values = {"tag": tag if len(tag) <= _LONGEST else tag[: _LONGEST - 1] + "…", "near": near}
        meant = _meant(key, names, vocabulary)
        fix = None
        if meant and meant not in known and often[key] == 1:
            fix = _fix(written, vocabulary.terms[meant].name, note)
            known.add(meant)
        variant = "near" if near else "alone"
        yield Problem("unknown-tag", SEVERITY, note.path, written.position, variant, values, fix)


def _meant(key: str, names: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """Give the key of the one tag that `key` is a slip of; empty where there is none, or more."""
    meant = {vocabulary.names[name] for name in names if near_duplicates((key, name))}
    return meant.pop() if len(meant) == 1 else ""


def _fix(written: WrittenTag, name: str, note: Note) -> Fix | None:
    """Write `name` for a tag, where both can stand in its place as they are."""
    tag, position, node = written
    if node is None:
        line, column = position
        return Fix(Position(line, column + 1), tag, name) if _IN_TEXT.fullmatch(name) else None
    entry = note.entries["tags"]
    if (
        not _PLAIN.fullmatch(name)
        or name.casefold() in _OTHER_IN_YAML
        or (" " in name and node is entry.node)
        or entry.key_position.line >= note.body_line
    ):
        return None
    start = node.start + entry.shift
    found = list(re.finditer(rf"(?<!\w){re.escape(tag)}(?!\w)", note.text[start : node.end + entry.shift]))
    if len(found) != 1:
        return None
    return Fix(entry.lines.position(start + found[0].start()), tag, name)
