"""The result of a check of vaults in which nothing has changed since the last one."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from estiba.cli.keeping import store_of
from estiba.cli.targets import Target, home_of, policy_path, read_targets, shown
from estiba.comparing.baseline import FILE_NAME
from estiba.config import Config, load_config
from estiba.kept.last_check import KIND, LastCheck, key_of
from estiba.kept.shelf import Shelf
from estiba.problem import Problem
from estiba.report.lines import LaterLines
from estiba.report.result import Result
from estiba.store.versions import code_digest


def known_result(options: argparse.Namespace) -> Result | None:
    """Give what a check with `options` would find, if it is kept; raises as the check would."""
    if options.changed is not None or options.baseline or options.write_baseline:
        return None
    targets = read_targets(options.paths)
    problems: list[Problem] = []
    sources: dict[str, Sequence[str]] = {}
    notes = examples = 0
    for target in targets:
        config = load_config(policy_path(target))
        last = _last(target, config, options)
        if last is None:
            return None
        notes, examples = notes + last.notes, examples + last.examples
        for problem in last.problems:
            path = shown(target.root / problem.path)
            problems.append(dataclasses.replace(problem, path=path))
            sources.setdefault(path, LaterLines(partial(_lines, target.root, problem.path, config)))
    return Result(tuple(problems), sources, notes, examples)


def names(given: list[str] | None) -> frozenset[str]:
    """Give the names of checks that an option was given, some of them divided by commas."""
    return frozenset(name.strip() for one in given or () for name in one.split(",") if name.strip())


def inputs_of(target: Target, config: Config, options: argparse.Namespace) -> bytes:
    """Give the digest of all that a check of `target`, a folder, depends on but the day."""
    judged = [target.path(file) for file in target.vault_notes]
    composes = [target.path(file) for file in target.composes]
    asked = (sorted(names(options.select)), sorted(names(options.ignore)), target.inside, target.refused)
    return key_of(
        target.root,
        read=[*judged, *composes],
        others=target.attachments,
        asked=(*asked, len(judged), [target.path(file) for file in target.notes] if target.inside else ()),
        config=config,
        programs=code_digest(),
    )


def _last(target: Target, config: Config, options: argparse.Namespace) -> LastCheck | None:
    if not target.whole or (home_of(target) / FILE_NAME).exists():
        return None
    with store_of(target, options) as store:
        last = Shelf[LastCheck](store, KIND).get(inputs_of(target, config, options)) if store.keeps else None
    return last if last is not None and last.holds_on(dt.date.today()) else None  # noqa: DTZ011 - the author's


def _lines(root: Path, path: str, config: Config) -> Sequence[str]:
    found: Sequence[str] = import_module("estiba.cli.checking").lines_in(root, path, config)
    return found
