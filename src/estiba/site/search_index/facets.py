"""Names of the facets by which a search can be narrowed."""

from __future__ import annotations

import json
from typing import Any

from estiba.folding import fold
from estiba.site.note_lists import page_title
from estiba.site.state import SiteState
from estiba.vault.tags import Tag


def write_facets(state: SiteState) -> bytes:
    """Write `facets.json`: tags with all their names, folders with their titles."""
    facets = {"tags": _tags(state), "folders": _folders(state)}
    return json.dumps(facets, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _tags(state: SiteState) -> list[dict[str, Any]]:
    if state.vault is None:
        return []
    tags, language = state.vault.tags, state.catalogue.language
    names: dict[str, list[str]] = {}
    for name, key in state.policy.vocabulary.names.items():
        names.setdefault(key, []).append(name)
    return [
        {
            "slug": tag.slug,
            "label": tag.label(language),
            "names": sorted({*_names(tag, language), *names.get(key, ())}),
            "parent": tags[tag.parent].slug if tag.parent is not None and tag.parent in tags else None,
            "url": state.tag_pages[key].url if key in state.tag_pages else None,
        }
        for key, tag in tags.items()
    ]


def _names(tag: Tag, language: str) -> set[str]:
    written = (tag.key, tag.name, tag.label(language), *(spelling for spelling, _ in tag.spellings))
    return {fold(name) for name in written}


def _folders(state: SiteState) -> list[dict[str, Any]]:
    return [
        {"path": path, "label": page_title(state, folder.index)}
        for path, folder in sorted(state.folders.items())
        if path and folder.index
    ]
