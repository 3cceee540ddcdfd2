"""Files that a style, a script, a page or a template of the owner's names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

_TOKEN = re.compile(r"""[^\s"'`()<>{}\[\],;=|\\]+""")
READ = (".css", ".scss", ".js", ".mjs", ".html", ".htm", ".svg", ".json", ".webmanifest")
"""Ends of names of files that may name others."""


def mentioned_files(text: str, folder: str, files: Collection[str]) -> Iterator[str]:
    """Give those of `files` (paths from the root) that `text` names, from its `folder` or from the root."""
    for token in dict.fromkeys(_TOKEN.findall(text)):
        path = unquote(token.partition("#")[0].partition("?")[0])
        places = (posixpath.normpath(one.lstrip("/")) for one in (posixpath.join(folder, path), path))
        yield from (place for place in dict.fromkeys(places) if place in files)
