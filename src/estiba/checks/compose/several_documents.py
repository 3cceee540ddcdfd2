"""Several YAML documents in one Compose file.

What it reports: the `---` behind which a second document begins.

Why it matters: Docker Compose lays the documents over each other and makes one file of them,
where a reader sees two files.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
---
services:
^
  cache:
    image: redis:8.2
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
  cache:
    image: redis:8.2
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report the second document."""
    roots = subject.example.document.roots
    if len(roots) > 1:
        yield subject.problem_at("several-documents", SEVERITY, roots[1].start, count=len(roots))
