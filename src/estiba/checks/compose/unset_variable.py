"""A variable that the example needs and that nothing gives a value to.

What it reports: `${NAME}` without a default, and `${NAME:?}`, where no `.env` beside the
example in the note sets it; each name once, with what it seems to be.

Why it matters: it is not wrong. Who copies the example has to write a value first; without one,
Docker Compose takes nothing for it, or stops where the author wrote `:?`.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      NGINX_HOST: www.${DOMAIN}
                      ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      NGINX_HOST: www.${DOMAIN:-home.arpa}
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.compose.reading.interpolation import references
from estiba.compose.variables.mangled import mangled_values
from estiba.compose.variables.roles import role_of
from estiba.problem import Problem, Severity, Terms

SEVERITY = Severity.INFO
_SET_EVERYWHERE = frozenset({"HOME", "PWD", "USER"})


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each name at its first place."""
    values = subject.values
    seen = set(_SET_EVERYWHERE)
    for one in mangled_values(subject.model):
        seen |= one.names
    for path, unset in values.unset.items():
        if str(path[0]).startswith("x-"):
            continue
        for reference in references(values.templates[path]):
            if reference.name in seen or reference.name not in unset:
                continue
            seen.add(reference.name)
            yield subject.problem(
                "unset-variable",
                SEVERITY,
                path,
                "must" if reference.must_be_set else "may",
                offset=reference.start,
                name=reference.name,
                role=Terms((f"role-{role_of(reference.name)}",)),
            )
