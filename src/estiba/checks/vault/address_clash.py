"""Two files of the vault that come to one address of the site.

What it reports: a note that comes to the address of another, or of a file that the site
writes itself; an attachment that does. `a.md` and `a/index.md` both come to `a/`; so do
`Foo.md` and `foo.md`, and two names that differ only in how an accent is written, on every
disk that does not tell these apart, as those of Windows and macOS do not. `404.html`,
`sitemap.xml`, `examples.json`, `feed.xml`, `tags.json`, `search/search_index.json`, and what
lies in `assets/estiba/` or `pagefind/`, are the site's own.

Why it matters: one of the two would be lost. So the second note moves to another address
(`foo-2/`), which changes when the first one goes; of a note and an attachment, the note is
kept; and no file of a vault stands in the place of what the site writes.

The pages of folders come first: `a/index.md`, then `a/README.md`, then the note `a.md`
beside the folder, then `a/a.md` in it. Then come the other notes, by their paths, and then
the attachments. It is judged for a site whose pages are folders, which is what MkDocs makes
unless `use_directory_urls` is off.

Bad (as `feed.xml.md`):

````markdown
# How our feed is made
^
````

Good (as `feed.md`):

````markdown
# How our feed is made
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.files.addresses import nfc, one_on_disk
from estiba.vault.files.places import Clash
from estiba.vault.vault import Vault

SEVERITY = Severity.ERROR


def find(vault: Vault) -> Iterator[Problem]:
    """Report each file that came second to its place."""
    for clash in vault.places.clashes:
        path, other, place = clash.path, clash.other, clash.place
        if path not in vault.notes and other in vault.notes:
            path, other, place = other, path, vault.places.notes[other]
        values = {"other": other, "address": _address(place), "instead": _address(clash.instead)}
        yield Problem("address-clash", SEVERITY, path, Position(1, 1), _variant(clash, vault), values)


def _variant(clash: Clash, vault: Vault) -> str:
    is_note = clash.path in vault.notes
    if not clash.other:
        return "of-site" if is_note else "file-of-site"
    if is_note != (clash.other in vault.notes):
        return "file"
    if is_note and one_on_disk(clash.path) != one_on_disk(clash.other):
        return "note"
    return "accents" if nfc(clash.path) == nfc(clash.other) else "case"


def _address(place: str) -> str:
    return f"/{place.removesuffix('index.html')}"
