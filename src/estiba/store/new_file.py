"""A file that is there whole or not at all, though several processes make it at once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def made_once(path: Path) -> Iterator[Path]:
    """Give an empty file beside `path`, mode 600, to be filled; at the end it gets that name.

    If something has the name by then, that stays. Raises OSError.
    """
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)
    os.close(descriptor)
    new = Path(name)
    try:
        yield new
        try:
            os.link(new, path, follow_symlinks=False)
        except FileExistsError:
            pass
        except OSError:  # a file system without hard links
            new.replace(path)
    finally:
        new.unlink(missing_ok=True)
