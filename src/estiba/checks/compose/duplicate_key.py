"""A key that stands twice in one mapping of a Compose file.

What it reports: the second of two equal keys, with the line of the first.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    ports: ["80:80"]
    image: caddy:2.10
    ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    ports: ["80:80"]
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.compose.reading.tree import repeated_keys
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
ON_EXCERPTS = True


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each repeated key."""
    for root in subject.example.document.roots:
        for repeated in repeated_keys(root):
            first = subject.position(repeated.first).line
            yield subject.problem_at(
                "duplicate-key", SEVERITY, repeated.offset, key=repeated.key, first=first
            )
