"""A silence that no longer silences anything.

What it reports: a check that is allowed where it finds nothing, and a name that is no
check's.

Why it matters: the next real problem on that line would be hidden by it.

Bad:

````markdown
---
title: Nginx
description: How to serve files  # estiba: allow placeholder-text -- was a template
                                 ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
description: How to serve files
---

A web server.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import UsedSilence
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: UsedSilence) -> Iterator[Problem]:
    """Report each check that the silence allows in vain."""
    silence = subject.silence
    for name in silence.checks:
        if name in subject.used or name in subject.off:
            continue
        variant = (
            "unknown" if name not in subject.known else "bad" if silence.is_counter_example else "unused"
        )
        yield Problem("unused-silence", SEVERITY, silence.path, silence.position, variant, {"name": name})
