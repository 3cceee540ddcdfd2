"""YAML that is too large to be read, or grows without end.

What it reports: an alias inside its own anchor, more than 100,000 values once the aliases are
written out, more than 64 levels, more than 15,000 values that services get by `extends`; and, as a warning, a
file of more than 256 KB, which is shown and not looked at.

Why it matters: a few lines of aliases can stand for millions of values, and Docker Compose
hangs on them.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    labels: &all
      more: *all
            ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    labels:
      more: less
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.compose.document import MAX_BYTES, Reading
from estiba.compose.reading.inheritance import MAX_INHERITED
from estiba.problem import Problem, Severity
from estiba.yaml_tree import MAX_DEPTH, MAX_NODES

SEVERITY = Severity.ERROR
ON_EXCERPTS = True
FAULTS = frozenset({"cycle", "depth", "size"})
"""The faults of a reading that are this check's."""


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report why the file was not read."""
    document = subject.example.document
    if document.reading is Reading.TOO_LARGE:
        yield subject.problem_at("oversized-yaml", Severity.WARNING, 0, "file", most=MAX_BYTES // 1024)
    fault = document.fault
    if fault is not None and fault.kind in FAULTS:
        yield subject.problem_at(
            "oversized-yaml",
            SEVERITY,
            fault.offset,
            fault.kind,
            detail=fault.detail,
            levels=MAX_DEPTH,
            nodes=MAX_NODES,
        )
    for broken in subject.model.broken_extends:
        if broken.kind == "size":
            at, name = broken.offset, broken.service
            yield subject.problem_at(
                "oversized-yaml", SEVERITY, at, "extends", name=name, nodes=MAX_INHERITED
            )
