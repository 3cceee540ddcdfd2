"""A password or a key that is written into the example.

What it reports: a literal under the key of a credential (`POSTGRES_PASSWORD`, `--token`), in the
user information of an address, or in a list of users for basic authentication. What plainly asks
to be replaced (`CHANGE_ME`, `<your token>`) is none.

Why it matters: the example works, and everybody who copies it has the same password, for all to read.

Bad:

````yaml
services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: postgres
                         ^
````

Good:

````yaml
services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/password
    secrets: [password]
secrets:
  password:
    environment: POSTGRES_PASSWORD
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.ADVICE


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each place of a literal, with the name of the variable that it should be."""
    for one in subject.example_variables:
        is_literal = one.is_secret and not one.is_reference and not one.is_placeholder
        for start, _ in one.spans if is_literal and one.default is not None else ():
            yield subject.problem_at("literal-secret", SEVERITY, start, "text", name=one.name)
