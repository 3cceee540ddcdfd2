"""Problems that the owner knows of: they are in the baseline, and fail no build."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import get_plugin_logger

from estiba.catalogue import catalogue_for
from estiba.checks.judge import examples_of
from estiba.checks.redaction import without_secrets
from estiba.comparing.baseline import FILE_NAME, BaselineError, Debt, read_baseline, split
from estiba.problem import Problem
from estiba.vault.vault import Vault

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("estiba")


def without_debt(problems: Sequence[Problem], vault: Vault, config: MkDocsConfig) -> Sequence[Problem]:
    """Give those of `problems` that the baseline beside `mkdocs.yml` does not know; say how many it knows."""
    folder = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    baseline = _read(folder / FILE_NAME)
    if not baseline:
        return problems
    inside = Path(os.path.relpath(Path(config.docs_dir).resolve(), folder)).as_posix()
    lines = {path: _lines(path, vault) for path in {one.path for one in problems}}
    found = split(problems, lines, baseline, "" if inside == "." else inside)
    if found.known:
        texts = catalogue_for("en")
        known = texts.count("baseline.problems", len(found.known))
        log.info("%s", texts.text("baseline.known", problems=known, file=FILE_NAME))
    return found.new


def _read(file: Path) -> frozenset[Debt]:
    try:
        return read_baseline(file.read_text("utf-8"), FILE_NAME)
    except FileNotFoundError:
        return frozenset()
    except (BaselineError, OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"estiba: {error}") from None


def _lines(path: str, vault: Vault) -> list[str]:
    note = vault.notes.get(path)
    return without_secrets(note.text, examples_of(note)).split("\n") if note else []
