"""A link to a note that is not published.

What it reports: in a published note, a link to a note of the vault that is a draft, or an
embed of one.

Why it matters: the site holds nothing of a draft, so readers see the words of the link and
cannot follow it; of what an embed would show, they see nothing. Those words are the
author's and stay: choose them with that in mind.

It is judged where a whole folder is checked, and in builds.

Beside it (as `Plans.md`):

````markdown
---
published: false
---

# Plans
````

Bad:

````markdown
# VPN

What comes next stands in [[Plans|our plans]].
                          ^
````

Good:

````markdown
# VPN

What comes next is not decided.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.links import leads_to_draft, link_problem, links_of
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.text.marks import LinkKind

SEVERITY = Severity.WARNING
NEEDS_VAULT = True


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each link from a published note to one that is not."""
    for link, target in links_of(subject):
        if leads_to_draft(subject, target):
            variant = "embed" if link.kind is LinkKind.EMBED else "link"
            yield link_problem("link-to-draft", SEVERITY, subject, link, variant, path=target.path)
