"""Pagefind, run over a folder of documents."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import weakref
from pathlib import Path
from typing import IO

from pagefind_bin import get_executable

from estiba.markdown.searched_text import NOT_SEARCHED
from estiba.site.search_index.canonical import UnknownForm, make_canonical

KEY_FILE = "index-key.txt"
"""Tells, in a finished index, of which documents it was made."""
_UNUSED = """
    pagefind-component-ui.css pagefind-component-ui.js pagefind-highlight.js pagefind-modular-ui.css
    pagefind-modular-ui.js pagefind-ui.css pagefind-ui.js pagefind-worker.js
""".split()
"""What Pagefind brings for other user interfaces than ours."""
_UNKNOWN = "wasm.unknown.pagefind"


class PagefindFailed(Exception):
    """Pagefind did not make an index; the message is what it said."""


class Run:
    """One run of Pagefind, beside what the caller goes on with.

    Where nobody waits for its end, it is stopped and leaves nothing behind.
    """

    def __init__(self, documents: Path, output: Path) -> None:
        """Start it over the folder `documents`; `output` is the folder that it makes.

        Raises `PagefindFailed` where it does not start.
        """
        self.output = output
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the run
        command = [get_executable(), "--site", documents, "--output-path", output]
        options = ["--quiet", "--exclude-selectors", NOT_SEARCHED]
        try:
            self._process = subprocess.Popen(  # nosec B603 # noqa: S603 - our own arguments
                [*map(os.fspath, command), *options],
                cwd=documents,  # where nobody has left settings for it
                env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
                stdin=subprocess.DEVNULL,
                stdout=self._words,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            self._words.close()
            raise PagefindFailed(f"Pagefind does not start: {error}") from None
        self._give_up = weakref.finalize(self, _give_up, self._process, self._words, output)

    def finish(self, key: str, facets: bytes) -> None:
        """Wait for it, and make of its files what a site needs.

        Raises `PagefindFailed` where it made none.
        """
        status = self._process.wait()
        self._words.seek(0)
        said = self._words.read().decode("utf-8", "replace").strip()
        self._words.close()
        if status or not (self.output / "pagefind-entry.json").is_file():
            self._give_up()
            raise PagefindFailed(f"Pagefind stopped with status {status}: {said[-2000:] or 'no words'}")
        try:
            make_canonical(self.output)
        except UnknownForm as error:
            self._give_up()
            raise PagefindFailed(str(error)) from None
        for name in _UNUSED:
            (self.output / name).unlink(missing_ok=True)
        entry = json.loads((self.output / "pagefind-entry.json").read_bytes())
        if all(language["wasm"] for language in entry["languages"].values()):
            (self.output / _UNKNOWN).unlink(missing_ok=True)
        (self.output / "facets.json").write_bytes(facets)
        (self.output / KEY_FILE).write_text(f"{key}\n", "ascii")
        self._give_up.detach()

    def stop(self) -> None:
        """End it if it is still at work, and remove what it made."""
        self._give_up()


def key_of(index: Path) -> str:
    """Give the key of the finished index in the folder `index`; empty where there is none."""
    try:
        return (index / KEY_FILE).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _give_up(process: subprocess.Popen[bytes], words: IO[bytes], output: Path) -> None:
    process.kill()
    process.wait()
    words.close()
    shutil.rmtree(output, ignore_errors=True)
