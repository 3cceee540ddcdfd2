"""A link to a place that its note does not have.

What it reports: a link whose part behind the `#` is no heading, block or id of the note
that it leads to, with the nearest that is there. A heading may be named by its words, as
Obsidian does, or by its id as GitHub or MkDocs make it, with accents or without.

Why it matters: readers land at the top of the page and have to search for what was meant;
of an embed, they see the whole note instead of a part of it.

It is judged where a whole folder is checked, and in builds.

Bad:

````markdown
# VPN

See [[#Instalation]].
    ^

## Installation

Two commands.
````

Good:

````markdown
# VPN

See [[#Installation]].

## Installation

Two commands.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.links import leads_to_draft, link_problem, links_of, shortened
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.links.note_names import without_suffix

SEVERITY = Severity.WARNING
NEEDS_VAULT = True


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each link to a place that is not there."""
    vault = subject.vault
    for link, target in links_of(subject):
        if vault is None or not target.anchor_is_missing or leads_to_draft(subject, target):
            continue
        anchors = vault.resolver.anchors_of(target.path)
        near = vault.nearest.of_place(link.to.fragment, target.path, anchors)
        place = link.to.fragment.rpartition("#")[2].strip()
        variant = ("block" if place.startswith("^") else "heading") + ("-near" if near else "")
        yield link_problem(
            "broken-anchor",
            SEVERITY,
            subject,
            link,
            variant,
            note=without_suffix(target.path),
            place=shortened(place),
            near=near,
        )
