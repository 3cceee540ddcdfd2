"""The examples that the page which is made shows."""

from __future__ import annotations

from estiba.site.engine.conversion import ShownExample
from estiba.site.state import SiteState


def shown_examples(state: SiteState, path: str) -> tuple[ShownExample, ...]:
    """Give the examples on the page of the note at `path`, in their order, once its text was converted."""
    if state.conversion is not None:
        return state.conversion.shown
    lines = {id(one.shown.example): one.shown.first_line for one in state.judged(path)}
    return tuple(ShownExample(one.text, lines.get(id(one))) for one in state.markdown_page.examples)
