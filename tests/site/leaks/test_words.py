from __future__ import annotations

import pytest

from estiba.site.leaks.words import RUN, Words, blocks_of, every_third_run, runs_of, shown_text


def test_words_have_no_case_no_accents_and_no_punctuation():
    words = Words(lambda _: False)
    assert words.of("¡Él dijo: «No_toques» — eso!".split()) == ["el", "dijo", "notoques", "eso"]


def test_what_may_be_an_address_is_kept():
    words = Words(lambda token: "oculta" in token)
    words.of("oculta (a/oculta/). oculta. otra/b".split())
    assert words.leading == {"(a/oculta/)."}


def test_a_run_of_six_lies_within_each_run_of_eight():
    words = list("abcdefghijklmnopqrstuvwxyz")
    checked = set(every_third_run(words))
    for run in runs_of(words):
        assert len(run) == RUN
        assert checked & set(runs_of(run, length=6))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a\nb\n\nc", [(1, "a\nb"), (3, "\nc")]),
        ("a\n- b\n  c\n- d\n> e\n> f", [(1, "a"), (2, "- b\n  c"), (4, "- d\n> e\n> f")]),
        ("# a\nb\n|c|\n1. d", [(1, "# a\nb"), (3, "|c|"), (4, "1. d")]),
        ("a\n```\nb\n\n# c\n```\nd", [(1, "a"), (2, "```\nb\n\n# c\n```"), (7, "d")]),
    ],
)
def test_blocks_of_a_note(text, blocks):
    assert [(one.first_line, one.text) for one in blocks_of(text)] == blocks


def test_a_page_shows_no_addresses_and_no_tags():
    text = "[a](b/c.md) ![d](e.png) [[f/g|h]] [i][j] k[^1] <b>l</b> &amp; | m |"
    assert shown_text(text).split() == "[a] ![d] [[h]] [i] k l & m".split()
