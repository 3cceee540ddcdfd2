"""A Compose file that is not YAML.

What it reports: the place at which YAML cannot be read on, with words of its own for the
commonest slips: a tab, a space that is none (U+00A0) or has no width, curly quotes,
a line `...`, template marks `{{ }}`; and aliases that nest in circles or grow without end.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    command: echo one: two
                     ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    command: "echo one: two"
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_SLIPS = (
    ("tab", re.compile(r"^ *\t", re.MULTILINE)),
    ("space", re.compile("[\u00a0\u2000-\u200b\u202f\u3000\ufeff]")),
    ("template", re.compile(r"\{\{|\{%")),
    ("ellipsis", re.compile(r"^[ \t]*(?:\.\.\.|\u2026)[ \t]*$", re.MULTILINE)),
    ("curly", re.compile("[\u201c\u201d\u2018\u2019]")),
)


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report the fault, by the slip that explains it if there is one on its line or above."""
    fault = subject.example.document.fault
    if fault is None:
        return
    text = subject.example.text
    offset, variant = fault.offset, fault.kind
    if fault.kind == "syntax":
        end = text.find("\n", fault.offset)
        start = text.rfind("\n", 0, max(text.rfind("\n", 0, fault.offset), 0)) + 1
        for name, pattern in _SLIPS:
            slip = pattern.search(text, start, end if end != -1 else len(text))
            if slip:
                offset, variant = slip.end() - 1 if name == "tab" else slip.start(), name
                break
    position = subject.position(offset)
    yield Problem("invalid-yaml", SEVERITY, subject.path, position, variant, {"detail": fault.detail})
