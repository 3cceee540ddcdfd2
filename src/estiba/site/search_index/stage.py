"""The folder in which documents wait for Pagefind."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import weakref
from importlib.metadata import version
from pathlib import Path

_FORM = "1"
"""Changes with what we make of Pagefind's output."""


class Stage:
    """A folder of documents, and a key that tells whether two such folders hold the same.

    A document stands where its page stands in the site, so that Pagefind gives it that address.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self._discard: weakref.finalize[..., Stage] | None = None
        self._digest = hashlib.sha256(f"{_FORM} {version('pagefind_bin')}".encode())

    @classmethod
    def temporary(cls) -> Stage:
        """Make one outside the site, which goes when it is discarded or forgotten."""
        stage = cls(Path(tempfile.mkdtemp(prefix="estiba-")))
        stage._discard = weakref.finalize(stage, shutil.rmtree, stage.folder, ignore_errors=True)
        return stage

    def discard(self) -> None:
        """Delete the folder of a temporary one."""
        if self._discard is not None:
            self._discard()

    def add(self, address: str, document: str) -> None:
        """Write the document of the page at `address` (relative to the site's root, `a/index.html`)."""
        path = self.folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        data = document.encode("utf-8", "replace")
        path.write_bytes(data)
        self.count += 1
        self.heed(address.encode("utf-8", "replace"), data)

    def heed(self, *parts: bytes) -> None:
        """Let the key depend on `parts` too."""
        for part in parts:
            self._digest.update(b"%d:" % len(part) + part)

    @property
    def key(self) -> str:
        """The key of what was written so far, 64 hexadecimal digits."""
        return self._digest.hexdigest()
