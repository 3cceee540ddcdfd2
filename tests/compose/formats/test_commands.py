"""Commands in one text, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.commands import check_command
from estiba.compose.formats.fault import FormatFault


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nginx -g 'daemon off;'",
        'sh -c "it\'s"',
        r"it\'s",
        "'a`'",
        "`a b`",
        "$(a b)",
        "$( a ) b",
        r"\$(a)",
        '"a$"(b)',
        "a ) b ) c",
        "a | it's",
        "a > (b",
        "a && `b",
        "''\"\"",
    ],
)
def test_can_be_split(text):
    assert check_command(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "offset", "detail"),
    [
        ("it's here", "quote", 2, "'"),
        ('say "a', "quote", 4, '"'),
        (r"'a\' b'", "quote", 6, "'"),
        ("echo `date", "backquote", 5, "`"),
        ('`a "`', "backquote", 0, "`"),
        ("(a)", "parenthesis", 0, "("),
        ("$ (a)", "parenthesis", 2, "("),
        ("$(a", "parenthesis", 1, "("),
        ("$(a (b))", "parenthesis", 4, "("),
        ("a ) b", "parenthesis", 2, ")"),
        ("a ) b (", "parenthesis", 6, "("),
        ("echo \\", "backslash", 5, "\\"),
    ],
)
def test_cannot_be_split(text, kind, offset, detail):
    with pytest.raises(FormatFault) as raised:
        check_command(text)
    assert (raised.value.kind, raised.value.offset, raised.value.detail) == (kind, offset, detail)


@settings(max_examples=60)
@given(st.text(alphabet="a $()'\"`\\;|", max_size=12))
def test_a_fault_names_the_character_at_its_place(text):
    found = fault_of(text)
    assert found is None or text[found.offset] == found.detail


def fault_of(text):
    try:
        check_command(text)
    except FormatFault as fault:
        return fault
    return None
