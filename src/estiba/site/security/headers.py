"""The file `_headers`: what a server is to say with each file of the site.

Netlify and Cloudflare Pages read it (https://docs.netlify.com/routing/headers/,
https://developers.cloudflare.com/pages/configuration/headers/); to others it is a file that nobody asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from estiba.site.state import state_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

NAME = "_headers"
_FRAMES = "frame-ancestors 'none'"
"""Counts in a header alone."""
_OTHERS = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
)


@event_priority(-210)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the file, unless the vault has one."""
    if files.get_file_from_path(NAME) is None and NAME not in state_of(config).taken:
        files.append(File.generated(config, NAME, content="", inclusion=InclusionLevel.INCLUDED))
        state_of(config).taken.add(NAME)


@event_priority(10)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write it, now that the policy is known."""
    file = files.get_file_from_path(NAME)
    if file is not None and file.generated_by and not file.content_string:
        file.content_string = headers_text(state_of(config).content_policy.text)


def headers_text(policy: str) -> str:
    """Give the file for a site with the Content Security Policy `policy`, which may be empty."""
    lines = (*((f"Content-Security-Policy: {policy}; {_FRAMES}",) if policy else ()), *_OTHERS)
    return "".join(("/*\n", *(f"  {line}\n" for line in lines)))
