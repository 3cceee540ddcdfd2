"""`estiba preview BASE..HEAD`: the site with somebody's notes, and none of their code."""

from __future__ import annotations

import argparse
import os
from collections.abc import Container
from pathlib import Path
from typing import Any

from estiba.built_site import holds_more_than_a_site
from estiba.cli.change import named_change
from estiba.cli.host import run_host
from estiba.cli.mkdocs_file import CONFIGS
from estiba.cli.output import complain
from estiba.cli.targets import CannotRun
from estiba.comparing.active_blobs import active_among
from estiba.git.running import GitError
from estiba.git.tree import read_tree
from estiba.previewing.plan import Plan, Tree, new_attachments, plan_preview
from estiba.previewing.written_out import written_out
from estiba.report.printable import one_line

_DESCRIPTION = """\
Builds the site as it would be if the change were taken: code, configuration and theme
are those of BASE, notes and attachments are BASE's with what HEAD changed since the
two parted. Whatever else HEAD changes is named, and neither used nor looked into.

Both are read out of Git; the work tree is not touched, HEAD is never checked out.
Without a path: the vault is the folder that the mkdocs.yml here names, else docs/.
Notes are dated by their own 'date' and 'mod', for the copy has no history."""


def add_preview(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "preview",
        help="build the site with the notes of a change, and none of its code",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: that of MkDocs; 2 could not run.",
    )
    parser.add_argument("range", metavar="BASE..HEAD", help="two revisions, as in main..HEAD")
    parser.add_argument("path", nargs="?", metavar="PATH", help="folder of the notes")
    parser.add_argument("-s", "--strict", action="store_true", help="fail on warnings")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")
    parser.add_argument(
        "-d", "--site-dir", default="site", metavar="DIR", help="where the site goes (default: site)"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        return _preview(options)
    except (CannotRun, GitError) as error:
        complain(one_line(str(error)))
        return 2


def _preview(options: argparse.Namespace) -> int:
    site = _site_folder(options.site_dir)
    change = named_change(options.range, options.path)
    repository = change.repository
    base, head = repository.commit(change.base), repository.commit(change.head)
    tree = read_tree(repository, base)
    project = _project(tree, change.folder)
    parted = read_tree(repository, repository.merge_base(base, head))
    changed = read_tree(repository, head)
    active = active_among(repository, new_attachments(parted, changed, change.folder))
    plan = plan_preview(tree, parted, changed, change.folder, active)
    _say_aside(plan, {path for path, _ in active})
    with written_out(repository, plan.files) as folder:
        # no repository above the copy is taken for its own
        environment = {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
        options.config_file = options.verbose = None
        return run_host(
            "build", options, "--site-dir", str(site), environment=environment, folder=folder / project
        )


def _site_folder(given: str) -> Path:
    """Find the folder that MkDocs is to empty and fill; one that holds anything but a site is refused."""
    folder = Path(os.path.abspath(given))  # noqa: PTH100 - follows no links
    if folder.exists() and not folder.is_dir():
        raise CannotRun(f"{given}: is no folder")
    if folder.is_dir() and ((folder / ".git").exists() or holds_more_than_a_site(folder)):
        raise CannotRun(f"{given}: holds something that is no site, and a build would remove it")
    return folder


def _project(tree: Tree, vault: str) -> str:
    """Find the folder of the nearest `mkdocs.yml` above the vault, as the base has it."""
    if vault and not any(path.startswith(f"{vault}/") for path in tree):
        raise CannotRun(f"{vault}: the base has no such folder")
    above = [part.as_posix() for part in Path(vault).parents]
    for folder in above:
        prefix = "" if folder == "." else f"{folder}/"
        if any(f"{prefix}{name}" in tree for name in CONFIGS):
            return folder
    raise CannotRun(f"{vault or 'the top of the repository'}: the base has no mkdocs.yml above it")


def _say_aside(plan: Plan, active: Container[str]) -> None:
    for path in plan.aside:
        why = "a browser may run what is in it" if path in active else "it is no note and no attachment"
        complain(f"not used, for {why}: {one_line(path)}")
