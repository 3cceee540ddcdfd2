"""A container without the walls of one.

What it reports: `privileged: true`, and `security_opt` entries that take away what keeps a
container apart: `seccomp:unconfined`, `apparmor:unconfined`, `systempaths=unconfined`, `label:disable`.

Why it matters: a privileged container may do on the host what root may. The others leave
one wall less between a fault in the service and the kernel.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    privileged: true
                ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    devices:
      - /dev/dri:/dev/dri
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.ADVICE
_UNCONFINED = re.compile(r"(?P<what>seccomp|apparmor|systempaths)[=:]unconfined|(?P<label>label)[=:]disable")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each privileged service, and each wall taken away."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        path = (*service.path, "privileged")
        if service.body.get("privileged") is True and not service.is_open(path):
            yield subject.problem("privileged", SEVERITY, path, "key")
        for entry, at in service.entries("security_opt"):
            match = _UNCONFINED.fullmatch(entry.replace(" ", "").lower())
            if match:
                variant = match["what"] or match["label"]
                yield subject.problem("privileged", SEVERITY, at, variant, value=entry)
