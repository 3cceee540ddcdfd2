"""A config that is not declared.

What it reports: a config of a service that `configs:` at the top of the file does not have.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    configs:
      - source: site
                ^
        target: /etc/nginx/conf.d/default.conf
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    configs:
      - source: site
        target: /etc/nginx/conf.d/default.conf
configs:
  site:
    content: |
      server { listen 80; root /srv; }
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.checks.undeclared import undeclared
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each undeclared config of a service that is started without a profile."""
    return undeclared(subject, "undefined-config", "configs", ("configs",))
