"""Bytes -> mended bytes: mended twice is mended once, no draft is published, and the text keeps its lines."""

from __future__ import annotations

import datetime as dt

from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.mending.judged_file import judge_of_compose_file, judge_of_note
from estiba.mending.rounds import mend_file
from estiba.vault.note import Unreadable
from estiba.vault.source import decode
from fuzzing import compose, front_matter
from fuzzing.places import check_places

TOKENS = [*front_matter.TOKENS, *compose.TOKENS, "```yaml\n", "\n```\n", "version: '3'\n", "date: 1/2/24\n"]
_RULES = Rules(Config(), dt.date(2026, 1, 1))
_JUDGES = (judge_of_note("nota.md", _RULES), judge_of_compose_file("compose.yaml", _RULES))


def check(data: bytes) -> None:
    """Fail where mending `data` as a note, or as a Compose file, does not come to rest or does harm."""
    for judge in _JUDGES:
        try:
            before = judge(data)
        except Unreadable:
            return
        mended = mend_file(data, judge)
        assert (mended.data == data) == (not mended.fixes)
        again = mend_file(mended.data, judge)
        assert (again.data, again.fixes) == (mended.data, 0)
        after = judge(mended.data)
        if before.note is not None and after.note is not None:
            assert before.note.published == after.note.published
            assert {*after.note.body.split("\n")} <= {*before.note.body.split("\n"), ""}
            check_places(after.problems, decode(mended.data), after.note.text)
