"""What is wrong with one note of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError

from estiba.problem import Problem, Severity
from estiba.site.debt import without_debt
from estiba.site.problems import prefix_of, words_of
from estiba.site.serving.saying import silent
from estiba.site.state import vault_of

if TYPE_CHECKING:
    from estiba.site.serving.model import Model

_FAILING = (Severity.ERROR, Severity.WARNING)


def problems_of(model: Model, path: str) -> list[Problem]:
    """Give the errors and warnings of the note at `path`, but for those that the baseline knows."""
    gathered = model.gathered
    vault, findings = vault_of(gathered.config), gathered.state.findings.get(path)
    found = [one for one in vault.unreadable if one.path == path]
    found += findings.problems if findings is not None else ()
    failing = [one for one in found if one.severity in _FAILING]
    try:
        with silent():
            return list(without_debt(failing, vault, gathered.config)) if failing else []
    except ConfigurationError:  # the next model says so
        return failing


def words_of_note(model: Model, path: str) -> list[str]:
    """Give the same as lines for a terminal."""
    prefix = prefix_of(model.gathered.config)
    return [words_of(one, prefix) for one in problems_of(model, path)]
