"""A line that would put another file into the note.

What it reports: a line that begins with `--8<--`, the sign of the snippets of PyMdown
Extensions, outside of code.

Why it matters: the line is shown as it is written, or as nothing. Whoever writes a note could
publish any file of the machine by it, so notes have no snippets; where mkdocs.yml asks for
them, a build leaves them out, unless `estiba.toml` says `trust = "trusted"`. To show another
note, or a part of one, embed it.

Bad:

````markdown
# Backups

--8<-- "backups/plan.md"
^
````

Good:

````markdown
# Backups

Every night, to another disk.
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.position import Position
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING
_SIGN = re.compile(r" {0,3}-+8<-+(?=[ \t]|$)")


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each first line of a snippet."""
    note = subject.note
    if "8<" not in note.body or subject.config.is_trusted(note.path):
        return
    code = {number for fence in note.fences for number in range(fence.first_line, fence.last_line + 1)}
    is_open = False
    for number, line in enumerate(note.body.split("\n"), note.body_line):
        if number in code or not _SIGN.match(line):
            continue
        if not is_open:
            yield Problem("file-include", SEVERITY, note.path, Position(number, line.index("-") + 1))
        is_block = not line.strip(" \t-8<")
        is_open = is_block and not is_open
