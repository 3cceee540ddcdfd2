"""Which checks run, and how bad their problems are: the owner's policy and the caller's wish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from estiba.checks.registry import GROUPS, NAMES, OPTIONAL
from estiba.config import Config
from estiba.policy_table import ConfigError
from estiba.problem import Severity

OFF = "off"


@dataclass(frozen=True)
class Rules:
    """One run's rules.

    `select` and `ignore` name checks, as `[checks]` of the policy does: `unknown-key`, or
    `examples/unknown-key` for the one of a group. Without `select`, all run.
    """

    config: Config
    today: dt.date
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = field(default_factory=frozenset)
    _decided: dict[tuple[str, str], bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def runs(self, name: str, group: str) -> bool:
        """Whether the check `name` of `group` runs."""
        decided = self._decided.get((name, group))
        if decided is None:
            decided = self._decided[name, group] = self._decide(name, group)
        return decided

    def _decide(self, name: str, group: str) -> bool:
        names = _names(name, group)
        if not self.ignore.isdisjoint(names):
            return False
        if self.select:
            return not self.select.isdisjoint(names)
        return self._chosen(names) != OFF and (names[0] not in OPTIONAL or self._chosen(names) is not None)

    def severity(self, name: str, group: str, usual: Severity) -> Severity:
        """Give the severity of a problem whose usual one is `usual`."""
        chosen = self._chosen(_names(name, group))
        return usual if chosen in (None, OFF) else Severity(chosen)

    @property
    def off(self) -> frozenset[str]:
        """Names of the checks that run in no group."""
        return NAMES - {
            check.name for _, checks in GROUPS for check in checks if self.runs(check.name, check.group)
        }

    def _chosen(self, names: tuple[str, ...]) -> str | None:
        found = (self.config.severities[name] for name in names if name in self.config.severities)
        return next(found, None)


def unknown_names(names: Iterable[str]) -> list[str]:
    """Give those of `names` that no check has."""
    qualified = {one for _, checks in GROUPS for check in checks for one in _names(check.name, check.group)}
    return sorted(set(names) - qualified)


def refuse_unknown(config: Config, path: str) -> None:
    """Raise `ConfigError` where the policy, read from `path`, names a check that is none."""
    if wrong := unknown_names(config.severities):
        raise ConfigError(f"{path}: checks.{wrong[0]}: no check is called so")


def _names(name: str, group: str) -> tuple[str, str]:
    """Give the names that mean a check, the narrower first."""
    return f"{group}/{name}", name
