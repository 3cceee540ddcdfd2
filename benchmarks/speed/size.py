"""How large a site is, in bytes as they lie on the disk of whoever serves it."""

from __future__ import annotations

import statistics
from pathlib import Path


def sizes(site: Path, pages: list[str]) -> dict[str, float]:
    """Give the bytes of all files (`site`), their number (`files`), and the median of `pages` (`page`)."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return {
        "site": sum(path.stat().st_size for path in files),
        "files": len(files),
        "page": statistics.median((site / page).stat().st_size for page in pages),
    }
