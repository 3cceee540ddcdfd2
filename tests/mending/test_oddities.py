"""Many odd notes, of which each line says what it is to become: nothing else may."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.mending.judged_file import judge_of_note
from estiba.mending.rounds import mend_file

JUDGE = judge_of_note("nota.md", Rules(Config(), dt.date(2026, 1, 1)))
ENDS = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"], ["\r", "\r\n"]]
DAYS = {
    "2025/10/25": "2025-10-25",
    "2025.1.5": "2025-01-05",
    "25/10/2025": "2025-10-25",
    "10/25/2025": "2025-10-25",
    "05-05-2025": "2025-05-05",
    "20251025": "2025-10-25",
    "25 de octubre de 2025": "2025-10-25",
    "Oct 25 2025": "2025-10-25",
    "2025-10-25 (sábado)": "2025-10-25",
    "2025/10/25 10:30": "2025-10-25 10:30",
    "05/10/2025": None,
    "2025-10-25 (domingo)": None,
    "2025-13-45": None,
    "ayer": None,
    "2025-10-25": None,
    "2025-1-5 10:30:00": None,
    "": None,
}
SWITCHES = {
    "yes": "true", "'no'": "false", '"false"': "false", "SÍ": "true", "0": "false",
    "true": None, "perhaps": None, '"tr\\x75e"': None, "": None,
}  # fmt: skip
TAGS = {
    "web, proxy": "[web, proxy]",
    "web proxy": "[web, proxy]",
    "'#web #c++'": "[web, c++]",
    '"a b, 2024"': "[a b, '2024']",
    "2024": '"2024"',
    "[2024, a, true]": '["2024", a, "true"]',
    "[ a , null,b, '' ]": "[ a , b ]",
    "[~, a]": "[a]",
    "[[a, b], c]": "[a, b, c]",
    "[[2024, null], c]": '["2024", c]',
    "[a, 'b', \"c\"]": None,
    "[[[a]], b]": None,
    "{a: b}": None,
    '[""]': None,
    "web": None,
    '"a\\x20b"': None,
}
UNEVEN = [
    [("  - a", None), (" - b  # dos", "  - b  # dos"), ("   -  'c'", "  -  'c'")],
    [("\t- a", "  - a"), ("", None), ("\t\t- b", "  - b")],
    [("- a", None), ("# nota", None), ("  - b", "- b")],
]
"""Lines and what they become: None stays."""
LISTS = [
    [("  - a", None), ("  -", ""), ("  - ''", ""), ("  - b", None)],
    [("  - 2024", '  - "2024"'), ("  - true # sí", '  - "true" # sí')],
    [("  - a", None), ("  - # nada", None)],
    [("  - a", None), ("    b", None)],
    [("  - a: 1", None), ("    - b", None)],
]
"""Likewise; of an odd item nothing is left."""
VERSIONS = [
    [('version: "3.8"', ""), ("", ""), ("services:", None)],
    [("# Compose", None), ("version: '3'", ""), ("", None), ("services:", None)],
    [("name: casa", None), ("", None), ('"version" : 3 ', ""), ("", ""), ("services:", None)],
    [("version:", ""), ("services:", None)],
    [('version: "3" # vieja', None), ("services:", None)],
    [("# estiba: allow obsolete-version -- es vieja", None), ("version: 3", None), ("services:", None)],
    [("version: &a '3'", None), ("services:", None)],
    [("version: >-", None), ("  3", None), ("services:", None)],
    [("services:", None)],
]
SERVICE = ["  web:", "    image: nginx:1.29", "    labels: {version: '3', date: 2025/10/25}"]
AROUND = [("", ""), ("- ", "  "), ("> ", "> "), ("> 1. ", ">    "), ("!!! note\n\n    ", "    ")]
INFOS = {"yaml": True, "": True, 'yaml title="compose.yml"': True, 'yaml hl_lines="3"': False,
         'yaml bad="obsolete-version"': False}  # fmt: skip
TEXTS = [
    "date: 2025/10/25", "tags: a b", "# Título", "Texto con #etiqueta  ", "\ttabulado", "---",
    "    version: 3", "version: '3'", "| a | b |", "ñandú \u2028 y \u00a0 más",
]  # fmt: skip


class Odd:
    """One note, made of lines that each know what they become."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.lines = []
        self.is_broken = self.chance.random() < 0.15
        self.add("---")
        parts = [self.day, self.mod, self.switch, self.tags, self.others]
        self.chance.shuffle(parts)
        for part in parts:
            part()
        if self.is_broken:
            self.add("aviso: uno: dos")
        self.add("---")
        self.body()
        self.put_together()

    def add(self, before, after=None):
        self.lines.append((before, before if after is None else after, after == ""))

    def value(self, key, found):
        before, after = self.chance.choice(list(found.items()))
        comment = self.chance.choice(["", "  # nota: 2025/10/25"])
        self.add(f"{key}:  {before}{comment}", None if after is None else f"{key}:  {after}{comment}")

    def day(self):
        key = self.chance.choice(["date", "created", "Date"])
        before, after = self.chance.choice(list(DAYS.items()))
        quote = self.chance.choice(["", "'", '"'])
        written = f"{key}: {quote}%s{quote}  # día"
        self.add(written % before, None if after is None else written % after)

    def mod(self):
        self.value("mod", DAYS)

    def switch(self):
        self.value(self.chance.choice(["published", "draft", "unlisted"]), SWITCHES)

    def tags(self):
        key = self.chance.choice(["tags", "etiquetas"])
        if self.chance.random() < 0.5:
            self.value(key, TAGS)
            return
        self.add(f"{key}:")
        found = self.chance.choice(LISTS + UNEVEN)
        for before, after in found:
            self.add(before, None if self.is_broken and found in UNEVEN else after)

    def others(self):
        for line in ("title: 'Red'  # ñ", "# comentario: a, b", "", "lista: [uno,", "  2025/10/25 ]"):
            self.add(line)

    def body(self):
        for _ in range(self.chance.randint(0, 3)):
            for _ in range(self.chance.randint(0, 3)):
                self.add(self.chance.choice(TEXTS))
            self.fence()
        if self.chance.random() < 0.3:
            for line in ("```sh", 'version: "3"', "tags: a b", "```"):
                self.add(line)

    def fence(self):
        first, further = self.chance.choice(AROUND)
        info, is_open = self.chance.choice(list(INFOS.items()))
        marker = self.chance.choice(["```", "~~~~"])
        self.add("")
        self.add("<!-- -->")
        self.add("")
        for line in f"{first}{marker}{info}".split("\n"):
            self.add(line)
        for before, after in (*self.chance.choice(VERSIONS), *((line, None) for line in SERVICE)):
            self.add(further + before, after if after is None or is_open else None)
        self.add(f"{further}{marker}")
        self.add("")

    def put_together(self):
        ends = self.chance.choice(ENDS)
        mark = self.chance.choice(["", "\ufeff"])
        kept = [(before, after, gone, self.chance.choice(ends)) for before, after, gone in self.lines]
        self.before = mark + "".join(before + end for before, _, _, end in kept)
        self.after = mark + "".join(after + end for _, after, gone, end in kept if not gone)
        if self.chance.random() < 0.3:
            end = kept[-1][3]
            self.before, self.after = self.before.removesuffix(end), self.after.removesuffix(end)


@pytest.mark.parametrize("seed", range(500))
def test_only_what_is_odd_becomes_what_it_should(seed):
    odd = Odd(seed)
    mended = mend_file(odd.before.encode(), JUDGE)
    assert mended.data.decode() == odd.after
    assert mend_file(mended.data, JUDGE).data == mended.data


def test_nearly_all_of_them_are_odd_in_one_way_or_more():
    odd = [Odd(seed) for seed in range(500)]
    assert sum(one.before != one.after for one in odd) > 450
