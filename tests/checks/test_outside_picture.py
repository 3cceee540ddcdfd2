from __future__ import annotations

import datetime as dt
from pathlib import Path

from estiba.checks.judge import judge_note
from estiba.checks.rules import Rules
from estiba.config import read_config
from estiba.vault.note import read_note

NOTE = """---
title: A
---

Text ![a](https://img.example.org/a.png) and <img alt="b" src="//img.example.org/b.png">.

<video controls src="https://film.example.org/a.mp4"></video>

[link](https://x.example.org/) <a href="https://x.example.org/">x</a> ![c](c.png) ![d](data:image/png,A)
`![e](https://img.example.org/e.png)`
"""


def found(policy: str = ""):
    config = read_config(policy, Path("estiba.toml"))
    problems = judge_note(read_note(NOTE.encode(), "a.md", config), Rules(config, dt.date(2026, 1, 1)))
    return [
        (one.position.line, one.position.column, one.variant, one.values["host"], one.values["directive"])
        for one in problems
        if one.check == "outside-picture"
    ]


PICTURES = [
    (5, 6, "picture", "img.example.org", "img-src"),
    (5, 46, "picture", "img.example.org", "img-src"),
]
FILM = (7, 1, "media", "film.example.org", "media-src")


def test_each_is_said_where_it_stands():
    assert found() == [*PICTURES, FILM]


def test_what_the_owner_allows_is_none():
    assert found('[security.sources]\nimg-src = ["https://img.example.org"]') == [FILM]
    assert found('[security.sources]\nmedia-src = ["https:"]') == PICTURES
