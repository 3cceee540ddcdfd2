"""Which forge keeps the vault, and where its pages are."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from estiba.forge import FORM, HOSTS, KINDS, REPORT_BY_FORM, Forge, fill, places_in
from estiba.forge_table import REPOSITORY, tidy
from estiba.git.repository import NoRepository, Repository

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_BRANCH = "main"
_EDIT = re.compile(
    r"(?:^|/)(?:_?edit|blob|raw|tree|src/branch|commits/branch)/(?P<branch>[^/?#{}]+)/(?P<folder>[^?#{}]*)"
)
"""What stands in `edit_uri`, at the forges that are known: `edit/main/docs/`."""


@dataclass(frozen=True, slots=True)
class ForgePages:
    """The pages of the forge that the site leads to."""

    patterns: Mapping[str, str]
    """Patterns of addresses, by what they lead to: some of `estiba.forge.PLACES`."""
    repository: str
    branch: str
    folder: str
    """The folder of the vault in the repository; empty for its root."""

    def path(self, path: str) -> str:
        """Give the path in the repository of what stands at `path` in the vault."""
        return f"{self.folder}/{path}".strip("/") if self.folder else path

    def address(self, link: str, values: Mapping[str, str], ready: Mapping[str, str] | None = None) -> str:
        """Give the address of a page of the forge; empty where there is none.

        Places that `values` and `ready` leave open stay in it.
        """
        pattern = self.patterns.get(link, "")
        return fill(
            pattern, {"branch": self.branch, **values}, {"repository": self.repository, **(ready or {})}
        )


def find_forge(policy: Forge, config: MkDocsConfig) -> ForgePages | None:
    """Find the forge by what the owner says in `estiba.toml` and `mkdocs.yml`, and by the folders there are.

    None where nothing leads there.
    """
    repository = policy.repository or _repository(config)
    kind = policy.kind or HOSTS.get((urlsplit(repository).hostname or "").removeprefix("www."), "")
    patterns = {**KINDS.get(kind, {}), **policy.patterns}
    if says_edit_uri(config) and "edit" not in policy.patterns:
        patterns.pop("edit", None)
    usable = {
        link: pattern
        for link, pattern in patterns.items()
        if pattern and (repository or "repository" not in places_in(pattern))
    }
    if not usable:
        return None
    tree = _work_tree(config)
    if kind == "github" and "report" not in policy.patterns and (tree.root / FORM).is_file():
        usable["report"] = REPORT_BY_FORM
    branch, folder = _said(config)
    if policy.folder is not None:
        folder = policy.folder
    elif folder is None:
        folder = _folder(config, tree)
    return ForgePages(usable, repository, policy.branch or branch or _BRANCH, folder)


def says_edit_uri(config: MkDocsConfig) -> bool:
    """Whether `mkdocs.yml` itself says where notes are edited; MkDocs has a default for some forges."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it was to be removed; there is no other way
        files = config.user_configs
    return any(file.get(key) is not None for file in files for key in ("edit_uri", "edit_uri_template"))


def _repository(config: MkDocsConfig) -> str:
    url = config.repo_url or ""
    return tidy(url) if REPOSITORY.fullmatch(url) else ""


def _said(config: MkDocsConfig) -> tuple[str | None, str | None]:
    """Give the branch and the folder that the owner's `edit_uri` names."""
    written = str(config.edit_uri_template or config.edit_uri or "") if says_edit_uri(config) else ""
    found = _EDIT.search(written)
    return (unquote(found["branch"]), unquote(found["folder"]).strip("/")) if found else (None, None)


def _work_tree(config: MkDocsConfig) -> Repository:
    """Give what holds the vault; without Git, the folder of `mkdocs.yml`."""
    try:
        return Repository.find(Path(config.docs_dir))
    except NoRepository:
        base = Path(config.config_file_path).parent if config.config_file_path else Path()
        return Repository(base.resolve())


def _folder(config: MkDocsConfig, tree: Repository) -> str:
    docs = Path(config.docs_dir)
    try:
        return tree.folder(docs)
    except ValueError:  # it stands elsewhere
        return docs.name
