from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.config import Config
from estiba.vault.note import Unreadable, is_placeholder, language_tag, read_note, readable_name

CASES = sorted((Path(__file__).parents[1] / "cases" / "notes").glob("*.md"))
"""Notes, each beside a text that says what is read of it. A number is that of a bad input."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_note_is_read_as_the_text_beside_it_says(show, case):
    assert show(case.read_bytes()) == case.with_suffix(".txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_note_loses_text(case):
    text = case.read_text("utf-8")
    note = read_note(case.read_bytes(), "nota.md", Config())
    assert text.endswith(note.body)
    above = text.removesuffix(note.body).strip().split("\n")
    assert above == [""] or (above[0] == "---" and above[-1] in ("---", "..."))
    assert "Texto de la nota." not in above


def test_bad_input_11_a_note_without_a_title_is_called_by_its_file(show):
    assert show("Texto.", path="redes/copia-de_seguridad.md")[0] == "title: Copia de seguridad"


def test_bad_input_11_a_heading_without_words_is_no_title(show):
    assert show("![](logo.png)\n===\n\nTexto.", path="gotify.md")[0] == "title: Gotify"


def test_bad_input_13_five_thousand_digits_are_a_text(show):
    digits = "7" * 5000
    assert show(f"---\ntitle: {digits}\nid: {digits}\ndate: {digits}\n---\n")[:6] == [
        f"title: {digits}",
        "description (the text's): ",
        "dates: None, None",
        "published: True",
        "tags: []",
        f"extra: {{'id': '{digits}'}}",
    ]


WHOLE = next(case for case in CASES if case.stem == "whole").read_text("utf-8")


def test_bad_input_17_a_byte_order_mark_changes_nothing(show):
    assert show(b"\xef\xbb\xbf" + WHOLE.encode()) == show(WHOLE)


DEEP = "\n".join(
    ["x0: &x0 " + "[" * 60 + "a" + "]" * 60]
    + [f"x{number}: &x{number} {'[' * 60}*x{number - 1}{']' * 60}" for number in range(1, 40)]
)
BOMB = "\n".join(
    ["x0: &x0 [a]"] + [f"x{number}: &x{number} [{f'*x{number - 1},' * 10}]" for number in range(1, 10)]
)


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        pytest.param(BOMB, "8:26: front matter that grows too large", id="21 bomb"),
        pytest.param("x: &a [*a]", "3:8: the alias '*a' stands inside its own anchor", id="22 cycle"),
        pytest.param(f"x: {'[' * 3000}", "3:67: front matter nested too deeply", id="23 deep"),
        pytest.param(DEEP, "4:69: front matter nested too deeply", id="23 deep by aliases"),
    ],
)
def test_bad_inputs_21_to_23_yaml_beyond_measure_is_told_and_the_rest_is_read(show, block, problem):
    read = show(f"---\ntitle: a\n{block}\n---\nTexto.")
    assert read[0] == "title: a"
    assert read[6].endswith("'Texto.'")
    (message,) = read[7:]
    assert message.startswith(f"nota.md:{problem}")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("---\ntitle: año\n---\n".encode("latin-1"), "2:9: not UTF-8 text but what looks like Latin-1"),
        ("año 😀\r\nañ\rb 😀".encode() + b"\xf1o", "3:4: not UTF-8 text but what looks like Latin-1"),
        (b"\xef\xbb\xbfa\xf1o", "1:2: not UTF-8 text but what looks like Latin-1"),
        ("título".encode("utf-16"), "1:1: not UTF-8 text but what looks like UTF-16"),
        ("título".encode("utf-32"), "1:1: not UTF-8 text but what looks like UTF-32"),
    ],
)
def test_bad_input_49_what_is_no_utf_8_is_told_with_its_place(show, data, problem):
    (message,) = show(data)
    assert message.startswith(f"nota.md:{problem}")
    assert message.endswith("; save the note as UTF-8 [unreadable-note]")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_bad_input_52_line_ends_change_nothing(show, end):
    assert show(WHOLE.replace("\n", end)) == show(WHOLE)


def test_bad_input_52_mixed_line_ends_change_nothing(show):
    mixed = WHOLE.replace("\n", "\r\n", 5).replace("autora: Inés\n", "autora: Inés\r")
    assert show(mixed) == show(WHOLE)


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("", "line 1, ''"),
        ("\n", "line 1, ''"),
        ("Texto", "line 1, 'Texto'"),
        ("---\na: b\n---", "line 3, ''"),
        ("---\na: b\n---\n", "line 4, ''"),
        ("---\n---\n", "line 3, ''"),
        ("---\na: b\n---\nTexto", "line 4, 'Texto'"),
    ],
)
def test_bad_input_52_a_note_may_be_empty_and_lack_its_last_line_end(show, source, body):
    read = show(source)
    assert read[0] == "title: Nota"
    assert read[6:] == [f"body: {body}"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("copia-de_seguridad.md", "Copia de seguridad"),
        ("redes/Tailscale.md", "Tailscale"),
        ("redes/AdGuard Home.md", "AdGuard Home"),
        ("redes/vpn/index.md", "Vpn"),
        ("redes/vpn/README.md", "Vpn"),
        ("index.md", "Index"),
        ("v1.2.md", "V1.2"),
        ("ñandú.md", "Ñandú"),
        ("---.md", "---"),
        (".md", ".md"),
    ],
)
def test_a_files_name_made_readable(path, name):
    assert readable_name(path) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Descripción",
        "DESCRIPTION.",
        "TODO: ",
        "...",
        "…",
        "-",
        "<desc>",
        "Por hacer",
        "{{description}}",
        "<% x %>",
    ],
)
def test_what_a_template_left_is_no_description(text):
    assert is_placeholder(text)


def test_the_text_describes_a_note_whose_description_is_a_placeholder(show):
    assert show("---\ndescription: TODO\n---\nTexto.")[1] == "description (the text's): Texto."


def test_a_description_is_cut_where_it_is_too_long(show):
    words = "palabra " * 50
    long, short = (" ".join(["palabra"] * number) + "…" for number in (37, 25))
    assert show(f"---\ndescription: {words}\n---\n")[1] == f"description (the author's): {long}"
    assert show(words)[1] == f"description (the text's): {short}"


SCRAPS = """
---|...|----|title: a|title: a: b|tags: [a, 1, ~]|tags: {a: b}|date: 2025-13-45|draft: yes|published: [
x: &a [*a]|x: !y z|'|- a|# h|===|```|~~~|> a|<!--|-->|*a _b `c [d](e|é😀|
""".replace("\n", "|").split("|")
LINES = st.lists(
    st.sampled_from([*SCRAPS, "\ta", "\ufeff", "\u2028", "\x85", "\x00"]) | st.text(max_size=8), max_size=12
).map("\n".join)


@settings(max_examples=300)
@given(st.binary(max_size=60) | LINES.map(str.encode))
def test_no_bytes_raise_anything_but_that_they_are_no_text(data):
    try:
        note = read_note(data, "redes/nota.md", Config())
    except Unreadable:
        return
    assert note.title
    assert note.text.endswith(note.body)
    assert note.body_line == note.text.removesuffix(note.body).count("\n") + 1
    assert note.text.count("\n") + 1 >= max((one.position.line for one in note.problems), default=1)


@given(LINES, st.sampled_from(["\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_line_ends_and_a_byte_order_mark_change_nothing_in_any_note(text, end, mark):
    plain = text.replace("\r", "").removeprefix("\ufeff")
    other = mark + plain.replace("\n", end)
    if plain.startswith("\ufeff"):
        return  # of two marks the second is text
    assert read_note(other.encode(), "nota.md", Config()) == read_note(plain.encode(), "nota.md", Config())


@pytest.mark.parametrize(
    ("written", "language"),
    [("en", "en"), ("EN", "EN"), (" pt-BR ", "pt-BR"), ("pt_BR", "pt-BR"), ("zh-Hans-CN", "zh-Hans-CN")]
    + [(other, "") for other in (None, "", "inglés", 'en"><script>', "e", "../en", 7, ["en"], "en-")],
)
def test_language_of_a_note(written, language):
    assert language_tag(written) == language
    front_matter = json.dumps({"lang": written})
    note = read_note(f"---\n{front_matter}\n---\nText.\n".encode(), "n.md", Config())
    assert note.language == language
