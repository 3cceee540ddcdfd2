"""How often Python looks for garbage in a run that holds a whole vault."""

from __future__ import annotations

import gc

_NEW = 50_000
"""Objects that come before Python looks at the young ones; it would do so after 700."""


def collect_less() -> None:
    """Have Python look less often, and never at what is there already: programs, and nothing else yet.

    A vault of 5,000 notes has millions of objects, none of which is garbage before the end.
    """
    gc.freeze()
    gc.set_threshold(_NEW, 20, 50)
