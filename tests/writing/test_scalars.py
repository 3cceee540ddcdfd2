from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from estiba.writing.scalars import write_list, write_scalar
from nasty_values import NASTY

TEXTS = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(NASTY))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Una red privada", "Una red privada"),
        ("Uno, dos", "Uno, dos"),
        ("C# y F#", "C# y F#"),
        ("12:30", '"12:30"'),
        ("Redes: una guía", '"Redes: una guía"'),
        ('El "bueno"', 'El "bueno"'),
        ('Así: "bueno"', "'Así: \"bueno\"'"),
        ('It\'s: "x"', '"It\'s: \\"x\\""'),
        ("No", '"No"'),
        ("null", '"null"'),
        ("2026-11-23", '"2026-11-23"'),
        ("---", '"---"'),
        ("{{date}}", '"{{date}}"'),
        ("a #b", '"a #b"'),
        ("uno\ndos", '"uno\\ndos"'),
        ("\x1b\ufeff", '"\\x1b\\ufeff"'),
        ("", '""'),
    ],
)
def test_quotes_stand_where_they_must(text, written):
    assert write_scalar(text) == written


def test_a_quote_is_kept():
    assert write_scalar("a", style='"') == '"a"'
    assert write_scalar("it's", style="'") == "'it''s'"
    assert write_scalar("a\nb", style="'") == '"a\\nb"'


def test_in_brackets_more_is_quoted():
    assert write_list(["redes", "a, b", "[x]"]) == '[redes, "a, b", "[x]"]'


@given(TEXTS, st.sampled_from(["", "'", '"']))
def test_every_reader_reads_the_text(text, style):
    for written in (f"a: {write_scalar(text, style=style)} # c\n", f"a: [{write_list([text])[1:-1]}]\n"):
        value = yaml.safe_load(written)["a"]
        assert value == (text if isinstance(value, str) else [text])
