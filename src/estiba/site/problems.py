"""What the checks find, in MkDocs' log: the words of `estiba check`, once."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import event_priority, get_plugin_logger

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_reading, judge_vault
from estiba.checks.rules import refuse_unknown
from estiba.config import FILE_NAME
from estiba.markdown.guarding import SECONDS
from estiba.markdown.page import JudgedText
from estiba.policy_table import ConfigError
from estiba.position import Position
from estiba.problem import Problem, ProblemValue, Severity
from estiba.report.commands import without_commands
from estiba.report.printable import one_line
from estiba.site.debt import without_debt
from estiba.site.state import SiteState, keeper_of, state_of, vault_of
from estiba.vault.vault import Vault

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("estiba")
_OF_MANY = frozenset({"orphan-note", "unused-attachment"})
"""Checks that may find something in half of a vault's files, and that a build counts only."""
_SAID = 20
"""Problems that a quiet build names when it fails."""


@event_priority(700)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Judge every published note; `--strict` counts errors and warnings."""
    vault = vault_of(config)
    try:
        refuse_unknown(vault.config, FILE_NAME)
    except ConfigError as error:
        raise ConfigurationError(f"estiba: {error}") from None
    prefix = prefix_of(config)
    say = {Severity.ERROR: log.error, Severity.WARNING: log.warning}
    state, named, counted = state_of(config), set[str](), Counter[str]()
    for problem in without_debt(list(_problems(state, vault)), vault, config):
        if problem.check in _OF_MANY and problem.severity is Severity.INFO:
            counted[problem.check] += 1
            continue
        named.add(problem.check)
        if problem.severity in say:
            words = words_of(problem, prefix)
            say[problem.severity]("%s", words)
            state.failing.append(words)
        elif log.isEnabledFor(logging.INFO):
            log.info("%s", words_of(problem, prefix))
    if named:
        log.info("read on: estiba explain %s", ", ".join(sorted(named)))
    for check, number in sorted(counted.items()):
        log.info("more to know: %d of %s; estiba check --all names them", number, check)


@event_priority(950)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the page what was found in its examples."""
    state = state_of(config)
    note = vault_of(config).notes.get(page.file.src_uri)
    judged = state.judged(note.path) if note else ()
    above = note.body_line if note else 1
    by_line = {one.shown.first_line - above: one for one in judged}
    state.markdown_page.judged = (
        JudgedText(note.body, by_line, note.body_line, note.fences, note.marks) if note else None
    )


@event_priority(950)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Say that the text of a note was left out, where only the making of its page could tell."""
    state = state_of(config)
    stop = state.markdown_page.stopped
    note = vault_of(config).notes.get(page.file.src_uri)
    if stop is None or note is None:
        return
    values: dict[str, ProblemValue] = {"most": SECONDS, "fault": state.markdown_page.fault}
    position = Position(note.body_line, 1)
    problem = Problem("oversized-note", Severity.ERROR, note.path, position, stop, values)
    words = words_of(problem, prefix_of(config))
    log.error("%s", words)
    state.failing.append(words)


@event_priority(-1000)
def on_post_build(config: MkDocsConfig) -> None:
    """Fail where `--strict` is asked for: MkDocs counts no warning that `--quiet` keeps back."""
    failing = state_of(config).failing
    if config.strict and failing and not log.isEnabledFor(logging.WARNING):
        raise Abort("\n".join(["Aborted in strict mode:", *failing[:_SAID], *["…"][: len(failing) > _SAID]]))


def _problems(state: SiteState, vault: Vault) -> Iterator[Problem]:
    keeper = keeper_of(state)
    yield from judge_reading(vault.unreadable, keeper.rules)
    for note, findings in keeper.judge(vault, vault.notes):
        state.findings[note.path] = findings
        yield from findings.problems
    yield from judge_vault(vault, keeper.rules)


def words_of(problem: Problem, prefix: str) -> str:
    """Give the line of a log that tells of `problem`."""
    said = one_line(f"{prefix}{problem.place}: {catalogue_for('en').problem(problem)}")
    return without_commands(f"{said} [{problem.check}]")


def prefix_of(config: MkDocsConfig) -> str:
    """Give what makes a note's path clickable in a terminal: `docs/`, or empty."""
    docs = Path(os.path.relpath(config.docs_dir))
    return "" if ".." in docs.parts or docs == Path() else f"{docs.as_posix()}/"
