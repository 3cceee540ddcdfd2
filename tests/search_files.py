"""What stands in a search index, read back from its files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

_SIGNATURE = b"pagefind_dcd"


def pages_found(site: Path, folder: str = "pagefind") -> dict[str, dict[str, Any]]:
    """Give what the index holds of each page: address -> Pagefind's fragment, with its `language`."""
    found = {}
    for path in (site / folder / "fragment").iterdir():
        fragment = json.loads(unpacked(path.read_bytes()))
        found[fragment["url"]] = fragment | {"language": path.name.partition("_")[0]}
    return found


def unpacked(file: bytes) -> bytes:
    """Give the content of one of Pagefind's files."""
    data = gzip.decompress(file)
    assert data.startswith(_SIGNATURE)
    return data[len(_SIGNATURE) :]
