"""A note that holds more than can be turned into a page.

What it reports: more than 1,000,000 characters or 200,000 lines; more than 64 lists, quotes and
the like within one another; more than 64 brackets of a paragraph that are open at once; more than
200 tags without an end, links without a closing parenthesis, or abbreviations; more than 1,000
references to footnotes, or headings, rules and definitions that follow one another without a blank
line. A build reports, besides, a note that takes more than two minutes, or that an extension fails on.

Why it matters: such a note would keep the build of all others from its end. Its page says that its
text is missing; what its front matter says stands in all lists as ever.

Bad:

````markdown
---
title: Nginx
description: A web server
---

[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                                                                ^
````

Good:

````markdown
---
title: Nginx
description: A web server
---

`[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[`
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report what the note has too much of."""
    note, excess = subject.note, subject.note.marks.excess
    if excess is not None:
        yield Problem(
            "oversized-note", SEVERITY, note.path, excess.position, excess.kind, {"most": excess.most}
        )
