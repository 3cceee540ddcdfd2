"""A value of a Compose file that is of the wrong kind.

What it reports: a text where a list is wanted, a number where a text is wanted
(`version: 3.8`), an unquoted date, a value that is none of the allowed ones, a mapping
that lacks a key, a service that is empty, a key that is a number.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    ports: "80:80"
           ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    ports:
      - "80:80"
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.subjects import PlacedExample
from estiba.compose.reading.schema import Complaint
from estiba.compose.reading.tree import Path
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.problem import Problem, Severity, Terms

SEVERITY = Severity.ERROR
ON_EXCERPTS = True
_LONGEST = 40
_MANY = 8
_SLIPS = (
    ("array", str | int | float, "no-list"),
    ("object", list, "no-mapping"),
    ("array", dict, "no-dashes"),
)
"""What is wanted, what is there, and the variant that says so."""


_WITH_COLONS = frozenset("devices external_links extra_hosts links ports tmpfs volumes volumes_from".split())
"""Lists whose entries may be texts with a colon."""


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each value that the schema has something against, each unquoted date and odd key."""
    for odd in subject.values.odd_keys:
        if odd.kind != "collection":
            yield subject.problem_at("wrong-type", SEVERITY, odd.offset, f"key-{odd.kind}", key=odd.text)
    for path in subject.values.dates:
        if not any(str(step).startswith("x-") for step in path):
            value, where = _shown(subject.value_at(path)), subject.where(path)
            yield subject.problem("wrong-type", SEVERITY, path, "unquoted-date", where=where, value=value)
    is_torn = any(
        one.kind == "unknown" and STRANGE_SPACE.search(str(one.path[-1])) for one in subject.complaints
    )
    for complaint in subject.complaints:
        if is_torn and subject.value_at(complaint.path) is None:
            continue  # a key below it was taken away by a strange space, which invalid-yaml reports
        if _is_judged(subject, complaint):
            yield _problem(subject, complaint)


def _is_judged(subject: PlacedExample, complaint: Complaint) -> bool:
    value = subject.value_at(complaint.path)
    if complaint.kind == "unknown" or complaint.path in subject.model.open:
        return False
    if complaint.kind == "repeated" and _repeated(subject, complaint.path) is None:
        return False
    if any(one.path == complaint.path for one in subject.values.misread_casts):
        return False
    place = subject.values.place(complaint.path)
    if any(place.value <= odd.offset <= place.value + 1 for odd in subject.values.odd_keys):
        return False  # the key that it begins with is the slip
    if subject.is_excerpt and (complaint.kind == "missing" or value is None):
        return False
    return not (isinstance(value, str) and STRANGE_SPACE.search(value))


def _problem(subject: PlacedExample, complaint: Complaint) -> Problem:
    path, value = complaint.path, subject.value_at(complaint.path)
    pair = _pair_in_list(path, value)
    words: dict[str, Any]
    if pair and complaint.kind in ("type", "missing"):
        variant, words = _by_pair(path, pair[1]), {"key": pair[0], "inner": _shown(pair[1])}
    elif complaint.kind == "type":
        variant, words = _by_type(value, complaint.allowed), {"allowed": Terms(complaint.allowed)}
    else:
        variant = complaint.kind
        words = {"allowed": ", ".join(complaint.allowed[:_MANY]), "detail": complaint.detail}
    where = subject.where(path) or "services"
    again = _repeated(subject, path) if variant == "repeated" else None
    if again is not None:
        path, value = (*path, again), value[again]
    return subject.problem("wrong-type", SEVERITY, path, variant, where=where, value=_shown(value), **words)


def _repeated(subject: PlacedExample, path: Path) -> int | None:
    """Find the entry of a list that stands there twice whatever its reader sets."""
    entries = subject.value_at(path)
    known: list[Any] = []
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        at = (*path, index)
        if any(one[: len(at)] == at for one in subject.model.open):
            continue
        if entry in known:
            return index
        known.append(entry)
    return None


def _by_type(value: object, allowed: tuple[str, ...]) -> str:
    """Name the slip that a value of the wrong type most likely is."""
    if value is None:
        return "empty"
    if "string" in allowed and isinstance(value, bool | int | float):
        return "unquoted"
    slips = (slip for kind, types, slip in _SLIPS if kind in allowed and isinstance(value, types))
    return next(slips, "type")


def _by_pair(path: Path, inner: object) -> str:
    if inner is None:
        return "colon"
    return "spaced" if path[-2] in _WITH_COLONS else "pair"


def _pair_in_list(path: Path, value: object) -> tuple[str, object] | None:
    """Give what an entry of a list maps to what, where it is `- KEY: value`."""
    if not isinstance(value, dict) or len(value) != 1 or not path or not isinstance(path[-1], int):
        return None
    ((key, inner),) = value.items()
    return None if isinstance(inner, dict | list) else (key, inner)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
