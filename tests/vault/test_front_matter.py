from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.problem import Problem
from estiba.vault.front_matter import read_front_matter
from estiba.vault.splitting import split

LINES = st.lists(
    st.sampled_from(
        ["---", "----", "...", "", " ", "a: b", "a: b: c", "- x", "\ta", "# h", "```", "d: |", "'"]
    )
    | st.text(max_size=6)
).map("\n".join)


@given(LINES)
def test_reading_loses_no_text_and_raises_nothing(text):
    read = read_front_matter(text, "nota.md")
    above = text.removesuffix(read.body)
    assert above + read.body == text
    assert above in ("", text[: split(text).body_start])
    assert read.body_line == above.count("\n") + 1


def entries(text: str) -> list[tuple[object, ...]]:
    read = read_front_matter(text, "nota.md")
    return [
        (one.key, one.value, tuple(one.key_position), tuple(one.value_position))
        for one in read.entries.values()
    ]


def test_every_key_and_value_has_its_place_in_the_file():
    assert entries("---\ntitle: Año 😀\n\n# x\n'a b':   [c,\n  d]\ne:\n  f: 1\n---\n") == [
        ("title", "Año 😀", (2, 1), (2, 8)),
        ("a b", ["c", "d"], (5, 1), (5, 10)),
        ("e", {"f": 1}, (7, 1), (8, 3)),
    ]


def test_places_count_the_blank_lines_before():
    assert entries("\n\n---\na: b\n---\n") == [("a", "b", (4, 1), (4, 4))]


def test_places_are_those_of_an_editor_though_yaml_has_more_line_ends():
    assert entries("---\na: x\u2028b: y\n---\n") == [("a", "x", (2, 1), (2, 4)), ("b", "y", (2, 6), (2, 9))]


@pytest.mark.parametrize("text", ["---\n---\na", "---\n\n---\na", "---\n''\n---\na"])
def test_a_block_that_says_nothing_is_no_problem(text):
    read = read_front_matter(text, "nota.md")
    assert (dict(read.entries), read.body, read.problems) == ({}, "a", ())


def brief(problems: Iterable[Problem]) -> list[str]:
    return [
        f"{one.position.line}:{one.position.column} {one.check} {one.variant}".rstrip() for one in problems
    ]


