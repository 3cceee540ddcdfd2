"""A part of a Compose file.

What it reports: an example that is a part of a file, and by what it is known: it has no
`services:`, a line `...` stands for what is left out, its author says so
(```` ```yaml excerpt ````), or none of its services has `image`, `build`, `provider` or
`extends`. Only in notes: a file named on the command line is always a whole one.

Why it matters: nothing is wrong with a part. It is shown as such, and only its syntax, its
keys and the types of its values are checked.

Bad (as `A note.md`):

````markdown
---
title: Nginx
description: How to serve files
---

```yaml
services:
^
  web:
    ports: ["80:80"]
```
````

Good (as `A note.md`):

````markdown
---
title: Nginx
description: How to serve files
---

```yaml
services:
  web:
    image: nginx:1.29
    ports: ["80:80"]
```
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.INFO
ON_EXCERPTS = True


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Say that the example is a part."""
    part = subject.example.part
    if part is not None:
        yield subject.problem_at("excerpt", SEVERITY, 0, part.value)
