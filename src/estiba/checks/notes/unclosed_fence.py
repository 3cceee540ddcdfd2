"""Code that opens with three backticks or tildes and never closes.

What it reports: a fence without a closing line before the note ends, or the list item or
quote that it stands in.

Why it matters: all that follows is shown as code.

Bad:

````markdown
---
title: Nginx
description: A web server
---

```sh
^
nginx -t

Then load it again.
````

Good:

````markdown
---
title: Nginx
description: A web server
---

```sh
nginx -t
```

Then load it again.
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.checks.links import shortened
from estiba.checks.subjects import NoteInVault
from estiba.position import Position
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING
_MARKER = re.compile(r"`+|~+")


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Look at the end of each fence."""
    note = subject.note
    unclosed = [fence for fence in note.fences if not fence.closed]
    lines = note.body.split("\n") if unclosed else []
    for fence in unclosed:
        position = Position(fence.first_line, len(fence.prefix) + 1)
        marker = _MARKER.match(lines[fence.first_line - note.body_line], len(fence.prefix))
        values = {"marker": shortened(marker[0]) if marker else ""}
        yield Problem("unclosed-fence", SEVERITY, note.path, position, values=values)
