"""What a service may use, said in two places that must not contradict one another.

Source: compose-go, package `loader`, checkConsistency, and Docker Compose 2.40.3: a limit
under `deploy` that is left out, beside others, is one of zero; processors are compared as
numbers of 32 bits.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.numbers import to_float, to_int
from estiba.compose.formats.sizes import read_size
from estiba.compose.project.service import Service


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two keys of a service that say different things; `said` is None where `other` is left out."""

    keys: tuple[str, ...]
    value: str
    other: tuple[str, ...]
    said: str | None


def contradictions(service: Service) -> Iterator[Contradiction]:
    """Give the contradictions of a service; what cannot be read or known gives none."""
    deploy = service.body.get("deploy")
    if not isinstance(deploy, dict):
        return
    if deploy.get("replicas") is not None:
        yield from _compare(service, ("scale",), ("deploy", "replicas"), _count)
    for key, group, leaf, read in _LIMITS:
        if isinstance(_under(deploy, "resources", group), dict):
            other = ("deploy", "resources", group, leaf)
            yield from _compare(service, (key,), other, read, unlimited=0)


def _compare(
    service: Service,
    keys: tuple[str, ...],
    other: tuple[str, ...],
    read: Callable[[Any], float | None],
    unlimited: float | None = None,
) -> Iterator[Contradiction]:
    """Compare two values; one that is `unlimited` contradicts none."""
    if service.is_open(service.path + keys) or service.is_open(service.path + other):
        return
    value, said = _under(service.body, *keys), _under(service.body, *other)
    first, second = read(value), 0 if said is None else read(said)
    if first is not None and second is not None and first not in (second, unlimited):
        yield Contradiction(keys, str(value), other, None if said is None else str(said))


def _under(found: Any, *keys: str) -> Any:
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _number(value: Any, read: Callable[[str], float]) -> float | None:
    if isinstance(value, str):
        try:
            return read(value)
        except FormatFault:
            return None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _whole(number: float | None) -> float | None:
    unbounded = isinstance(number, float) and not math.isfinite(number)
    return None if number is None or unbounded else int(number)


def _count(value: Any) -> float | None:
    return _whole(_number(value, to_int))


def _bytes(value: Any) -> float | None:
    return _whole(_number(value, read_size))


def _processors(value: Any) -> float | None:
    number = _number(value, to_float)
    try:
        return None if number is None else ctypes.c_float(number).value
    except OverflowError:
        return None


_LIMITS: tuple[tuple[str, str, str, Callable[[Any], float | None]], ...] = (
    ("cpus", "limits", "cpus", _processors),
    ("mem_limit", "limits", "memory", _bytes),
    ("mem_reservation", "reservations", "memory", _bytes),
    ("pids_limit", "limits", "pids", _count),
)
