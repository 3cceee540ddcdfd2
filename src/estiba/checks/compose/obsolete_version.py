"""`version:` at the top of a Compose file.

What it reports: the key. `estiba fix` takes its line out, where nothing else stands on it
and the file is not for a Swarm.

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

import dataclasses
from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.checks.version_line import version_fix
from estiba.problem import Problem, Severity

SEVERITY = Severity.INFO


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report the key, whatever it says."""
    if "version" in subject.values.root:
        problem = subject.problem("obsolete-version", SEVERITY, ("version",), at_key=True)
        yield dataclasses.replace(problem, fix=version_fix(subject))
