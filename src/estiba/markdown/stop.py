"""Why the text of a note that keeps to the limits is left out of its page."""

from __future__ import annotations

import enum


class Stop(enum.StrEnum):
    """What was wrong with the making of its page."""

    TOO_SLOW = "too-slow"
    TOO_DEEP = "too-deep"
    FAILED = "failed"
    """An extension did not get on with it."""
