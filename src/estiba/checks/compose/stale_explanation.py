"""An explanation of something that the example does not have.

What it reports: an item of the list below an example, of which other items explain its lines, that
begins with bold words or code for something that is not there: a key of Compose's or a variable
(`**ports:** …`, `**TS_AUTHKEY:** …`), a service among other services, or a key with another value
than the example gives it (`**restart: always:** …`). It is said where the item stands. Nothing is
said of what another fence of the note has, or a comment, nor of variables where the example has an
`env_file`, nor of what may come from another file (`include`, `extends`). In a part of a file, only
names that resemble one in it, and values, are looked at.

Why it matters: the example was changed and its text was not. Readers look for a line that is not
there, or learn a value that is not used.

Bad (as `A note.md`):

````markdown
---
title: Nginx
description: How to serve files
---

```yaml
services:
  web:
    image: nginx:1.29
    restart: unless-stopped
```

- **restart:** it starts again with the server.
- **ports:** the web listens on port 8080.
  ^
````

Good (as `A note.md`):

````markdown
---
title: Nginx
description: How to serve files
---

```yaml
services:
  web:
    image: nginx:1.29
    ports:
      - "127.0.0.1:8080:80"
    restart: unless-stopped
```

- **restart:** it starts again with the server.
- **ports:** the web listens on port 8080.
````
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from estiba.checks.nearest import nearest
from estiba.checks.subjects import PlacedExample
from estiba.compose.explained import Missing, Spoken, spoken_of
from estiba.compose.reading.schema import known_keys
from estiba.compose.terms import Rank
from estiba.problem import Problem, ProblemValue, Severity
from estiba.vault.text.explanations import Explanation
from estiba.vault.text.heads import Head

SEVERITY = Severity.WARNING
ON_EXCERPTS = True
_CHECK = "stale-explanation"
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*_\w+|TZ|PUID|PGID|UMASK")
_BARE_VARIABLE = re.compile(r"[A-Z][A-Z0-9]{4,}")
"""May be prose, if it is not marked as code."""
_NAME = re.compile(r"[a-z][\w.-]*")
_NO_WORD = re.compile(r"[-_\d]")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = frozenset("always bridge host missing never no none true false".split())
"""Values that are plain words."""
_SHOWN = 3
_MANY = 100
"""Items for which something is sought that resembles them."""


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each item whose head, or a part of it, speaks of nothing in the example."""
    if not subject.explanations or subject.example.shows or _goes_on_elsewhere(subject):
        return
    spoken = [(one, spoken_of(subject.terms, one.head.text)) for one in subject.explanations]
    if not any(found.lines for _, found in spoken):
        return
    items = _Items.of(subject, spoken)
    missing = [(one.head, one.position, what) for one, found in spoken for what in _lacking(one.head, found)]
    for number, (head, position, what) in enumerate(missing):
        variant, words, value = "value", items.other_value(what), what.value
        if what.key not in subject.terms.values:
            near = items.near(head, what.name) if number < _MANY else ""
            gone = bool(near) or items.is_gone(head, what.name)
            variant, words, value = ("near" if near else "gone"), {"name": what.name, "near": near}, ""
            words = words if gone else {}
        if words and not subject.beside.has(what.name, value):
            yield Problem(_CHECK, SEVERITY, subject.path, position, variant, words)


def _goes_on_elsewhere(subject: PlacedExample) -> bool:
    """Whether files that nobody here has seen are a part of the example."""
    return subject.model.includes or subject.terms.rank_of("extends.file") is not None


def _lacking(head: Head, found: Spoken) -> Iterator[Missing]:
    """Give what `head` names and nothing has, as far as it names it for sure."""
    is_divided = len(found.missing) > 1
    for what in found.missing if head.is_set_off else ():
        if found.lines or not is_divided or _VARIABLE.fullmatch(what.name):
            yield what


@dataclass(frozen=True, slots=True)
class _Items:
    """The items of one list, and the example that they explain."""

    subject: PlacedExample
    keys: Counter[str]
    """What stands before a colon in their heads."""
    are_terms: bool
    """Whether most of their heads are words for something in a Compose file: others may be prose."""
    of_services: frozenset[bool]
    """Whether some of them speak of a service: marked as code, or not."""

    @classmethod
    def of(cls, subject: PlacedExample, spoken: Sequence[tuple[Explanation, Spoken]]) -> _Items:
        heads = [one.head for one, _ in spoken]
        keys = Counter(re.split("[:=]", head.text)[0].strip() for head in heads)
        prose = sum(
            not found.lines and not any(_is_term(what.name) for what in found.missing) for _, found in spoken
        )
        services = (head for head in heads if subject.terms.rank_of(head.text) is Rank.SERVICE)
        return cls(subject, keys, 2 * prose <= len(heads), frozenset(head.is_code for head in services))

    def other_value(self, what: Missing) -> dict[str, ProblemValue]:
        """Say what the key has instead; nothing if it need not be a value, or is one of several."""
        is_word = _LETTERS.fullmatch(what.value) and what.value not in _WORDS
        if is_word or self.keys[what.key] > 1:
            return {}
        values = list(dict.fromkeys(self.subject.terms.values.get(what.key, ())))
        has = ", ".join(values[:_SHOWN]) + (" …" if len(values) > _SHOWN else "")
        return {"key": what.key, "value": what.value, "has": has}

    def near(self, head: Head, name: str) -> str:
        """Give the name in the example that was meant; nothing for words that may be prose."""
        if not (head.is_code or "_" in name) or " " in name:
            return ""
        near = nearest(name, self.subject.terms.names, cutoff=0.85)
        return near if near.removesuffix("s") != name.removesuffix("s") else ""

    def is_gone(self, head: Head, name: str) -> bool:
        """Whether `name` can only be that of a key, a variable or a service."""
        if self.subject.is_excerpt:
            return False
        if _VARIABLE.fullmatch(name) or (head.is_code and self.are_terms and _BARE_VARIABLE.fullmatch(name)):
            return self.subject.terms.rank_of("env_file") is None
        if not _NAME.fullmatch(name):
            return False
        if name in known_keys() and (self.are_terms or "_" in name):
            return True
        is_name = head.is_code or (self.are_terms and _NO_WORD.search(name))
        return name.startswith("x-") or (bool(is_name) and head.is_code in self.of_services)


def _is_term(name: str) -> bool:
    return bool(_VARIABLE.fullmatch(name)) or name in known_keys()
