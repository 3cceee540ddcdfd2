from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from estiba.compose.document import MAX_BYTES
from estiba.markdown.page import ExampleFiles

SMALLEST = "services:\n  web:\n    image: nginx\n"
PLACES = {
    "text": ("", ""),
    "list": ("- a\n", "  "),
    "loose list": ("- a\n\n", "    "),
    "numbers": ("1. a\n\n", "   "),
    "quote": ("> a\n", "> "),
    "quoted list": ("> - a\n", ">   "),
    "admonition": ("!!! note\n\n", "    "),
    "tab": ('=== "A"\n\n', "    "),
    "list in an admonition": ("!!! note\n\n    - a\n", "      "),
}
NASTY = (
    '"',
    "'",
    "`",
    "```",
    "</code>",
    "</code></pre></div>",
    "<!--",
    "-->",
    "]]>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "&",
    "&amp;",
    "&amp;amp;",
    "&#60;",
    "&#x3c;",
    "&lt",
    "&nbsp;",
    "&notin;",
    "&#0;",
    "&#2;",
    "\x00",
    "\x01",
    "\x02",
    "\x03",
    "\x04",
    "\x02wzxhzdk:0\x03",
    "\x02wzxhzdk:1\x03",
    "\x02amp\x03",
    "\x0242\x03",
    "\x02klzzwxh:0000\x03",
    "\x01wzxhzdk:0\x04",
    "\x0b\x0c",
    "\x1b[31m",
    "\x7f\x80\x9f",
    "\x85",
    "\u00a0",
    "\u200b\u2060\ufeff",
    "\u2028\u2029",
    "\u202e",
    "\ufffd\uffff",
    "\U0001f433",
    "e\u0301 é ñ",
    "\t",
    "a\tb\t",
    "a  ",
    "\\",
    "\\n\\\\",
    "*a* **b** ~~c~~ ==d== ^e^",
    "[a](b) ![a](b) [[c]] [^1]",
    "{.a #b} {++c++} {{ d }} {% e %}",
    '--8<-- "compose.yaml"',
    "https://example.org/<b>",
    "$HOME ${X:-y} $$",
    "%s {0} {name}",
    ":smile: @you #1",
    "../../etc/passwd CON aux.",
    "x" * 300,
)
hostile_text = st.lists(
    st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")),
    max_size=4,
).map("".join)
hostile_lines = st.lists(hostile_text, max_size=5)


def fence(lines: list[str], info: str = "yaml") -> str:
    """Fence `lines` with a marker that none of them can close."""
    marker = "~" * 400
    return "\n".join([f"{marker} {info}", *lines, marker])


def placed(text: str, place: str) -> str:
    before, indent = PLACES[place]
    return before + "".join(f"{indent}{line}\n" for line in text.split("\n"))


def carried(lines: list[str]) -> str:
    """Give the text that `lines` are, as far as HTML can carry it."""
    return ("\n".join(lines).rstrip("\n") + "\n").replace("\x00", "\ufffd")


@settings(derandomize=True, deadline=None, max_examples=80)
@given(hostile_lines, st.lists(st.sampled_from(["", "  ", "\t"]), max_size=2), st.sampled_from(list(PLACES)))
@example(["\x02wzxhzdk:0\x03", "\x02wzxhzdk:1\x03 \x02amp\x03"], [], "list")
@example(["a\tb  ", "", "", "\t\u2028x\x85y\x0c"], ["", "  "], "quote")
def test_the_text_in_the_page_is_the_text_of_the_fence(convert, comments, blank, place):
    lines = [*blank, *SMALLEST.splitlines(), *(f"    # {one}" for one in comments)]
    page = convert(placed(fence(lines), place))
    assert [one.text for one in page.blocks] == [carried(lines)]
    assert [one.text.replace("\x00", "\ufffd") for one in page.page.examples] == [carried(lines)]


