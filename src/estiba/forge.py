"""The forge: the site where the repository of a vault is kept, and the addresses of its pages.

An address is a pattern with places, `{repository}/edit/{branch}/{path}`. What is put into a
place is percent-encoded there, so that it comes out again as it went in.

Sources of the presets: GitHub Docs, "Creating an issue from a URL query" and "Syntax for issue
forms" (a field is filled in by its id); GitHub's own links to a new file (`?filename=`, `?value=`);
GitLab Docs, "Using a URL with prefilled values", and GitLab's own links to a new file
(`?file_name=`; it takes no content: gitlab-org/gitlab#337038); Forgejo's guide, "Issue and Pull
Request Templates" (`?title=`, `?body=`), and Gitea's pull request 16556 (`?filename=`, `?value=`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote

_OF_FILE = ("repository", "branch", "path")
_OF_REPORT = ("line", "title", "subject", "text", "url")
_OF_NEW_FILE = ("folder", "filename", "template")
PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "edit": _OF_FILE,
        "history": _OF_FILE,
        "report": _OF_FILE + _OF_REPORT,
        "propose": _OF_FILE + _OF_NEW_FILE,
    }
)
"""What leads to the forge, and the places that its pattern may have."""

_GITHUB = {
    "edit": "{repository}/edit/{branch}/{path}",
    "history": "{repository}/commits/{branch}/{path}",
    "report": "{repository}/issues/new?title={subject}&body={text}",
    "propose": "{repository}/new/{branch}?filename={path}&value={template}",
}
_GITLAB = {
    "edit": "{repository}/-/edit/{branch}/{path}",
    "history": "{repository}/-/commits/{branch}/{path}",
    "report": "{repository}/-/issues/new?issue%5Btitle%5D={subject}&issue%5Bdescription%5D={text}",
    "propose": "{repository}/-/new/{branch}/{folder}?file_name={filename}",
}
_FORGEJO = {
    "edit": "{repository}/_edit/{branch}/{path}",
    "history": "{repository}/commits/branch/{branch}/{path}",
    "report": "{repository}/issues/new?title={subject}&body={text}",
    "propose": "{repository}/_new/{branch}/{folder}?filename={filename}&value={template}",
}
KINDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"github": _GITHUB, "gitlab": _GITLAB, "forgejo": _FORGEJO}
)
"""The patterns of the forges that are known."""
HOSTS: Mapping[str, str] = MappingProxyType(
    {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}
)
"""The kind of forge at a host."""

FORM = ".github/ISSUE_TEMPLATE/mistake.yml"
"""Where a repository on GitHub has a form for mistakes in notes, if it has one."""
REPORT_BY_FORM = "{repository}/issues/new?template=mistake.yml&title={subject}&note={path}&line={line}"

_PLACE = re.compile(r"\{([^{}]*)\}")
_PATHS = frozenset(("branch", "path", "folder"))
"""What keeps its slashes."""


@dataclass(frozen=True, slots=True)
class Forge:
    """What the owner of a vault says of the forge. Whatever is None is found out by the host."""

    kind: str | None = None
    """One of `KINDS`."""
    repository: str | None = None
    """Address of the repository, without `/` at its end."""
    branch: str | None = None
    folder: str | None = None
    """The folder of the notes in the repository; empty for its root."""
    patterns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The owner's own, by what they lead to; an empty one leads nowhere."""


def places_in(pattern: str) -> list[str]:
    """Give the places of a pattern, in their order."""
    return _PLACE.findall(pattern)


def fill(pattern: str, values: Mapping[str, str], ready: Mapping[str, str] | None = None) -> str:
    """Put `values` into the places of `pattern`, percent-encoded, and what is `ready` as it stands.

    A place that has neither stays.
    """

    def put(match: re.Match[str]) -> str:
        name = match[1]
        if ready and name in ready:
            return ready[name]
        if name not in values:
            return match[0]
        return quote(values[name], safe="/" if name in _PATHS else "", errors="replace")

    return _PLACE.sub(put, pattern)


def fill_text(text: str, values: Mapping[str, str]) -> str:
    """Put `values` into a text, and percent-encode the whole; a place that has none stays as it is."""
    return fill(quote(text, safe="{}"), values)
