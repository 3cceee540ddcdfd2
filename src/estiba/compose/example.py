"""A fence's text -> `Example`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from estiba.compose.document import MAX_BYTES, Document, Reading, read_document, read_whole
from estiba.compose.excerpts import Part, is_slip, is_without_source, mask_ellipses, read_part
from estiba.compose.labels import DEFAULT_NAME, Label, read_label
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.compose.vocabulary import SECTIONS, TELLING
from estiba.position import LineMap
from estiba.yaml_tree import Mapping, YamlFault, read_documents

_TELLING_KEY = re.compile(rf"^[ \t]*(?:{'|'.join(sorted(TELLING | SECTIONS))})[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A Compose file in a note, or a part of one, as its reader gets it."""

    text: str
    """Byte for byte what is shown, copied and downloaded: the author's lines without
    the indentation of the fence, LF line ends, one final newline."""
    shown_name: str
    """The file name that its bar shows."""
    document: Document
    part: Part | None = None
    """Why it is an excerpt, if it is one."""
    above: int = field(default=0, repr=False)
    """Steps of a path into it that the author of an excerpt did not write."""
    shows: tuple[str, ...] = ()
    """Checks whose problems it is there to show: a counter-example (`bad="bad-port"`)."""

    @property
    def is_to_run(self) -> bool:
        """Whether it is a whole file that somebody is meant to run."""
        return self.part is None and not self.shows

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


def read_example(text: str, *, info: str = "") -> Example | None:
    """Read the fence with the content `text`; None where that is no Compose.

    `info` is what stands behind the fence's opening marker.
    """
    label = read_label(info)
    masked = mask_ellipses(text)
    document = read_document(masked)
    blank = Example(text.rstrip("\n") + "\n", label.name, Document(Reading.READ), shows=label.shows)
    if document is None:
        return _read_part(blank, masked, label)
    part = Part.SAID if label.is_excerpt else None
    if part is None and document.roots and not label.shows:
        if masked != text:
            part = Part.ELLIPSIS
        elif is_without_source(document.roots) and not STRANGE_SPACE.search(text):
            part = Part.NO_SOURCE
    return replace(blank, document=document, part=part)


def _read_part(blank: Example, masked: str, label: Label) -> Example | None:
    """Read what has no `services:` that can be seen."""
    sure = label.is_excerpt or label.says_compose
    if not label.may_be_yaml or len(masked.encode("utf-8", "replace")) > MAX_BYTES:
        return None
    if not sure and not _TELLING_KEY.search(masked):
        return None
    try:
        roots = read_documents(masked)
    except YamlFault as fault:
        document = Document(Reading.UNREADABLE, fault=fault)
        return replace(blank, document=document, part=Part.SAID) if label.is_excerpt else None
    excerpt = read_part(roots[0], said=label.is_excerpt) if len(roots) == 1 else None
    if excerpt is not None:
        document = Document(Reading.READ, (excerpt.root,))
        return replace(blank, document=document, part=excerpt.part, above=excerpt.above)
    if any(isinstance(root, Mapping) and is_slip(root, named=label.says_compose) for root in roots):
        return replace(blank, document=read_whole(masked))
    return None
