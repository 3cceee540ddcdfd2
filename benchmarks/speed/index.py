"""The search index by itself: `python -m speed.index FOLDER TIMES`.

Builds the vault in that folder, and makes the index of it so many times.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from estiba.site.invocation import on_startup
from estiba.site.search_index.program import Run
from estiba.site.search_index.serving import PLACE


def documents_of(root: Path) -> Path:
    """Give the folder of the documents that `mkdocs serve` leaves for Pagefind."""
    on_startup("serve", dirty=False)
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "served")))
    place = root / "served" / PLACE
    return place / (place / "current").read_text("ascii")


def index_seconds(documents: Path) -> float:
    """Make the index and delete it; gives how long the first took."""
    target = documents.with_name("alone")
    began = time.perf_counter()
    Run(documents, target).finish("", b"")
    seconds = time.perf_counter() - began
    shutil.rmtree(target)
    return seconds


def main(root: str, times: str) -> None:
    """Print the seconds, a line each time."""
    documents = documents_of(Path(root))
    for _ in range(int(times)):
        print(index_seconds(documents))


if __name__ == "__main__":
    main(*sys.argv[1:])
