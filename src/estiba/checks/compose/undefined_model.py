"""A language model that is not declared.

What it reports: a model of a service that `models:` at the top of the file does not have.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  chat:
    image: example/chat:2.1
    models:
      - gemma
        ^
````

Good:

````yaml
services:
  chat:
    image: example/chat:2.1
    models:
      - gemma
models:
  gemma:
    model: ai/gemma3
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.checks.undeclared import undeclared
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each undeclared model of a service that is started without a profile."""
    return undeclared(subject, "undefined-model", "models", ("models",))
