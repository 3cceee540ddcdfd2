"""What someone may have meant by a value that Compose cannot read."""

from __future__ import annotations

import re

from estiba.compose.formats.durations import read_duration
from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.sizes import read_size

_STEP = re.compile(r"[\s,]*(?:and\s+|y\s+)?(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<unit>[^\W\d]*)\.?")
_UNITS = {
    **{unit: unit for unit in "ns us ms s m h d w".split()},
    **dict.fromkeys("second seconds sec secs segundo segundos seg".split(), "s"),
    **dict.fromkeys("minute minutes min mins minuto minutos".split(), "m"),
    **dict.fromkeys("hour hours hr hrs hora horas".split(), "h"),
    **dict.fromkeys("day days dia dias d\u00eda d\u00edas".split(), "d"),
    **dict.fromkeys("week weeks semana semanas".split(), "w"),
    **dict.fromkeys("millisecond milliseconds milisegundo milisegundos".split(), "ms"),
    "": "s",
}
_SIZE = re.compile(r"\s*(?P<number>[0-9]+(?:[.,][0-9]+)?)\s*(?P<unit>[kmgtpKMGTP]?)[^\d.,]*")
_TRUE = frozenset("1 t enable enabled si s\u00ed always verdadero".split())
_FALSE = frozenset("0 f disable disabled none never falso".split())
_PARTED = re.compile(r"[+-]?[0-9]{1,3}(?:[ _.,'][0-9]{3})+")
_FLOAT = re.compile(r"(?P<number>[0-9]+(?:[.,][0-9]+)?)\s*(?P<unit>%|m|)")
_MODE = re.compile(r"(?:0[oO])?(?P<digits>[0-7]{3,4})(?:\.0)?")


def suggest_duration(text: str) -> str:
    """Give the duration that `text` may mean: `30 seconds` -> `30s`; else an example of one."""
    found, place = [], 0
    while place < len(text.rstrip()):
        step = _STEP.match(text, place)
        unit = _UNITS.get(step["unit"].lower()) if step else None
        if step is None or unit is None:
            return "30s"
        found.append(step["number"] + unit)
        place = step.end()
    suggestion = "".join(found)
    try:
        read_duration(suggestion)
    except FormatFault:
        return "30s"
    return suggestion


def suggest_size(text: str) -> str:
    """Give the size that `text` may mean: `512Mi` -> `512m`; else an example of one."""
    match = _SIZE.fullmatch(text)
    if match is None:
        return "512m"
    suggestion = match["number"].replace(",", ".") + match["unit"].lower()
    try:
        read_size(suggestion)
    except FormatFault:
        return "512m"
    return suggestion


def suggest_boolean(text: str) -> str:
    """Give the truth value that `text` may mean; empty where that is open."""
    word = text.strip().lower()
    if word in _TRUE:
        return "true"
    return "false" if word in _FALSE else ""


def suggest_integer(text: str) -> str:
    """Give the number that `text` may mean: `1,000` and `1000.0` -> `1000`; empty where that is open."""
    bare = text.strip().removesuffix(".0")
    if _PARTED.fullmatch(bare):
        return re.sub(r"[ _.,']", "", bare)
    return bare if bare.isascii() and bare.isdigit() else ""


def suggest_float(text: str) -> str:
    """Give the number that `text` may mean: `0,5`, `50%` and `500m` -> `0.5`; else an example."""
    match = _FLOAT.fullmatch(text.strip())
    if match is None:
        return "0.5"
    parts = {"%": 100, "m": 1000, "": 1}[match["unit"]]
    return f"{float(match['number'].replace(',', '.')) / parts:g}"


def suggest_mode(text: str) -> str:
    """Give the file mode that `text` may mean: `0o440` -> `0440`; else an example of one."""
    match = _MODE.fullmatch(text.strip())
    return f"{match['digits']:0>4}" if match else "0440"
