"""Where the files of the examples on one page may stand."""

from __future__ import annotations

from estiba.vault.files.addresses import TakenPlaces


class PagePlaces(TakenPlaces):
    """Places that pages of one folder have taken, besides those of the site before a text was converted."""

    def __init__(self, site: TakenPlaces) -> None:
        super().__init__()
        self._site = site

    def owner(self, place: str) -> str | None:
        """Give who took `place`; None where it is free."""
        own = super().owner(place)
        return self._site.owner(place) if own is None else own
