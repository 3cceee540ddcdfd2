"""Addresses in a site that no file of the vault has: the site writes these pages itself."""

from __future__ import annotations

from collections.abc import Iterator

from estiba.catalogue import catalogue_for
from estiba.config import LANGUAGES, Config
from estiba.vault.files.places import RESERVED


def is_of_site(place: str, config: Config) -> bool:
    """Whether `place` (relative to the site's root) is a page or a file that a site writes itself.

    Where the policy names no address for a page, those of all languages count: the site may be in any.
    """
    if place in RESERVED:
        return True
    return any(f"{place}/".startswith(f"{address}/") for address in _addresses(config))


def _addresses(config: Config) -> Iterator[str]:
    catalogues = [catalogue_for(language) for language in LANGUAGES]
    chosen = {"tags": config.tags_page, "notes": config.notes_page, "changes": config.changes_page}
    for page in (*chosen, "checks"):
        address = chosen.get(page)
        yield from [address] if address else (one.text(f"{page}.address") for one in catalogues)
