"""What a command says, on a terminal or in a pipe of any encoding."""

from __future__ import annotations

import sys

from estiba.report.printable import encodable


def say(text: str) -> None:
    """Write `text` to standard output; what its encoding lacks is written as code points."""
    sys.stdout.write(encodable(text, sys.stdout.encoding or "utf-8"))
