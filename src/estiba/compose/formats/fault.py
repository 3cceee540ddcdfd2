"""A value that cannot be read in its small language."""

from __future__ import annotations


class FormatFault(ValueError):
    """Raised by the readers of this package.

    `kind` is what is wrong, in the words of the message's variants (`protocol`), `offset`
    the place in the value (code points, from 0), `detail` the part of it that is wrong.
    """

    def __init__(self, kind: str, offset: int = 0, detail: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.offset = offset
        self.detail = detail
