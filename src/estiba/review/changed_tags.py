"""Which tags a note has got, and lost."""

from __future__ import annotations

from dataclasses import dataclass

from estiba.vault.note import Note
from estiba.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class AddedTag:
    """A tag that a note did not have."""

    name: str
    """As the owner's vocabulary has it, else as most notes write it."""
    is_new: bool
    """Whether no note had it."""


@dataclass(frozen=True, slots=True)
class TagChange:
    """What became of the tags of a note."""

    added: tuple[AddedTag, ...] = ()
    gone: tuple[str, ...] = ()


def changed_tags(before: Note | None, after: Note | None, old: Vault, new: Vault) -> TagChange:
    """Hold the tags of a note in the vault `new` against those that it had in the vault `old`."""
    had, has = _tags(before, old), _tags(after, new)
    return TagChange(
        added=tuple(AddedTag(name, key not in old.tags) for key, name in has.items() if key not in had),
        gone=tuple(name for key, name in had.items() if key not in has),
    )


def _tags(note: Note | None, vault: Vault) -> dict[str, str]:
    """Give the tags of `note` by their keys."""
    if note is None:
        return {}
    written: dict[str, str] = {}
    for tag in note.tags:
        written.setdefault(vault.config.vocabulary.resolve(tag), tag)
    return {key: vault.tags[key].canonical if key in vault.tags else tag for key, tag in written.items()}
