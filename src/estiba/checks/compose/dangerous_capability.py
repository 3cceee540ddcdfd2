"""A capability that reaches beyond the container.

What it reports: entries of `cap_add` that Docker withholds for a reason, such as `SYS_ADMIN`,
`SYS_MODULE`, `NET_ADMIN` or `ALL`, in any case and with `CAP_` in front or not, and what each lets in.

Why it matters: whoever takes over the service has it too. Some services cannot do without,
a VPN for one: silence the line then, and say why.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    cap_add:
      - SYS_ADMIN
        ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    cap_add:
      - NET_BIND_SERVICE
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.facts.capabilities import DANGEROUS, capability_name
from estiba.problem import Problem, Severity, Terms

SEVERITY = Severity.ADVICE


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such capability."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        for entry, path in service.entries("cap_add"):
            name = capability_name(entry)
            if name in DANGEROUS:
                lets_in = Terms((f"capability.{name}",))
                yield subject.problem(
                    "dangerous-capability", SEVERITY, path, "lets-in", capability=entry, lets_in=lets_in
                )
