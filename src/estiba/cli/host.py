"""MkDocs, run for `estiba build` and `estiba serve` in a process of its own."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from estiba.cli.mkdocs_file import CONFIGS
from estiba.cli.output import complain
from estiba.cli.targets import CannotRun

_QUIET_HOST = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""The theme's announcements of its own future: nothing that the owner of a vault can act on."""
_PATIENCE = 5
"""Seconds that MkDocs may take to end."""
_MISSING = """\
{file}: there is no such file; beside the folder 'docs' with your notes, write one with these lines:

site_name: My notes
plugins: [estiba]"""


def add_host_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that both commands pass on."""
    parser.add_argument("-f", "--config-file", metavar="FILE", help="another mkdocs.yml")
    parser.add_argument("-s", "--strict", action="store_true", help="fail on warnings")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")
    parser.add_argument("-v", "--verbose", action="store_true", help="say more")


def run_host(
    command: str,
    options: argparse.Namespace,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    program: str = "",
) -> int:
    """Run `command` of MkDocs in `folder`, or here; gives its exit status, 2 with nothing to run it on.

    `program` is a module of ours that does what `command` would do.
    """
    try:
        _find_config(options.config_file, folder or Path())
    except CannotRun as error:
        complain(error)
        return 2
    given = ["--config-file", options.config_file] if options.config_file else []
    given += [f"--{name}" for name in ("strict", "quiet", "verbose") if getattr(options, name)]
    # -P: no file of the vault is taken for a part of MkDocs
    line = [sys.executable, "-P", "-m", *([program] if program else ["mkdocs", command]), *given, *arguments]
    environment = {**os.environ, **_QUIET_HOST, **(environment or {})}
    with subprocess.Popen(line, cwd=folder, env=environment) as process:  # nosec B603 # noqa: S603 - our own words
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            return _status(process)
        finally:
            signal.signal(signal.SIGTERM, before)


def _find_config(named: str | None, folder: Path) -> None:
    names = (named,) if named else CONFIGS
    if not any((folder / name).is_file() for name in names):
        raise CannotRun(_MISSING.format(file=names[0]))


def _status(process: subprocess.Popen[bytes]) -> int:
    """Wait for the end; Ctrl-C reaches MkDocs too, which then ends by itself."""
    try:
        status = process.wait()
    except KeyboardInterrupt:
        try:
            status = process.wait(_PATIENCE)
        except (KeyboardInterrupt, subprocess.TimeoutExpired):
            process.terminate()
            status = process.wait()
    return status if status >= 0 else 128 - status
