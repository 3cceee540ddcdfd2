"""A link that leads nowhere.

What it reports: a link, an embed or a picture whose note or file is not in the vault, with
what was probably meant; one that leads out of the vault; one to a file on its author's own
disk (`file:`); one whose address would run as a program (`javascript:`, `vbscript:`,
`data:`), or is none that a browser can read (`https://[example`). Links in double brackets,
Markdown links and those of HTML tags count alike, each however it may be written: by path, by
name, by another name, as an address of the site. Links to other sites are not tried, nor are
addresses of pages that a site writes itself (`/tags/docker/`).

Why it matters: readers get a page that says that there is none, or a picture that is not
there. The words of a link in double brackets are shown without a link; nothing outside of
the vault is ever opened, and no address that runs a program is let through.

It is judged where a whole folder is checked, and in builds.

Beside it (as `networks/Ports.md`):

````markdown
# Ports
````

Bad:

````markdown
# VPN

See [[Port]] for what is open.
    ^
````

Good:

````markdown
# VPN

See [[Ports]] for what is open.
````
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from estiba.checks.links import link_problem, links_of
from estiba.checks.site_pages import is_of_site
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.links.note_names import NOTE_SUFFIXES, names_file
from estiba.vault.links.resolving import places_of
from estiba.vault.links.targets import TargetKind
from estiba.vault.text.marks import Link, LinkKind

SEVERITY = Severity.WARNING
NEEDS_VAULT = True
_OF_PROGRAMS = frozenset(("javascript", "vbscript", "data"))


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each link that leads to nothing that readers can have."""
    for link, target in links_of(subject):
        variant, near = "", ""
        if not _is_readable(link.to.written):
            variant = "address"
        elif target.kind is TargetKind.EXTERNAL:
            variant = _scheme(link)
        elif target.is_outside:
            variant = "outside"
        elif target.kind is TargetKind.MISSING and not _is_address(link, subject):
            near = subject.vault.nearest.of_path(link, subject.note.path) if subject.vault else ""
            variant = _kind(link) + ("-near" if near else "")
        if variant:
            yield link_problem(
                "broken-link", SEVERITY, subject, link, variant, near=near, scheme=link.to.scheme
            )


def _is_readable(address: str) -> bool:
    """Whether an address has a host that is one: `https://[x` has none."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def _scheme(link: Link) -> str:
    if link.to.scheme == "file":
        return "disk"
    is_picture = link.kind in (LinkKind.IMAGE, LinkKind.HTML) and link.to.written.startswith("data:image/")
    return "program" if link.to.scheme in _OF_PROGRAMS and not is_picture else ""


def _is_address(link: Link, subject: NoteInVault) -> bool:
    """Whether it is the address of a page that the site writes itself: `/tags/docker/`."""
    path = link.to.path
    if link.is_obsidian or not (path.startswith("/") or path.endswith("/")):
        return False
    places = places_of(link, subject.note.path)
    return any(is_of_site(place[1:], subject.config) for place in places if place.startswith("/"))


def _kind(link: Link) -> str:
    name = link.to.path.lower()
    if name.endswith(NOTE_SUFFIXES):
        return "note"
    if names_file(name) or link.kind is LinkKind.IMAGE:
        return "file"
    return "note" if link.is_obsidian else "any"
