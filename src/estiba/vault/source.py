"""Bytes of a note -> text, never by a guess."""

from __future__ import annotations


class NotText(ValueError):
    """Bytes that are not UTF-8: `encoding` is what they look like, `offset` the first bad byte."""

    def __init__(self, encoding: str, offset: int) -> None:
        super().__init__(encoding, offset)
        self.encoding = encoding
        self.offset = offset


_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def decode(data: bytes) -> str:
    """Give the text of `data`: UTF-8, a byte order mark dropped, line ends as LF.

    Raises `NotText` for anything else.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            raise NotText(encoding, 0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotText("Latin-1 or Windows-1252", error.start) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
