"""An example as it may be published: real credentials covered, unless a silence beside them allows them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from estiba.checks.judge import silences_of
from estiba.checks.silence_comments import Silence
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import Example
from estiba.compose.variables.exposure import masked

LIVE_SECRET = "live-secret"  # nosec B105 # noqa: S105 - the name of a check


def publishable(placed: PlacedExample, silences: Sequence[Silence] = ()) -> Example:
    """Give the example with `•` over each live secret; it keeps its length and its lines.

    `silences` are those of the text around it; those in it count too, and so does a fence that
    says that it is there to show one. The owner's policy does not: it says what fails, not what is published.
    """
    example = placed.example
    spans = [(one.start, one.end) for one in placed.live_secrets]
    if not spans:
        return example
    allowed = [*silences, *silences_of(placed)]
    hidden = [
        span
        for span in spans
        if not any(one.covers(LIVE_SECRET, placed.position(span[0]).line) for one in allowed)
    ]
    return dataclasses.replace(example, text=masked(example.text, hidden))
