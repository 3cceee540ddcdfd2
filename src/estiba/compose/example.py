"""A fence's text -> `Example`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from estiba.compose.document import Document, Reading, read_document, read_whole
from estiba.position import LineMap

DEFAULT_NAME = "compose.yaml"
_NAMED_IN_INFO = re.compile(r"[\w+-]*:(?P<name>[\w.-]+\.ya?ml)\b")


@dataclass(frozen=True, slots=True)
class Example:
    """A Compose file in a note, as its reader gets it."""

    text: str
    """Byte for byte what is shown, copied and downloaded: the author's lines without
    the indentation of the fence, LF line ends, one final newline."""
    shown_name: str
    """The file name that its bar shows."""
    document: Document

    @property
    def readable(self) -> bool:
        """Whether it is valid YAML (or too large to be looked at)."""
        return self.document.reading is not Reading.UNREADABLE

    @property
    def fault_line(self) -> int | None:
        """The line of `text`, from 1, at which it stops being YAML."""
        fault = self.document.fault
        if fault is None:
            return None
        return min(LineMap.of(self.text).position(fault.offset).line, self.text.count("\n"))


def read_file(text: str) -> Example:
    """Read a whole Compose file, whatever it holds."""
    return Example(text, DEFAULT_NAME, read_whole(text))


def read_example(text: str, *, info: str = "", title: str | None = None) -> Example | None:
    """Read the fence with the content `text`; None where that is no Compose file.

    `info` is what stands behind the fence's opening marker, `title` the title that
    its author gave it there.
    """
    document = read_document(text)
    if document is None:
        return None
    named = _NAMED_IN_INFO.match(info)
    name = title or (named["name"] if named else DEFAULT_NAME)
    return Example(text.rstrip("\n") + "\n", name, document)
