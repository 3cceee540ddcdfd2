"""A link that fits several notes or files.

What it reports: a link by name where more than one note or file of the vault has it, which
one was taken, and which others there are. What is spelt just like the link comes before
what differs in case or accents, a published note before a draft. Of several, the one taken
is the one that shares most folders with the note, then the one in fewer folders, then the
first by path: always the same one.

Why it matters: it may be another than the author had in mind, and a new note of that name
can change it. The whole path, from the root of the vault, says which.

It is judged where a whole folder is checked, and in builds.

Beside it (as `networks/Ports.md`):

````markdown
# Ports of the network
````

Beside it (as `ships/Ports.md`):

````markdown
# Ports of ships
````

Bad:

````markdown
# VPN

See [[Ports]].
    ^
````

Good:

````markdown
# VPN

See [[networks/Ports]].
````
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from estiba.checks.links import leads_to_draft, link_problem, links_of
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.links.note_names import without_suffix

SEVERITY = Severity.WARNING
NEEDS_VAULT = True
_NAMED = 3
"""Others that a message names."""


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each link that could be another's."""
    for link, target in links_of(subject):
        if not target.others or leads_to_draft(subject, target):
            continue
        others = ", ".join(f"'{without_suffix(path)}'" for path in islice(target.others, _NAMED))
        values = {
            "taken": without_suffix(target.path),
            "others": others + (", …" if len(target.others) > _NAMED else ""),
        }
        yield link_problem("ambiguous-link", SEVERITY, subject, link, **values)
