"""`.env` files, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.env_file import env_value, read_env


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("A=1", {"A": "1"}),
        ("A = 1 ", {"A": "1"}),
        (" \tA=1\r\nB=2\r\n", {"A": "1", "B": "2"}),
        ("# c\n\nA=1\n  # d\nB=", {"A": "1", "B": ""}),
        ("A=1\nA=2", {"A": "2"}),
        ("A: 1\nB:2\nC:", {"A": "1", "B": "2", "C": ""}),
        ("export A=1", {"A": "1"}),
        ("A\nB=1", {"B": "1"}),
        ("A==b=c", {"A": "=b=c"}),
        ("A=a b;c", {"A": "a b;c"}),
        ("A=1 # c", {"A": "1"}),
        ("A=1#c", {"A": "1#c"}),
        ("A=#c", {"A": "#c"}),
        ("A=a\t# c", {"A": "a\t# c"}),
        ('A="1 # 2" # c', {"A": "1 # 2"}),
        ('A="1"#c', {"A": "1"}),
        ("A='1'", {"A": "1"}),
        ("A=''", {"A": ""}),
        ('A=" x "', {"A": " x "}),
        ('A="a\\tb\\nc"', {"A": "a\tb\nc"}),
        ('A="a\\"b\\\\"', {"A": 'a"b\\'}),
        ("A='a\\nb'", {"A": "a\\nb"}),
        ("A='it\\'s'", {"A": "it's"}),
        ("A=a\\nb", {"A": "a\\nb"}),
        ('A="a\nb" # c\nB=1', {"A": "a\nb", "B": "1"}),
        ("A='a\nb'", {"A": "a\nb"}),
        ("B=2\nA=$B", {"B": "2", "A": "2"}),
        ('B=2\nA="${B}x"', {"B": "2", "A": "2x"}),
        ("B=2\nA='$B'", {"B": "2", "A": "$B"}),
        ("A=1\nA=${A}2", {"A": "12"}),
        ("A=${B:-c} d", {"A": "c d"}),
        ("A=$B", {"A": ""}),
        ("A=$$B", {"A": "$B"}),
        ('A="\\$B"', {"A": "$B"}),
        ("A=\\$B", {"A": "\\"}),
        ("A=$1", {"A": "$1"}),
    ],
)
def test_variables(text, variables):
    assert read_env(text) == variables


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A=1",
        "A",
        "=1",
        "A B=1",
        "$ docker compose up -d",
        "environment:\n  - A=1",
        'A="1',
        "A='1",
        'A="x" "y"',
        "A=${B",
        "A=${1}",
        "A=${B:?is wanted}",
        "- A=1",
    ],
)
def test_no_env_file(text):
    assert read_env(text) is None


def test_values_that_grow_on_every_line_are_too_much():
    lines = ["A0=x", *(f"A{number + 1}=${{A{number}}}${{A{number}}}" for number in range(40))]
    assert len(read_env("\n".join(lines[:15]))["A14"]) == 2**14
    assert read_env("\n".join(lines)) is None
    assert read_env("A=" + "x" * 65_000 + "\nB=${A}${A}") is None
    assert read_env("A=" + "x" * 65_536) == {"A": "x" * 65_536}
    assert read_env("A=" + "x" * 65_537) is None


@settings(derandomize=True, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[A-Z_][A-Z0-9_]{0,5}", fullmatch=True),
        st.text(st.characters(exclude_characters="\\'\r", exclude_categories=["Cs"])),
        min_size=1,
    )
)
def test_quoted_values_are_read_back(variables):
    assert read_env("".join(f"{name}='{value}'\n" for name, value in variables.items())) == variables


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused(text):
    found = read_env(text)
    assert found is None or all(isinstance(value, str) for value in found.values())


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("", ""),
        ("Europe/Madrid", "Europe/Madrid"),
        ("user+x@a-b.c:80_1", "user+x@a-b.c:80_1"),
        ("a b", "'a b'"),
        ("#x", "'#x'"),
        ('say "hi"', "'say \"hi\"'"),
        ("$HOME `id` ${X}", "'$HOME `id` ${X}'"),
        ("a=b", "'a=b'"),
        ("ñ", "'ñ'"),
        ("a\tb", "'a\tb'"),
        ("it's", '"it\'s"'),
        ('it\'s $5 "now"', '"it\'s \\$5 \\"now\\""'),
        ("a\\b", '"a\\\\b"'),
        ("a\\", '"a\\\\"'),
        ("one\ntwo\r\n\t$", '"one\\ntwo\\r\\n\\t\\$"'),
    ],
)
def test_a_value_is_written(value, written):
    assert env_value(value) == written


@settings(derandomize=True, deadline=None)
@given(st.text() | st.text("'\"\\$#{}\n\r\t nrta0`= "))
def test_a_written_value_is_read_back(value):
    assert read_env(f"A={env_value(value)}\n") == {"A": value}
    assert read_env(f"A={env_value(value)}") == {"A": value}
