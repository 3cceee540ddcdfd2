"""A Compose file that is not YAML.

What it reports: the place at which YAML cannot be read on, with words of its own for the
commonest slips: a tab, a space that is none (U+00A0) or has no width, curly quotes,
a line `...`, template marks `{{ }}`. A strange space that YAML takes for a letter of a key is
reported here, too.

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

from estiba.checks.compose.oversized_yaml import FAULTS
from estiba.checks.subjects import PlacedExample
from estiba.compose.excerpts import mask_ellipses
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.problem import Problem, Severity
from estiba.yaml_tree import YamlFault

SEVERITY = Severity.ERROR
ON_EXCERPTS = True
_SLIPS = (
    ("tab", re.compile(r"^ *\t", re.MULTILINE)),
    ("space", STRANGE_SPACE),
    ("template", re.compile(r"\{\{|\{%")),
    ("ellipsis", re.compile(r"^[ \t]*(?:\.\.\.|\u2026)[ \t]*$", re.MULTILINE)),
    ("mark", re.compile(r"(?<=[:\-,\[] )[%@`]")),
    ("curly", re.compile("[\u201c\u201d\u2018\u2019]")),
)


_WORDS = (
    ("mapping values are not allowed", "second-colon"),
    ("could not find expected ':'", "no-colon"),
    ("did not find expected key", "indentation"),
    ("did not find expected '-'", "no-dash"),
    ("did not find expected ',' or ']'", "open-list"),
    ("did not find expected ',' or '}'", "open-mapping"),
    ("found unexpected end of stream", "open-quote"),
    ("found undefined alias", "alias"),
    ("sequence entries are not allowed", "inline-dash"),
    ("unknown escape", "escape"),
)
"""What libyaml says of the commonest slips, and the variants that say it to authors."""


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report what cannot be read, and what reads as something that nobody can have meant."""
    fault = subject.example.document.fault
    if fault is not None and fault.kind not in FAULTS:
        yield _unreadable(subject, fault)
    if subject.example.document.roots and not subject.values.root:
        yield _problem(subject, 0, "empty")
    for odd in subject.values.odd_keys:
        if odd.kind == "collection":
            is_template = subject.example.text.startswith("{", odd.offset)
            yield _problem(subject, odd.offset, "template" if is_template else "key")
    for complaint in subject.complaints:
        at_key = complaint.kind == "unknown"
        text = complaint.path[-1] if at_key else subject.value_at(complaint.path)
        if isinstance(text, str) and STRANGE_SPACE.search(text):
            place = subject.values.place(complaint.path)
            found = STRANGE_SPACE.search(subject.example.text, place.key if at_key else place.value)
            yield _problem(subject, found.start() if found else place.key, "space")


def _unreadable(subject: PlacedExample, fault: YamlFault) -> Problem:
    """Explain the fault by the slip on its line or above, if there is one."""
    text = mask_ellipses(subject.example.text) if subject.in_note else subject.example.text
    if fault.kind == "syntax":
        end = text.find("\n", fault.offset)
        start = text.rfind("\n", 0, max(text.rfind("\n", 0, fault.offset), 0)) + 1
        for name, pattern in _SLIPS:
            slip = pattern.search(text, start, end if end != -1 else len(text))
            if slip and (name != "mark" or "cannot start" in fault.detail):
                at = slip.end() - 1 if name == "tab" else slip.start()
                return _problem(subject, at, name, slip[0])
        variant = _variant(text, fault)
        detail = fault.detail.partition("'")[2].rstrip("'") if variant == "alias" else fault.detail
        return _problem(subject, min(fault.offset, max(len(text.rstrip()) - 1, 0)), variant, detail)
    return _problem(subject, fault.offset, fault.kind)


def _variant(text: str, fault: YamlFault) -> str:
    """Name the slip that libyaml's words stand for, given what stands before it on its line."""
    variant = next((variant for words, variant in _WORDS if words in fault.detail), "syntax")
    before = text[text.rfind("\n", 0, fault.offset) + 1 : fault.offset]
    if variant == "second-colon" and ": " not in before:
        return "indentation"
    if variant == "indentation" and before.strip():
        return "behind-value"
    return variant


def _problem(subject: PlacedExample, offset: int, variant: str, detail: str = "") -> Problem:
    return subject.problem_at("invalid-yaml", SEVERITY, offset, variant, detail=detail)
