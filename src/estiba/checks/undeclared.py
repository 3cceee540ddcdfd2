"""Names in a service that nothing at the top of the file declares."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from estiba.checks.nearest import Suggestions
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.mentions import Mention, mentions_of
from estiba.compose.project.profiles import is_always_started
from estiba.problem import Problem, Severity


def undeclared(
    subject: PlacedExample, check: str, section: str, *places: tuple[str, ...]
) -> Iterator[Problem]:
    """Report each name that stands in `places` of a service and not in `section`.

    Variants: `near` (a declared name resembles it), `declare`, `empty` (there is no name).
    """
    declared, suggestions = subject.model.section(section), Suggestions()

    def find() -> Iterator[Problem]:
        for service in subject.services.values():
            for place in places if is_always_started(service) else ():
                for mention in mentions_of(service, *place):
                    if mention.name not in declared:
                        yield undeclared_name(subject, check, mention, declared, suggestions)

    return iter(()) if subject.model.includes else each_place_once(find())


def undeclared_name(
    subject: PlacedExample, check: str, mention: Mention, declared: Collection[str], suggestions: Suggestions
) -> Problem:
    """Make the error that `mention` is not among the `declared`."""
    near = suggestions.nearest(mention.name, declared, cutoff=0.7)
    variant = "near" if near else "declare" if mention.name else "empty"
    words: dict[str, Any] = {"name": mention.name, "near": near}
    return subject.problem(check, Severity.ERROR, mention.path, variant, at_key=mention.at_key, **words)
