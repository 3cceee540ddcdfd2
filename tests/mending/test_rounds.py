"""A file mended until it rests, and what is refused on the way."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.mending.judged_file import judge_of_note
from estiba.mending.rounds import mend_file
from estiba.position import Position
from estiba.problem import Fix, Problem, Severity
from estiba.vault.note import Unreadable

JUDGE = judge_of_note("nota.md", Rules(Config(), dt.date(2026, 1, 1)))
NOTE = """\
---
title: Uno
published: false
tags: a b
---

texto

```yaml
services:
  web:
    image: nginx:1.29
```
"""


def offering(*fixes):
    """Give a judge that besides its own offers `fixes` as long as their `old` stands in the file."""

    def judge(data):
        file = JUDGE(data)
        lines = data.decode().split("\n")
        added = tuple(
            Problem("odd-name", Severity.WARNING, "nota.md", fix.position, fix=fix)
            for fix in fixes
            if lines[fix.position.line - 1][fix.position.column - 1 :].startswith(fix.old.split("\n")[0])
        )
        return dataclasses.replace(file, problems=(*file.problems, *added))

    return judge


TAGS = NOTE.replace("a b", "[a, b]")


def test_what_is_safe_is_put_in_and_counted():
    mended = mend_file(NOTE.encode(), offering(Fix(Position(2, 8), "Uno", "Dos")))
    assert (mended.before.decode(), mended.data.decode()) == (NOTE, TAGS.replace("Uno", "Dos"))
    assert (mended.fixes, mended.note.title) == (2, "Dos")


@pytest.mark.parametrize(
    "fix",
    [
        Fix(Position(3, 12), "false", "true"),  # it would be published
        Fix(Position(2, 1), "title: Uno\n", "title: Uno\nunlisted: true\n"),
        Fix(Position(2, 11), "\n", " "),  # two keys become one
        Fix(Position(1, 1), "---", "--"),  # no front matter is left
        Fix(Position(5, 4), "\n", "\nmás\n"),  # the text changes, though no fix is in it
        Fix(Position(12, 12), "nginx:1.29", "nginx:1.28"),  # another example
        Fix(Position(12, 5), "image", "imagen"),
        Fix(Position(7, 1), "texto", "otro \u202etexto"),  # what is wrong then was not before
        Fix(Position(2, 8), "Uno", "Uno más"),  # it is offered again and again
    ],
)
def test_what_changes_more_than_it_should_is_left_out_and_the_rest_put_in(fix):
    mended = mend_file(NOTE.encode(), offering(fix))
    assert (mended.data.decode(), mended.fixes) == (TAGS, 1)


def test_a_file_that_does_not_come_to_rest_stays():
    there, back = Fix(Position(2, 8), "Uno", "Dos"), Fix(Position(2, 8), "Dos", "Uno")

    def judge(data):
        file = offering(there, back)(data)
        odd = [one for one in file.problems if one.fix == back]
        return dataclasses.replace(
            file,
            problems=tuple(
                dataclasses.replace(one, check="x") if one in odd else one for one in file.problems
            ),
        )

    mended = mend_file(NOTE.encode(), judge)
    assert (mended.data.decode(), mended.fixes) == (NOTE, 0)


def test_what_is_no_text_cannot_be_mended():
    with pytest.raises(Unreadable):
        mend_file(b"\xff", JUDGE)
