"""Embeds that go in circles.

What it reports: an embed of what it stands in: of its own note, of its own section, or of
another note that embeds this one in turn, by way of others or not. A note may well embed
another part of itself.

Why it matters: such a page would have no end, so the circle is cut: where a part would show
itself again, readers see a link.

It is judged where a whole folder is checked, and in builds.

Bad:

````markdown
# VPN

All of it, again:

![[A note]]
^
````

Good:

````markdown
# VPN

The keys, again:

![[A note#Keys]]

## Keys

Each machine has its own.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.links import link_problem
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.links.note_names import without_suffix

SEVERITY = Severity.WARNING
NEEDS_VAULT = True


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each embed that closes a circle."""
    note, vault = subject.note, subject.vault
    for link in vault.embeds_in_circles.get(note.path, ()) if vault else ():
        path = vault.resolve(link, note.path).path if vault else ""
        variant = "self" if path == note.path else "circle"
        yield link_problem("embed-cycle", SEVERITY, subject, link, variant, note=without_suffix(path))
