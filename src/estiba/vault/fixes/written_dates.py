"""Days as people write them, in Spanish and English, where only one day can be meant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from estiba.dates import date_of
from estiba.folding import fold

_MONTHS = """
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
january february march april may june july august september october november december
""".split()
_WEEKDAYS = """
lunes martes miercoles jueves viernes sabado domingo
monday tuesday wednesday thursday friday saturday sunday
""".split()
_SHORT = 3
"""Letters of a month or a weekday that stand for it."""
_MONTH_OF = {
    **{name[:_SHORT]: place % 12 + 1 for place, name in enumerate(_MONTHS)},
    **{name: place % 12 + 1 for place, name in enumerate(_MONTHS)},
    **dict.fromkeys(("sept", "set", "setiembre"), 9),
}
_WEEKDAY_OF = {
    **{name[:_SHORT]: place % 7 for place, name in enumerate(_WEEKDAYS)},
    **{name: place % 7 for place, name in enumerate(_WEEKDAYS)},
}
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_NAME = r"(?P<name>[^\W\d_]{3,})\.?"
_BETWEEN = r"(?P<sep>[-/.\u2010-\u2014\u2212])"
_DAY = r"(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}{_BETWEEN}(?P<month>\d{{1,2}})(?P=sep){_DAY}",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})",
        rf"(?P<one>\d{{1,2}}){_BETWEEN}(?P<other>\d{{1,2}})(?P=sep){_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|\.?º|\.)?[- /]?(?:(?:de|of) )?{_NAME}[- /]?(?:, ?|(?:de|del) )?{_YEAR}",
        rf"{_NAME}[- ]{_DAY}(?:st|nd|rd|th)?(?:,? |-)(?:(?:de|del) )?{_YEAR}",
        rf"{_YEAR}[- ]{_NAME}[- ]{_DAY}",
    )
)
_TIME = re.compile(r"(?P<date>.+?)(?:,? |T)(?P<time>\d{1,2}:\d{2}(?::\d{2}.*)?)")
_WITH_WEEKDAY = (
    re.compile(r"(?P<weekday>[^\W\d_]+)[.,]? (?P<date>.+)"),
    re.compile(r"(?P<date>.+?),? (?P<open>\()?(?P<weekday>[^\W\d_]+)(?(open)\))"),
)
_LONGEST = 60


def sure_day(text: str) -> str | None:
    """Write the day that `text` means as `2025-10-25`, a time behind it as it is; None where it is not sure.

    It is sure where the year stands first, the month by its name, or beside a number that is no month.
    A weekday must be that of the day.
    """
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        return None
    timed = _TIME.fullmatch(words)
    found = set(_days(timed["date"] if timed else words))
    if len(found) != 1:
        return None
    written = str(found.pop()) + (f" {timed['time']}" if timed else "")
    return written if date_of(written) is not None else None


def _days(words: str) -> Iterator[dt.date]:
    """Give what `words` can mean, with or without a weekday at one end."""
    yield from _plain_days(words)
    for form in _WITH_WEEKDAY:
        match = form.fullmatch(words)
        weekday = _WEEKDAY_OF.get(fold(match["weekday"])) if match else None
        if match and weekday is not None:
            yield from (day for day in _plain_days(match["date"]) if day.weekday() == weekday)


def _plain_days(words: str) -> Iterator[dt.date]:
    for form in _FORMS:
        match = form.fullmatch(words)
        found = _month_and_day(match.groupdict()) if match else None
        if match and found:
            try:
                yield dt.date(int(match["year"]), *found)
            except ValueError:
                continue


def _month_and_day(found: Mapping[str, str]) -> tuple[int, int] | None:
    if "name" in found:
        month = _MONTH_OF.get(fold(found["name"]))
        return (month, int(found["day"])) if month else None
    if "one" not in found:
        return int(found["month"]), int(found["day"])
    one, other = int(found["one"]), int(found["other"])
    if one > 12 or one == other:
        return other, one
    return (one, other) if other > 12 else None
