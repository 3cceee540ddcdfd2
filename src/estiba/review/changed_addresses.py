"""Where notes were on the site, where they will be, and whether the old address leads on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from estiba.comparing.comparison import Comparison
from estiba.vault.vault import Vault

_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class AddressChange:
    """A note that is not where it was."""

    path: str
    """The new one of the note; of a removed one, the one that it had."""
    old: str
    """Its address below the site's root: `redes/wireguard/`."""
    new: str
    """Empty for a note that is gone."""
    leads_on: bool
    """Whether the old address leads to the note, or to another that took its name."""

    @property
    def outcome(self) -> str:
        """What is to be said of the old address: a key of the catalogue below `review`."""
        if self.leads_on:
            return "leads-on"
        return "leads-nowhere" if self.new else "page-gone-nowhere"


def changed_addresses(comparison: Comparison) -> Iterator[AddressChange]:
    """Give the notes whose address changes, by the paths that they had."""
    old, new = comparison.base.vault, comparison.head.vault
    now_at = {path: path for path in new.notes}
    now_at |= {one.old_path: one.path for one in comparison.notes if one.old_path and one.after is not None}
    places, taken = new.places.notes, frozenset(new.places.notes.values())
    for path, place in sorted(_published(old).items()):
        now = places.get(now_at.get(path, ""), "")
        if now != place:
            leads_on = place in new.redirects.places or place in taken
            yield AddressChange(now_at.get(path, path), _address(place), _address(now), leads_on)


def _published(vault: Vault) -> Mapping[str, str]:
    return {path: place for path, place in vault.places.notes.items() if path not in vault.drafts}


def _address(place: str) -> str:
    return place.removesuffix(_INDEX) or "/" if place else ""
