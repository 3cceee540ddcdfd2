"""A tag that is hardly a word.

What it reports: a tag without a letter or digit, with characters that belong to markup or
to a shell (`<`, `>`, quotes, braces, backslashes …), or with more than 60 characters.

Why it matters: tags are clicked, typed and spoken. Such a tag is shown as it is written
and harms nothing, but nobody will find it; mostly it is the trace of a slip.

Bad:

````markdown
---
title: Nginx
tags: [web, "<proxy>"]
            ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
tags: [web, proxy]
---

A web server.
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.tag_places import written_tags

SEVERITY = Severity.WARNING
_MARKS = re.compile(r"[<>{}\[\]\"`\\|$%^*=~;\x00-\x1f]")
_LONGEST = 60


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each odd tag once."""
    reported: set[str] = set()
    for tag, position, _ in written_tags(subject.note):
        odd = _MARKS.search(tag) or len(tag) > _LONGEST or not any(char.isalnum() for char in tag)
        if odd and tag not in reported:
            reported.add(tag)
            values = {"tag": tag if len(tag) <= _LONGEST else tag[: _LONGEST - 1] + "…"}
            yield Problem("odd-tag", SEVERITY, subject.note.path, position, values=values)
