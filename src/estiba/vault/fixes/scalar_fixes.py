"""Dates and switches, written as every program reads them."""

from __future__ import annotations

import datetime as dt

from estiba.dates import date_of
from estiba.problem import Fix
from estiba.vault.fixes.literal import Edit, fix_of, written_as_is
from estiba.vault.fixes.written_dates import sure_day
from estiba.vault.front_matter import Entry
from estiba.yaml_tree import Scalar


def date_fix(entry: Entry, used: dt.date | None = None) -> Fix | None:
    """Write the date of `entry` as `2025-10-25`, quotes as they are, where one day alone can be meant.

    `used` is the day that it is read as today: another is never written.
    """
    start = written_as_is(entry, entry.node)
    if start is None or not isinstance(entry.node, Scalar):
        return None
    text = entry.node.text
    day = sure_day(text)
    if day is None or (used is not None and date_of(day) != used):
        return None
    return fix_of(entry, [Edit(start, start + len(text), day)])


def switch_fix(entry: Entry, *, on: bool) -> Fix | None:
    """Write the switch of `entry`, which is read as `on`, as `true` or `false` without quotes."""
    if written_as_is(entry, entry.node) is None:
        return None
    start, end = entry.node.start + entry.shift, entry.node.end + entry.shift
    return fix_of(entry, [Edit(start, end, "true" if on else "false")])
