"""HTML that is taken out of the page.

What it reports: an element that a note may not hold (`<script>`, `<iframe>`, `<form>`, `<svg>`
…), an attribute that runs something (`onclick`), styles, an address that would run
(`javascript:`), a class or an id that belongs to the page around the note; likewise in braces:
`{: onclick="…"}`. The text in an element stays, but for what was never meant to be read: that
of `<script>`, `<style>` and their like.

Why it matters: whoever writes a note could else decide what the browsers of all its readers do.
Elements of text (`<details>`, `<kbd>`, `<figure>`, tables), pictures, sound and films stay.
Where you trust whoever writes, say so in `estiba.toml` (`trust = "trusted"`, or by folder):
then all HTML reaches the page as it is, and this check is silent.

Bad:

````markdown
# VPN

<details><summary onclick="count()">Ports</summary>
                  ^
51820, by UDP.
</details>
````

Good:

````markdown
# VPN

<details><summary>Ports</summary>
51820, by UDP.
</details>
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.links import shortened
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report what the page does not have of it."""
    note = subject.note
    if subject.config.is_trusted(note.path):
        return
    for one in note.marks.refused:
        values = {
            "tag": shortened(one.tag),
            "attribute": shortened(one.attribute),
            "value": shortened(one.value),
        }
        yield Problem("unsafe-html", SEVERITY, note.path, one.position, one.why, values)
