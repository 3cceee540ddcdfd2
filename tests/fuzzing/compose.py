"""Text -> example: judged, covered and filled in without a fault, and filling it in changes values alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from estiba.catalogue import catalogue_for
from estiba.checks.hiding import publishable
from estiba.checks.judge import judge_example
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.env_file import read_env
from estiba.compose.example import read_example, read_file
from estiba.compose.excerpts import mask_ellipses
from estiba.compose.project.summary.summary import summarise
from estiba.compose.variables.env_example import env_example
from estiba.compose.variables.fill_plan import fill_plan
from estiba.compose.variables.rewriting import rewrite
from estiba.compose.variables.variables import ExampleVariable
from estiba.config import Config
from estiba.yaml_tree import Mapping, Node, Scalar, YamlFault, read_documents
from fuzzing.places import check_places

TOKENS = """
services: web: image: nginx:1.29 ports: 8080:80 "53:53/udp" volumes: ./data:/data:ro environment: env_file:
.env build: depends_on: networks: secrets: configs: x-a: &a *a <<: ${A} ${A:-b} ${A:?} ${A:-${B}} $$ $
deploy: command: [ ] { } | > |- >+ ' " # - ... !reset !override null true 0x1F 1e3 .inf 1:30
DB_PASSWORD=changeme API_TOKEN: <token> your-key privileged: cap_add: network_mode: host extends: include:
version: name: profiles: healthcheck: test: interval: 1m30s mem_limit: 512m 127.0.0.1: restart: always user:
labels: condition: /var/run/docker.sock AKIAIOSFODNN7EXAMPLE ghp_ xxxx # estiba: allow latest -- x
""".split()
TOKENS += [
    "\n",
    "\n  ",
    "\n    ",
    "\n      - ",
    ": ",
    " #",
    "\n---\n",
    "\t",
    "\xa0",
    "\u2028",
    "\ufeff",
    "\x85",
]
_RULES = Rules(Config(), dt.date(2026, 1, 1))
_ANSWERS = ("plain", ' it\'s: "odd" # [\\u00f1]\n{é}\\ ${X} ', "0x10", "")
"""What a reader may fill in."""


def check(data: bytes) -> None:
    """Fail where the text of `data`, as a file or as a fence, is more than a reader of examples can bear."""
    text = data.decode("utf-8", "replace").replace("\r", "\n")
    for example in (read_file(text), read_example(text), read_example(text, info="yaml excerpt")):
        if example is not None:
            _check_example(PlacedExample(example, "compose.yaml", 1))


def _check_example(placed: PlacedExample) -> None:
    text = placed.example.text
    check_places(judge_example(placed, _RULES), text)
    shown = publishable(placed)
    assert [len(line) for line in shown.text.split("\n")] == [len(line) for line in text.split("\n")]
    summarise(placed.model)
    variables = placed.example_variables
    _check_plan(text, variables)
    _check_filling(text, variables)
    example = env_example(variables, placed.model, {}, catalogue_for("es"))
    if example is not None:
        read = read_env(f"{example.text}LAST=1\n")
        assert read is not None
        assert read.keys() <= {*(one.name for one in variables), "LAST"}


def _check_plan(text: str, variables: Sequence[ExampleVariable]) -> None:
    plan = fill_plan(text, variables)
    for slot in plan.slots:
        assert "".join(slot.written) == text[slot.cuts[0] : slot.cuts[-1]]
        assert list(slot.cuts) == sorted(slot.cuts)
        assert len(slot.names) * 2 + 1 == len(slot.written) == len(slot.quoted)
    assert all(one.cuts[-1] <= other.cuts[0] for one, other in pairwise(plan.slots))


def _check_filling(text: str, variables: Sequence[ExampleVariable]) -> None:
    shape = _shape(text)
    if shape is None:
        return
    for answer in _ANSWERS:
        filled = rewrite(text, variables, {one.name: answer for one in variables})
        assert _shape(filled) == shape, filled


def _shape(text: str) -> list[str] | None:
    """Tell how a YAML stream is built, whatever its values are; None where it is none."""
    try:
        return [step for root in read_documents(mask_ellipses(text)) for step in _steps(root)]
    except YamlFault:
        return None


def _steps(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield "scalar"
        return
    yield "("
    for child in [one for pair in node.pairs for one in pair] if isinstance(node, Mapping) else node.items:
        yield from _steps(child)
    yield ")"