@pytest.mark.parametrize("place", PLACES)
def test_white_space_stays(convert, place):
    lines = ["", "", "services:  ", "  web:", "    image: nginx\t", "    \t", "", "    # \ta\tb", "  # end "]
    assert [one.text for one in convert(placed(fence(lines), place)).blocks] == [carried(lines)]


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_names_and_images(convert, nasty):
    quoted = nasty.replace("'", "''")
    lines = ["services:", f"  'a{quoted}':", f"    image: '{quoted}'"]
    page = convert("Before.\n\n" + fence(lines) + "\n\nAfter.\n")
    assert [one.text for one in page.blocks] == [carried(lines)]
    assert page.html.startswith("<p>Before.</p>\n")
    assert page.html.endswith("\n<p>After.</p>")


@pytest.mark.parametrize(
    ("nasty", "quote"), [(one, quote) for one in NASTY for quote in "\"'" if one.strip() and quote not in one]
)
def test_nasty_titles(convert, nasty, quote):
    shown = nasty.strip().replace("\x00", "\ufffd")
    lines = SMALLEST.splitlines()
    for info in (f"yaml title={quote}{nasty}{quote}", f"{{ .yaml title={quote}{nasty}{quote} }}"):
        (block,) = convert(fence(lines, info) + "\n\nAfter.\n").blocks
        assert block.name == shown
        read = shown.translate({2: None, 3: None})  # so html.parser reads attributes, a browser does not
        assert block.label == f"Docker Compose example: {read}"
        assert block.text == SMALLEST


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_info(convert, nasty):
    page = convert(fence(SMALLEST.splitlines(), nasty) + "\n\nAfter.\n")
    assert [(one.name, one.text) for one in page.blocks] == [("compose.yaml", SMALLEST)]


def test_line_ends(convert):
    text = "- a\n\n  ```yaml\n  services:\n    web:\n      image: nginx\n  ```\n\n- b\n"
    unix = convert(text)
    assert [one.text for one in unix.blocks] == [SMALLEST]
    assert convert(text.replace("\n", "\r\n")).html == unix.html
    assert convert(text.replace("\n", "\r")).html == unix.html


@pytest.mark.parametrize("line", [1, 2, 5])
def test_yaml_that_cannot_be_read_is_shown_and_said(convert, line):
    lines = ["# a", "services:", "  web:", "    image: nginx", "    ports:", "      - 80"]
    lines[line] += " [: {"
    (english,) = convert(fence(lines)).blocks
    assert english.verdict == f"This YAML cannot be read (line {line + 1}); it is shown as it was written."
    (spanish,) = convert(fence(lines), language="es").blocks
    assert (
        spanish.verdict == f"Este YAML no se puede leer (línea {line + 1}); se muestra tal como se escribió."
    )
    assert english.text == spanish.text == carried(lines)


def test_what_is_too_large_is_shown_and_said(convert):
    lines = SMALLEST.splitlines() + ["    # x"] * (MAX_BYTES // 8 + 1)
    (block,) = convert(fence(lines)).blocks
    assert block.verdict == "This file is too large to be looked into; it is shown as it was written."
    assert block.text == carried(lines)


def test_verdict_says_what_was_done_and_no_more(convert):
    (block,) = convert(fence(SMALLEST.splitlines())).blocks
    assert block.verdict == "Checked: Compose schema and references. Not started."


def test_language(convert):
    spanish = convert(fence(SMALLEST.splitlines()), language="es")
    assert spanish.blocks[0].label == "Ejemplo de Docker Compose: compose.yaml"
    for text in (">Copiar</button>", 'data-estiba-copied="Copiado"', "selecciona el texto a mano"):
        assert text in spanish.html


def test_without_a_place_there_is_no_download(convert):
    page = convert(fence(SMALLEST.splitlines()))
    assert page.blocks[0].download == {}
    assert "download" not in page.html


def test_the_host_gives_each_example_its_address_in_order(convert):
    numbers = itertools.count(1)
    texts = [SMALLEST, SMALLEST.replace("web", "other")]
    given = []

    def place(judged):
        given.append(judged.shown.example.text)
        return ExampleFiles(f'../a"&<b>/compose-{next(numbers)}.yaml')

    page = convert("\n\n".join(fence(text.splitlines()) for text in texts), place=place)
    assert given == texts
    assert [one.text for one in page.page.examples] == texts
    assert [(one.download["href"], one.download["download"]) for one in page.blocks] == [
        ('../a"&<b>/compose-1.yaml', "compose-1.yaml"),
        ('../a"&<b>/compose-2.yaml', "compose-2.yaml"),
    ]
