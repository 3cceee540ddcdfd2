"""The page of a note, as a site has it, but for what is around it."""

from __future__ import annotations

import re
from functools import cache

from markdown import Markdown

from estiba.markdown.page import Page
from estiba.markdown.standard import STANDARD
from estiba.vault.vault import Vault

_OURS = re.compile(r"estiba[0-9a-f]{16}")


def page_of(vault: Vault, path: str) -> str:
    """Give the HTML of the note at `path`; fails where making it failed, or a word of ours is left in it."""
    page, markdown = converter()
    page.vault, page.path = vault, path
    html = markdown.reset().convert(vault.notes[path].body)
    assert not page.fault, page.fault
    assert not _OURS.search(html), html
    return html


@cache
def converter() -> tuple[Page, Markdown]:
    """Make what all pages are made with."""
    page = Page()
    options = {**{name: dict(given) for name, given in STANDARD.items()}, "estiba": {"page": page}}
    return page, Markdown(extensions=list(options), extension_configs=options)
