"""A secret that is not declared.

What it reports: a secret, of a service or of its build, that `secrets:` at the top of the
file does not have.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  db:
    image: example/db:2.1
    secrets:
      - db_password
        ^
````

Good:

````yaml
services:
  db:
    image: example/db:2.1
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.checks.undeclared import undeclared
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each undeclared secret of a service that is started without a profile."""
    return undeclared(subject, "undefined-secret", "secrets", ("secrets",), ("build", "secrets"))
