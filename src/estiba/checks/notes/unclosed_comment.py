"""A comment that is never closed.

What it reports: `%%` at the beginning of a line that opens a comment, where no other `%%`
follows.

Why it matters: all the rest of the note is hidden from readers, as it is in Obsidian.

Bad:

````markdown
# VPN

%%
^
To be checked: the port.

Two commands are enough.
````

Good:

````markdown
# VPN

%%
To be checked: the port.
%%

Two commands are enough.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report the comment that hides the rest of the note."""
    for comment in subject.note.marks.comments:
        if not comment.closed:
            yield Problem("unclosed-comment", SEVERITY, subject.note.path, comment.position)
