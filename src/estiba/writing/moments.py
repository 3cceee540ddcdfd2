"""Days and times by the formats of Moment.js, which Obsidian's templates speak."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from babel.dates import get_day_names, get_month_names

DAY = "YYYY-MM-DD"
TIME = "HH:mm"
_TOKEN = re.compile(r"\[(?P<said>[^\]\n]*)\]|[A-Za-z]+")
_SAME = re.compile(r"(?P<letter>[A-Za-z])(?P=letter)*o?")

_FORMATS: Mapping[str, Callable[[dt.datetime, str], str]] = MappingProxyType(
    {
        "YYYY": lambda moment, _: f"{moment.year:04}",
        "YY": lambda moment, _: f"{moment.year % 100:02}",
        "MMMM": lambda moment, language: get_month_names("wide", locale=language)[moment.month],
        "MMM": lambda moment, language: get_month_names("abbreviated", locale=language)[moment.month],
        "MM": lambda moment, _: f"{moment.month:02}",
        "M": lambda moment, _: str(moment.month),
        "DD": lambda moment, _: f"{moment.day:02}",
        "D": lambda moment, _: str(moment.day),
        "dddd": lambda moment, language: get_day_names("wide", locale=language)[moment.weekday()],
        "ddd": lambda moment, language: get_day_names("abbreviated", locale=language)[moment.weekday()],
        "HH": lambda moment, _: f"{moment.hour:02}",
        "H": lambda moment, _: str(moment.hour),
        "hh": lambda moment, _: f"{moment.hour % 12 or 12:02}",
        "h": lambda moment, _: str(moment.hour % 12 or 12),
        "mm": lambda moment, _: f"{moment.minute:02}",
        "m": lambda moment, _: str(moment.minute),
        "ss": lambda moment, _: f"{moment.second:02}",
        "s": lambda moment, _: str(moment.second),
        "A": lambda moment, _: "AM" if moment.hour < 12 else "PM",
        "a": lambda moment, _: "am" if moment.hour < 12 else "pm",
        "GGGG": lambda moment, _: f"{moment.isocalendar().year:04}",
        "WW": lambda moment, _: f"{moment.isocalendar().week:02}",
        "W": lambda moment, _: str(moment.isocalendar().week),
        "E": lambda moment, _: str(moment.isoweekday()),
        "Q": lambda moment, _: str((moment.month + 2) // 3),
        "T": lambda *_: "T",
    }
)
"""What is known of https://momentjs.com/docs/#/displaying/format/; `T` stands between day and time."""
KNOWN = tuple(_FORMATS)


class UnknownFormat(ValueError):
    """A format of days that is not known; the message is the part that is not."""


def write_moment(moment: dt.datetime, pattern: str, language: str) -> str:
    """Write `moment` by `pattern` (`YYYY-MM-DD`, `D [de] MMMM`), with names of `language`.

    Raises `UnknownFormat` for letters, outside of brackets, that are no known format.
    """

    def write(match: re.Match[str]) -> str:
        if match["said"] is not None:
            return match["said"]
        return "".join(_write(run[0], moment, language) for run in _SAME.finditer(match[0]))

    return _TOKEN.sub(write, pattern)


def _write(token: str, moment: dt.datetime, language: str) -> str:
    if token not in _FORMATS:
        raise UnknownFormat(token)
    return _FORMATS[token](moment, language)
