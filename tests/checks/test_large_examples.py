"""Examples near the limit of 256 KB, in which each thing stands beside each other: none may take minutes.

The cases stand for all pairs that a check could compare: with each against each, one of them alone took
fifty seconds.
"""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.judge import judge_example
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.document import MAX_BYTES
from estiba.compose.example import read_file
from estiba.config import Config

RULES = Rules(Config(), dt.date(2026, 11, 22))
ONE = "services:\n  a:\n    image: nginx:1.29\n"


def many(form, count):
    return "".join(form.format(number=number, next=number + 1) for number in range(1, count))


LARGE = {
    "ports, all different": (ONE + "    ports:\n" + many('      - "{number}:{number}"\n', 9_000), 0),
    "ports, all the same": (ONE + "    ports:\n" + many('      - "80:{number}"\n', 9_000), 8_998),
    "services that are not there": (
        "services:\n" + many("  s{number}:\n    image: x:1\n    depends_on: [t{number}]\n", 4_000),
        3_999,
    ),
    "volumes that are not there": (
        ONE + "    volumes:\n" + many("      - v{number}:/d{number}\n", 9_000),
        8_999,
    ),
    "references in one value": (ONE + '    command: "' + "${A:-x} " * 25_000 + '"\n', 0),
    "words of a command": (ONE + "    command: [" + "-a, " * 50_000 + "-a]\n", 0),
    "services that wait for the next": (
        "services:\n"
        + many("  s{number}:\n    image: x:1\n    depends_on: [s{next}]\n", 4_000)
        + "  s4000:\n    image: x:1\n",
        0,
    ),
    "services that extend the one before": (
        "services:\n  s1:\n    image: x:1\n" + many("  s{next}:\n    extends: s{number}\n", 5_000),
        0,
    ),
    "ports that are extended": (
        ONE
        + "    ports:\n"
        + many('      - "{number}:{number}"\n', 1_500)
        + many("  s{number}: {{extends: a}}\n", 500),
        1 + 10 * 1_499 + 489,
    ),
    "addresses of one port": (
        ONE
        + "    ports:\n"
        + "".join(f'      - "127.{high}.{low}.1:80:80"\n' for high in range(30) for low in range(250)),
        0,
    ),
    "services of other profiles": (
        "services:\n"
        + many("  s{number}: {{image: 'x:1', profiles: [p{number}], ports: ['80:80']}}\n", 3_500),
        0,
    ),
    "keys that are slips": (ONE + many("    imagen{number}: x\n", 8_000), 7_999),
    "services that are slips": (
        "services:\n"
        + many(
            "  service{number}:\n    image: x:1\n    depends_on: [" + many("servce{number}, ", 150) + "]\n",
            100,
        ),
        99 * 149,
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_large(name):
    text, count = LARGE[name]
    assert len(text) < MAX_BYTES
    found = [
        one
        for one in judge_example(PlacedExample(read_file(text), "x", 1), RULES)
        if one.severity != "advice"
    ]
    assert len(found) == count
