"""Every example of the site in one file for programs: `/examples.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from estiba.folding import unique
from estiba.site.invocation import invocation
from estiba.site.state import state_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_STEM, _SUFFIX = "examples", ".json"
_VERSION = 1
"""Of the format: another one where a program that reads this one would stumble."""


@event_priority(700)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Keep the address of the file."""
    state = state_of(config)
    state.examples_uri = unique(_STEM, state.taken, suffix=_SUFFIX)


@event_priority(-100)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the file, once every page has been read; a line an example, in the order of the pages."""
    state = state_of(config)
    if invocation().dirty or state.is_partial:  # pages are left out
        return
    lines = [f"\n{json.dumps(one, ensure_ascii=False, separators=(',', ':'))}" for one in state.examples]
    content = f'{{"version":{_VERSION},"examples":[{",".join(lines)}\n]}}\n'
    file = File.generated(config, state.examples_uri, content=content, inclusion=InclusionLevel.INCLUDED)
    files.append(file)
