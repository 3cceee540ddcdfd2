"""Which checks run, and how bad their problems are: the owner's policy and the caller's wish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from estiba.checks.registry import NAMES
from estiba.config import Config
from estiba.problem import Severity

OFF = "off"


@dataclass(frozen=True, slots=True)
class Rules:
    """One run's rules. `select` and `ignore` are names of checks; without `select`, all run."""

    config: Config
    today: dt.date
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = field(default_factory=frozenset)

    def runs(self, name: str) -> bool:
        """Whether the check `name` runs."""
        if name in self.ignore or (self.select and name not in self.select):
            return False
        return name in self.select or self.config.severities.get(name) != OFF

    def severity(self, name: str, usual: Severity) -> Severity:
        """Give the severity of a problem of `name` whose usual one is `usual`."""
        chosen = self.config.severities.get(name, usual)
        return usual if chosen == OFF else Severity(chosen)

    @property
    def off(self) -> frozenset[str]:
        """Names of the checks that do not run."""
        return frozenset(name for name in NAMES if not self.runs(name))


def unknown_names(names: Iterable[str]) -> list[str]:
    """Give those of `names` that no check has."""
    return sorted(set(names) - NAMES)
