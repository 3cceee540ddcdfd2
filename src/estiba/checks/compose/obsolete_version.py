"""`version:` at the top of a Compose file.

What it reports: the key.

Why it matters: Docker Compose passes over it and says so at each start. Remove the line;
nothing changes.

Bad:

````yaml
version: "3.8"
^
services:
  web:
    image: nginx:1.29
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.INFO


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report the key, whatever it says."""
    if "version" in subject.values.root:
        yield subject.problem("obsolete-version", SEVERITY, ("version",), at_key=True)
