"""A vault in which one note has changed, and no other note can see that."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType

from estiba.vault.note import Note
from estiba.vault.vault import Vault

_OF_ALL_NOTES = ("listed", "folder_pages", "places", "redirects", "nearest", "embeds_in_circles", "tags")
"""What a vault makes of all its notes: the same, as long as what others see of each is the same."""


def renewed(vault: Vault, note: Note) -> Vault:
    """Give `vault` with `note` in the place of the one at its path, whose face is the same (`face_of`)."""
    notes, drafts = (
        MappingProxyType({**some, note.path: note}) if note.path in some else some
        for some in (vault.notes, vault.drafts)
    )
    new = dataclasses.replace(vault, notes=notes, drafts=drafts)
    made = vars(vault)
    vars(new).update({name: made[name] for name in _OF_ALL_NOTES if name in made})
    vars(new)["resolver"] = vault.resolver.renewed(note)
    return new
