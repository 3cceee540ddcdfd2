"""Fields of which Compose makes a number or a truth value, whatever they are written as.

Source: compose-go, package `loader`, interpolateTypeCastMapping.
"""

from __future__ import annotations

from collections.abc import Callable

from estiba.compose.formats.numbers import to_bool, to_float, to_int

Cast = Callable[[str], int | float | bool]

_ANY = "*"
_OF_SERVICES: dict[tuple[str, ...], Cast] = {
    ("cpu_count",): to_int,
    ("cpu_percent",): to_float,
    ("cpu_period",): to_int,
    ("cpu_quota",): to_int,
    ("cpu_rt_period",): to_int,
    ("cpu_rt_runtime",): to_int,
    ("cpu_shares",): to_int,
    ("cpus",): to_float,
    ("deploy", "placement", "max_replicas_per_node"): to_int,
    ("deploy", "replicas"): to_int,
    ("deploy", "restart_policy", "max_attempts"): to_int,
    ("deploy", "rollback_config", "max_failure_ratio"): to_float,
    ("deploy", "rollback_config", "parallelism"): to_int,
    ("deploy", "update_config", "max_failure_ratio"): to_float,
    ("deploy", "update_config", "parallelism"): to_int,
    ("healthcheck", "disable"): to_bool,
    ("healthcheck", "retries"): to_int,
    ("init",): to_bool,
    ("oom_kill_disable",): to_bool,
    ("oom_score_adj",): to_int,
    ("pids_limit",): to_int,
    ("ports", _ANY, "target"): to_int,
    ("privileged",): to_bool,
    ("read_only",): to_bool,
    ("scale",): to_int,
    ("stdin_open",): to_bool,
    ("tty",): to_bool,
    ("ulimits", _ANY): to_int,
    ("ulimits", _ANY, "hard"): to_int,
    ("ulimits", _ANY, "soft"): to_int,
    ("volumes", _ANY, "read_only"): to_bool,
    ("volumes", _ANY, "volume", "nocopy"): to_bool,
}
_ELSEWHERE: dict[tuple[str, str], Cast] = {
    ("networks", "attachable"): to_bool,
    ("networks", "enable_ipv4"): to_bool,
    ("networks", "enable_ipv6"): to_bool,
    ("networks", "external"): to_bool,
    ("networks", "internal"): to_bool,
    ("volumes", "external"): to_bool,
    ("secrets", "external"): to_bool,
    ("configs", "external"): to_bool,
}
_LAST = frozenset(pattern[-1] for pattern in (*_OF_SERVICES, *_ELSEWHERE)) - {_ANY}


def cast_of(path: tuple[str | int, ...]) -> Cast | None:
    """Give what Compose makes of a text at `path`; None where it stays a text."""
    if len(path) < 3 or (path[-1] not in _LAST and path[-2] != "ulimits"):
        return None
    if path[0] != "services":
        return _ELSEWHERE.get((str(path[0]), str(path[2]))) if len(path) == 3 else None
    inner = tuple(_ANY if isinstance(step, int) else step for step in path[2:])
    if inner[0] == "ulimits" and len(inner) > 1:
        inner = ("ulimits", _ANY, *inner[2:])
    return _OF_SERVICES.get(inner)
