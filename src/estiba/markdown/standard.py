"""The Markdown extensions that notes are written for, and how they are set up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pymdownx.slugs import slugify

STANDARD: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "abbr": {},
        "admonition": {},
        "def_list": {},
        "footnotes": {"USE_DEFINITION_ORDER": False},
        "tables": {"use_align_attribute": True},
        "toc": {},
        "pymdownx.betterem": {},
        "pymdownx.details": {},
        "pymdownx.highlight": {},
        "pymdownx.inlinehilite": {},
        "pymdownx.magiclink": {},
        "pymdownx.mark": {},
        "pymdownx.superfences": {},
        "pymdownx.tabbed": {"alternate_style": True, "slugify": slugify(case="lower")},
        "pymdownx.tasklist": {"custom_checkbox": True},
        "pymdownx.tilde": {},
    }
)
"""Name of an extension -> its options."""
