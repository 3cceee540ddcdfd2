"""Errors of the machine, which are nobody's mistake in a note or in a program."""

from __future__ import annotations

import errno
import os

from mkdocs.exceptions import Abort

from estiba.report.printable import one_line

_OF_MACHINE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


def put_in_words(error: Exception) -> None:
    """Raise Abort, a line, where `error` is one of the machine; MkDocs would show where it was raised."""
    if isinstance(error, OSError) and error.errno in _OF_MACHINE:
        raise in_words(error) from None


def in_words(error: OSError) -> Abort:
    """Make one line of `error`: `No space left on device: /srv/site/index.html`."""
    place = f": {one_line(os.fsdecode(error.filename))}" if isinstance(error.filename, str | bytes) else ""
    return Abort(f"estiba: {error.strerror}{place}")
