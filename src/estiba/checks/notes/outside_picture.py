"""A picture, a sound or a film of another site.

What it reports: in a note, something that a page would show by asking another site for it: a picture, or an
`<img>`, `<audio>`, `<video>` or `<iframe>` with such an address.

Why it matters: the other site would learn who reads the note, and when; what it sends may change or be gone.
So readers get a link to it instead, with the words that the note has for it. A picture that stands beside the
note is shown, and so is what the owner of the vault allows: `img-src =
["https://img.example.org"]` in the table `[security.sources]` of `estiba.toml` (`media-src` for sounds and
films, `frame-src` for pages).

Bad:

````markdown
# Server

![The rack](https://img.example.org/rack.png)
^
````

Good:

````markdown
# Server

[The rack](https://img.example.org/rack.png)
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.links import link_problem
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.security import DIRECTIVES, host_of
from estiba.vault.text.marks import LinkKind
from estiba.vault.text.raw_tags import read_raw_tag

SEVERITY = Severity.WARNING
_WEB = frozenset(("http", "https"))


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each thing that would be asked of another site, and is not allowed."""
    lines: list[str] = []
    for link in subject.note.marks.links:
        if link.to.scheme not in _WEB or link.kind not in (LinkKind.IMAGE, LinkKind.HTML):
            continue
        directive = "img-src"
        if link.kind is LinkKind.HTML:
            lines = lines or subject.note.text.split("\n")
            tag = read_raw_tag(lines[link.position.line - 1], link.position.column - 1)
            directive = DIRECTIVES.get(tag.name, "") if tag else ""
        if directive and not subject.config.security.allows(directive, link.to.written):
            variant = "picture" if directive == "img-src" else "media"
            yield link_problem(
                "outside-picture",
                SEVERITY,
                subject,
                link,
                variant,
                host=host_of(link.to.written),
                directive=directive,
            )
