"""What stands in a place for a credential: something to fill in, a literal, or what looks real."""

from __future__ import annotations

import enum
import re

from estiba.compose.formats.fault import FormatFault
from estiba.compose.reading.interpolation import read_template
from estiba.compose.variables.candidates import Candidate, Kind
from estiba.compose.variables.credentials import is_hash, is_password
from estiba.compose.variables.filler import is_filler, is_template
from estiba.compose.variables.live_secrets import is_random, issued

_NO_VALUES = frozenset("false no none null off on true yes ~".split())
_PLACE = re.compile(r"[./~]|[A-Za-z]:\\|[\w+.-]*://")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?[smhd]?")


class Worth(enum.StrEnum):
    """How much the value is worth to a stranger."""

    FILLER = "filler"
    LITERAL = "literal"
    LIVE = "live"


def worth(candidate: Candidate) -> Worth | None:
    """Judge the value of `candidate`; None where it is no credential after all.

    Such are truth values, small numbers, paths, addresses, and what hangs on a variable.
    """
    value = plain_text(candidate.value)
    key, is_users = candidate.key, candidate.kind is Kind.USERS
    if not value or value.casefold() in _NO_VALUES or is_template(value):
        return None
    if is_filler(value, key):
        return Worth.FILLER
    if not is_hash(key) and (issued(value) or (is_random(value) and not is_users)):
        return Worth.LIVE
    is_other = not is_users and (_PLACE.match(value) or _is_small(value, key))
    return None if is_other else Worth.LITERAL


def plain_text(value: str) -> str | None:
    """Give what Compose makes of a value in which no variable is put; None where one is."""
    try:
        template = read_template(value)
    except FormatFault:
        return None
    return "".join(map(str, template)) if all(isinstance(part, str) for part in template) else None


def _is_small(value: str, key: str) -> bool:
    if not _NUMBER.fullmatch(value):
        return False
    return len(value) < (4 if is_password(key) else 9)
