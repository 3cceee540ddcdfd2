"""A silence whose last day is over.

What it reports: `until 2024-06` (the end of that month) or `until 2024-06-15` in the
past. The problem stays silent: one message is enough.

Why it matters: its author wanted to look at it again by then.

Bad:

````markdown
---
title: Nginx
description: TODO  # estiba: allow placeholder-text -- to be written, until 2024-06
                   ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
description: TODO  # estiba: allow placeholder-text -- to be written, until 2999-06
---

A web server.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import UsedSilence
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: UsedSilence) -> Iterator[Problem]:
    """Compare the silence's last day with today."""
    silence = subject.silence
    if silence.until is not None and silence.until < subject.today:
        values = {"checks": ", ".join(silence.checks), "until": silence.until.isoformat()}
        yield Problem("expired-silence", SEVERITY, silence.path, silence.position, values=values)
