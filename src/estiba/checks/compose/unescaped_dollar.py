"""A dollar sign that Compose takes for the beginning of a variable.

What it reports: a password's hash (`$apr1$…`, `$2y$05$…`) or a password in which `$` stands before a
letter. Each such word counts as a variable that nobody has set, and vanishes.

Why it matters: Docker Compose takes the file and says no more than a warning; then the
password does not fit, and nothing tells why.

Bad:

````yaml
services:
  web:
    image: caddy:2.10
    environment:
      ADMIN_LOGIN: ana:$2y$05$wordsOfAHash
                       ^
````

Good:

````yaml
services:
  web:
    image: caddy:2.10
    environment:
      ADMIN_LOGIN: ana:$$2y$$05$$wordsOfAHash
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.compose.variables.mangled import mangled_values
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each value that Compose changes so, at the first dollar sign."""
    for one in mangled_values(subject.model):
        yield subject.problem("unescaped-dollar", SEVERITY, one.path, one.kind, offset=one.start)
