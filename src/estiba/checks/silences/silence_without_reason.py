"""A silence that does not say why.

What it reports: `estiba: allow …` without ` -- ` and words behind it.

Why it matters: whoever reads the note after its author cannot tell whether the silence is
still wanted.

Bad:

````markdown
---
title: Nginx
description: TODO  # estiba: allow placeholder-text
                   ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
description: TODO  # estiba: allow placeholder-text -- the name of a programme
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
    """Report a silence without a reason."""
    silence = subject.silence
    if not silence.reason:
        values = {"checks": ", ".join(silence.checks)}
        yield Problem("silence-without-reason", SEVERITY, silence.path, silence.position, values=values)
