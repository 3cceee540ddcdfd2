"""What compose-lint has to say on security, beyond the checks here.

What it reports: the findings of the rules of compose-lint
that no check of Estiba's has: `no-new-privileges`, `cap_drop`, `read_only`, resource limits,
pinning by digest, propagation of mounts and more. Off unless the policy asks for it
(`compose-lint = "advice"` under `[checks]`), since nearly every example in the world has such
findings; needs `pip install "estiba[security]"`.

Why it matters: a container that gets less can do less harm.

Bad:

````yaml
services:
  web:
    image: nginx:1.29@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    mem_limit: 512m
    cpus: 1
    pids_limit: 100
    logging:
      driver: none
      ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    mem_limit: 512m
    cpus: 1
    pids_limit: 100
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.subjects import PlacedExample
from estiba.compose.reading.tree import Path
from estiba.problem import Problem, Severity

SEVERITY = Severity.ADVICE
OPTIONAL = True
_OURS = frozenset(
    """
    CL-0001 CL-0002 CL-0004 CL-0005 CL-0008 CL-0009 CL-0010 CL-0011 CL-0013 CL-0016 CL-0020
    CL-0024 CL-0025 CL-0027 CL-0028
    """.split()
)
"""Rules whose ground checks of ours cover."""


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each finding, at the place that compose-lint names."""
    try:
        from compose_lint.engine import run_rules  # noqa: PLC0415 - it is an extra
    except ImportError:
        yield subject.problem_at("compose-lint", SEVERITY, 0, "not-installed")
        return
    root = subject.values.root | {"services": {one.name: one.body for one in subject.services.values()}}
    for finding in run_rules(root, _offsets(subject), on_error=_pass_over):
        if finding.rule_id not in _OURS:
            yield subject.problem_at(
                "compose-lint",
                SEVERITY,
                (finding.line or 1) - 1,
                "finding",
                rule=finding.rule_id,
                service=finding.service,
                finding=finding.message.rstrip(".").replace("; ", ", "),
            )


def _offsets(subject: PlacedExample) -> dict[str, Any]:
    """Give the map that its rules look lines up in, with offsets (from 1) in the place of lines."""
    return {_written(path): place.key + 1 for path, place in subject.values.places.items()}


def _written(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)[1:]


def _pass_over(rule: str, service: str, error: Exception) -> None:
    """Let the other rules speak where one breaks."""
