"""Which files beside the notes a set of notes uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from estiba.position import Position
from estiba.vault.front_matter import Entry
from estiba.vault.links.targets import Target, TargetKind
from estiba.vault.note import Note
from estiba.vault.text.link_syntax import read_address, read_wikilink
from estiba.vault.text.marks import Link, LinkKind
from estiba.vault.vault import Vault

PICTURE_KEYS = frozenset("image images cover banner thumbnail hero og_image social_image".split())
"""Keys of front matter that name a file to be shown."""


def used_attachments(vault: Vault, notes: Iterable[Note]) -> dict[str, int]:
    """Give the attachments that `notes` show, link to, or name in their front matter.

    Path in the vault -> line of the first note on which it is used.
    """
    used: dict[str, int] = {}
    for note in notes if vault.attachments else ():
        for link, target in uses(vault, note):
            used.setdefault(target.path, link.position.line)
    return used


def uses(vault: Vault, note: Note) -> Iterator[tuple[Link, Target]]:
    """Give what in `note` leads to an attachment, and to which."""
    links = [*vault.targets_of(note.path)]
    links += [(link, vault.resolve(link, note.path)) for link in _named(note)]
    yield from ((link, target) for link, target in links if target.kind is TargetKind.ATTACHMENT)


def leads_anywhere(note: Note) -> bool:
    """Whether there is any link in `note`, or a file that its front matter names."""
    return bool(note.marks.links) or any(True for _ in _named(note))


def _named(note: Note) -> Iterator[Link]:
    for key, entry in note.extra.items():
        if key.strip().casefold() in PICTURE_KEYS:
            values = entry.value if isinstance(entry.value, list) else [entry.value]
            yield from (_link(value, entry) for value in values if isinstance(value, str) and value.strip())


def _link(value: str, entry: Entry) -> Link:
    """Read `picture.png`, `../a%20b.png`, `[[picture.png]]` or `![[picture.png]]`."""
    text = value.strip().removeprefix("!")
    place: Position = entry.value_position
    if text.startswith("[[") and text.endswith("]]"):
        return Link(LinkKind.EMBED, place, place, read_wikilink(text[2:-2]).address)
    return Link(LinkKind.IMAGE, place, place, read_address(text))
