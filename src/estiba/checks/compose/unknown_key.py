"""A key that Compose does not know.

What it reports: a key that the Compose schema has no place for, with the known key that
it resembles, or those that it could be. Keys that begin with `x-` are always allowed.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    enviroment:
    ^
      TZ: Europe/Madrid
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      TZ: Europe/Madrid
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.nearest import Suggestions
from estiba.checks.subjects import PlacedExample
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
ON_EXCERPTS = True
_NAMED = 12


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each unknown key."""
    suggestions = Suggestions()
    for complaint in subject.complaints:
        if complaint.kind != "unknown":
            continue
        key = str(complaint.path[-1])
        if STRANGE_SPACE.search(key):
            continue
        near = suggestions.nearest(key, complaint.allowed, cutoff=0.7)
        known = ", ".join(complaint.allowed[:_NAMED]) + (" …" if len(complaint.allowed) > _NAMED else "")
        where = subject.where(complaint.path[:-1])
        variant = ("near" if near else "known" if known else "name") + ("" if where else "-top")
        yield subject.problem(
            "unknown-key",
            SEVERITY,
            complaint.path,
            variant,
            at_key=True,
            key=key,
            where=where,
            near=near,
            known=known,
        )
