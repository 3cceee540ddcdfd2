"""The characters of a value, found in the source that it was read from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.reading.source_map import source_offsets
from estiba.yaml_tree import YamlFault, read_documents


def scalar_of(source):
    return read_documents(source)[0].pairs[0][1]


def offsets_of(source):
    return list(source_offsets(source, scalar_of(source)))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("k: abc\n", "abc"),
        ("k: 'abc'\n", "abc"),
        ('k: "abc"\n', "abc"),
        ("k: 'it''s X'\n", "it's X"),
        ('k: "a\\tb\\"X"\n', 'a\tb"X'),
        ('k: "\\xe9\\u00e9\\U0001f433X"\n', "éé🐳X"),
        ("k: ab\n  cd\n", "ab cd"),
        ("k: ab\n\n  cd\n", "ab\ncd"),
        ("k: 'ab\n   cd'\n", "ab cd"),
        ('k: "ab\\\n   cd"\n', "abcd"),
        ('k: "a\\n\\\n   \\n\\\n   b c"\n', "a\n\nb c"),
        ("k: |\n  ab\n   cd\n  ef\n", "ab\n cd\nef\n"),
        ("k: |-  # note\n  ab\n", "ab"),
        ("k: |2\n    ab\n", "  ab\n"),
        ("k: >\n  ab\n  cd\n\n  ef\n", "ab cd\nef\n"),
        ("k: >-\n  ab\n   cd\n", "ab\n cd"),
        ("k: ''\n", ""),
        ("k: |\n", ""),
        ("k: !!str abc\n", "abc"),
        ("k: &anchor 'abc'\n", "abc"),
    ],
)
def test_letters_stand_where_they_are_said_to(source, text):
    offsets = offsets_of(source)
    assert scalar_of(source).text == text
    assert len(offsets) == len(text) + 1
    assert offsets == sorted(offsets)
    for character, offset in zip(text, offsets, strict=False):
        if not character.isspace():
            assert source[offset] in (character, "\\")


@pytest.mark.parametrize(
    ("source", "ends"),
    [("k: abc # d\n", "c"), ("k: 'abc'\n", "c"), ('k: "abc"\n', "c"), ("k: ab\n  cd\n", "d")],
)
def test_the_end_is_behind_the_last_letter(source, ends):
    offset = offsets_of(source)[-1]
    assert source[offset - 1] == ends


words = st.text(st.sampled_from("abé$X{}:80#'\"|>\\-"), min_size=1, max_size=5)
line = st.lists(words, max_size=3).map(" ".join)
lines = st.lists(line, min_size=1, max_size=4)


def single(parts):
    return "k: '" + "\n  ".join(parts).replace("'", "''") + "'\n"


def double(parts):
    escaped = [part.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\xe9") for part in parts]
    return 'k: "' + "\\n\\\n    ".join(escaped) + '"\n'


def block(header):
    return lambda parts: f"k: {header}\n" + "".join(f"   {part}\n" if part else "\n" for part in parts)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    lines,
    st.sampled_from(
        [
            lambda parts: "k: " + "\n  ".join(parts) + "\n",
            single,
            double,
            *map(block, ("|", ">", "|-", ">+", "|1", ">2-")),
        ]
    ),
)
def test_every_style(parts, style):
    source = style(parts)
    try:
        scalar = scalar_of(source)
    except (YamlFault, AttributeError, IndexError):
        return
    if not hasattr(scalar, "text"):
        return
    offsets = list(source_offsets(source, scalar))
    assert offsets == sorted(offsets)
    for character, offset in zip(scalar.text, offsets, strict=False):
        assert character.isspace() or source[offset] in (character, "\\")
