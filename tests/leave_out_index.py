"""A hook of MkDocs that leaves out Estiba's search index, for which a test of other things need not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@event_priority(-200)
def on_pre_build(config: MkDocsConfig) -> None:
    """Take away the place where documents for the index would go: then none is made."""
    work = state_of(config).search
    if work.stage is not None:
        work.stage.discard()
        work.stage = None
