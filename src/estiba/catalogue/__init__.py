"""Every text that Estiba shows, in each language, and how one is chosen."""

from estiba.catalogue.catalogue import Catalogue, catalogue_for, own_catalogue

__all__ = ["Catalogue", "catalogue_for", "own_catalogue"]