@pytest.mark.parametrize(
    ("block", "kept", "unread", "problems"),
    [
        ("a: b: c\nd: e\n", {"d": "e"}, ["a: b: c\n"], ["2:4 invalid-front-matter colon"]),
        (
            "d: e\na: 'b\nf: g\n",
            {"d": "e", "f": "g"},
            ["a: 'b\n"],
            ["3:4 invalid-front-matter syntax"],
        ),
        (
            "a: b\n draft: true\nf: g\n",
            {"f": "g"},
            ["a: b\n draft: true\n"],
            ["3:7 invalid-front-matter syntax"],
        ),
        ("  a: b: c\n  d: e\n", {}, ["  a: b: c\n  d: e\n"], ["2:7 invalid-front-matter syntax"]),
        ("a: b\n--- {c: d}\n", {}, ["a: b\n--- {c: d}\n"], ["3:5 invalid-front-matter syntax"]),
        (
            "a: &x [1]\nb: [&y [*y]]\nc: d\n",
            {"a": [1], "c": "d"},
            ["b: [&y [*y]]\n"],
            ["3:9 invalid-front-matter cycle"],
        ),
        (
            f"a: {'[' * 70}{']' * 70}\nc: d\n",
            {"c": "d"},
            [f"a: {'[' * 70}{']' * 70}\n"],
            ["2:67 invalid-front-matter depth"],
        ),
        ("a: !ENV B\nc: d\n", {"c": "d"}, ["a: !ENV B"], ["2:4 invalid-front-matter tag"]),
        (
            "a: &x !ENV B\nb: *x\n",
            {},
            ["a: &x !ENV B", "b: *x"],
            ["2:4 invalid-front-matter tag", "2:4 invalid-front-matter tag"],
        ),
        ("[a]: b\nc: d\n", {"c": "d"}, ["[a]: b"], ["2:1 invalid-front-matter key"]),
        ("a: {[b]: c}\n", {}, ["a: {[b]: c}"], ["2:5 invalid-front-matter key"]),
        ("a: 1\nb: 2\na: 3\n", {"b": 2, "a": 3}, ["a: 1"], ["4:1 duplicate-key"]),
        (
            "a: 1\nb: c: d\na: 3\n",
            {"a": 3},
            ["b: c: d\n", "a: 1"],
            ["3:4 invalid-front-matter colon", "4:1 duplicate-key"],
        ),
    ],
)
def test_what_can_be_read_of_a_broken_block_is_kept(block, kept, unread, problems):
    read = read_front_matter(f"---\n{block}---\ntexto", "nota.md")
    assert {key: entry.value for key, entry in read.entries.items()} == kept
    assert list(read.unread) == unread
    assert brief(read.problems) == problems
    assert read.body == "texto"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\n- a\n- b\n---\ntexto", "2:1 invalid-front-matter not-a-mapping"),
        ("---\nUna frase.\n---\ntexto", "2:1 invalid-front-matter not-a-mapping"),
        ("---\n*Nota* al margen: hola\n---\ntexto", "2:6 invalid-front-matter syntax"),
        ("---\nNota: una: frase\n\nOtra frase.\n---\ntexto", "2:7 invalid-front-matter colon"),
    ],
)
def test_text_between_two_rules_stays_text(text, problem):
    read = read_front_matter(text, "nota.md")
    assert (read.body, read.body_line) == (text, 1)
    assert brief(read.problems) == [problem]


def test_a_broken_block_with_blank_lines_is_still_a_block():
    read = read_front_matter("---\na: b: c\n\n# x\n\nd: |\n  e\n\n  f\n---\ntexto", "nota.md")
    assert read.body == "texto"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("---\na: b\nc: d\n\ntexto: x\n", ["a", "c", "texto"]),
        ("---\na: b\n\nUn texto.\n\nc: d\n", ["a"]),
        ("---\n\n\na: b\n\n\n# x\n\nc: d\n", ["a", "c"]),
        ("---\na: b: c\nd: e\n", ["d"]),
    ],
)
def test_of_a_block_that_never_closes_the_paragraphs_that_begin_with_a_key_are_believed(text, keys):
    read = read_front_matter(text, "nota.md")
    assert list(read.entries) == keys
    assert (read.body, read.body_line, read.closed) == (text, 1, False)
    assert brief(read.problems) == ["1:1 unclosed-front-matter"]


def test_a_broken_block_of_many_lines_is_tried_but_so_far():
    block = "a: b: c\n" + "".join(f"k{number}: v\n" for number in range(2000))
    read = read_front_matter(f"---\n{block}---\n", "nota.md")
    assert "k498" in read.entries
    assert read.unread == ("a: b: c\n",)


@pytest.mark.parametrize(
    ("line", "place", "advice"),
    [
        ("title: Docker: guía", 8, 'title: "Docker: guía"'),
        ("title: Docker:", 8, 'title: "Docker:"'),
        ("mi título: a: b: c  ", 12, 'mi título: "a: b: c"'),
    ],
)
def test_bad_input_12_an_unquoted_colon_is_told_with_its_cure(show_problems, line, place, advice):
    read = read_front_matter(f"---\n{line}\n---\n", "nota.md")
    (message,) = show_problems(read.problems)
    assert message.startswith(f"nota.md:2:{place}: '{line.strip()}' has a second colon")
    assert message.endswith(f"quote the value: {advice} [invalid-front-matter]")


def test_a_heading_between_two_rules_is_text():
    text = "---\n# Title\n---\n\nText.\n"
    read = read_front_matter(text, "note.md")
    assert (dict(read.entries), read.body, read.problems) == ({}, text, ())
