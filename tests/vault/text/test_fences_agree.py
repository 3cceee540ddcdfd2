"""The fences of a note are those that its readers see: on GitHub and in Obsidian, for whom
markdown-it-py stands, and on the site, which superfences renders.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from textwrap import dedent, indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt
from pymdownx.superfences import highlight_validator

from estiba.markdown.standard import STANDARD
from estiba.vault.source import decode
from estiba.vault.text.fences import scan_fences


def plain_fence(source, *_, **__):
    return f'<pre class="fence">{escape(source)}</pre>'


PLAIN = {"name": "*", "class": "", "format": plain_fence, "validator": highlight_validator}
COMMONMARK = MarkdownIt("commonmark")
PYTHON_MARKDOWN = Markdown(
    extensions=[*STANDARD],
    extension_configs={**STANDARD, "pymdownx.superfences": {"custom_fences": [PLAIN]}},
)


class Fences(HTMLParser):
    """The fences that a browser shows, for it hides what stands in a comment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("class", "fence") in attrs:
            self.inside = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data


def scanned(note: str) -> list[tuple[int, int, str, str]]:
    lines = decode(note.encode()).split("\n")
    return [(one.first_line, one.last_line, one.info, one.text) for one in scan_fences(lines)]


def seen_by_commonmark(note: str) -> list[tuple[int, int, str, str]]:
    tokens = [token for token in COMMONMARK.parse(note) if token.type == "fence"]
    return [(one.map[0] + 1, one.map[1], one.info.strip(), one.content) for one in tokens]


def rendered(note: str) -> list[str]:
    return Fences(PYTHON_MARKDOWN.reset().convert(note)).texts


def as_python_markdown(text: str) -> str:
    """Expand tabs, empty lines of white space and drop the last line end, as Python-Markdown does."""
    return "\n".join(line.rstrip() and line for line in text.expandtabs(4).split("\n")).removesuffix("\n")


@dataclass(frozen=True)
class Case:
    """A note (`→` is a tab; indented if it begins with a line end) and the fences that it has,
    by first line, in the order in which a page shows them.
    """

    name: str
    note: str
    fences: dict[int, str]
    reason: str = ""
    """Why the reference that holds is the one that does."""

    @property
    def text(self) -> str:
        note = dedent(self.note) if self.note.startswith("\n") else self.note
        return note.strip("\n").replace("→", "\t") + "\n"


BOTH = [
    Case(
        "labels",
        """
        ```
        a
        ```
        ~~~yaml
        b
        ~~~
        ```yaml title="x"
        c
        ```
        ``` { .yaml title="x" }
        d
        ```
        ~~~~ {.yaml}
        e
        ~~~~
        ```docker-compose
        f
        ```
        """,
        {1: "a\n", 4: "b\n", 7: "c\n", 10: "d\n", 13: "e\n", 16: "f\n"},
    ),
    Case(
        "a longer marker shows fences",
        """
        ````markdown
        ```yaml
        a
        ```
        ~~~
        ````
        ~~~
        ```
        b
        ```
        ~~~
        """,
        {1: "```yaml\na\n```\n~~~\n", 7: "```\nb\n```\n"},
    ),
    Case("nothing in it", "```\n```", {1: ""}),
    Case("blank lines and tabs in it", "~~~\n\n→a→b\n\n  c\n~~~", {1: "\n\ta\tb\n\n  c\n"}),
    Case("glued to text", "# Uno\n```\na\n```\nTexto\n~~~\nb\n~~~\nTexto", {2: "a\n", 6: "b\n"}),
    Case(
        "backticks within a line",
        """
        ``` a ```

        `` ` `` y ``` b ``` y `c`

        ```
        d
        ```
        """,
        {5: "d\n"},
    ),
    Case("indented code", "Texto:\n\n    ```\n    a\n    ```\n\n→~~~\n→b\n→~~~", {}),
    Case("indented code below a list", "- Paso\n\nTexto\n\n    ```\n    a\n    ```", {}),
    Case("indented code in a list", "- Paso\n\n        ```\n        a\n        ```", {}),
    Case("indented code in a quote", "> Cita\n>\n>     ```\n>     a\n>     ```", {}),
    Case("indented code two items deep", "- a\n  - b\n\n        ```\n        c\n        ```", {}),
    Case(
        "comments",
        """
        <!--
        ```
        a
        ```
        -->

        ```
        b
        <!--
        ```

        <!-- x -->

        ```
        c
        ```
        """,
        {7: "b\n<!--\n", 14: "c\n"},
    ),
    *(
        Case(
            f"{marker} and {width} columns, {'loose' if blank else 'tight'}",
            f"{marker} Paso\n{blank}"
            + indent("```yaml\na\n\n  b\n```", " " * width)
            + f"\n{blank}{marker} Paso\n{blank}"
            + indent("~~~\nc\n~~~", " " * width),
            {2 + len(blank): "a\n\n  b\n", 8 + 3 * len(blank): "c\n"},
        )
        for marker in ("-", "*", "1.", "7.")
        for width in (2, 3, 4)
        for blank in ("", "\n")
    ),
    *(
        Case(
            f"{marker} three deep by {width} columns, {column} to the fence",
            "\n".join(f"{' ' * width * level}{marker} Paso" for level in range(3))
            + "\n\n"
            + indent("```yaml\na\n```", " " * column),
            {5: "a\n"},
        )
        for marker, width, columns in (
            ("-", 2, (4, 5, 6, 7)),
            ("-", 3, (6, 7, 8)),
            ("-", 4, (8, 10, 11)),
            ("1.", 2, (5, 6, 7, 8)),
            ("1.", 3, (8, 9, 10)),
            ("1.", 4, (11, 12, 13)),
        )
        for column in columns
    ),
    Case(
        "text of an item that lacks its indentation",
        """
        1. Un paso
        que sigue
                y sigue
        aquí:

             ```
             a
             ```
        """,
        {6: "a\n"},
    ),
    Case("a number that is no item", "Texto\n2. Texto\n\n     ```\n     a\n     ```", {}),
    Case("a number below a heading", "Uno\n===\n2. Paso\n\n    ```\n    a\n    ```", {5: "a\n"}),
    Case("an item that begins with an empty line", "   -\n        ```\n        a\n        ```", {2: "a\n"}),
    Case("a comment ends with its item", "- a\n  1. b\n\n     <!--\n    ```\n    c\n    ```", {5: "c\n"}),
    Case("tabs in a list", "- Paso\n\n→```yaml\n→a:\n→  b\n→```", {3: "a:\n  b\n"}),
    Case("tabs in two lists", "- a\n→- b\n\n→→```\n→→c\n→→```", {4: "c\n"}),
    Case(
        "quotes",
        """
        > Cita
        > ```
        > a
        >
        >   b
        > ```

        >```
        >c
        >```

        > > ~~~
        > > d
        > > ~~~
        """,
        {2: "a\n\n  b\n", 8: "c\n", 12: "d\n"},
    ),
    Case(
        "callouts",
        """
        > [!note] Nota
        > ```yaml
        > a
        > ```
        >
        > > [!tip]- Consejo
        > >
        > > ~~~
        > > b
        > > ~~~

        > [!warning]+
        >
        > - Paso
        >
        >     ```
        >     c
        >     ```
        """,
        {2: "a\n", 8: "b\n", 16: "c\n"},
    ),
    Case(
        "lists in a quote",
        "> 1. a\n>   1. b\n>     1. c\n>\n>       ```\n>       d\n>       ```",
        {5: "d\n"},
    ),
    Case("a quote in a list", "- Paso\n\n    > ```\n    > a\n    > ```", {3: "a\n"}),
    Case(
        "details",
        """
        <details>
        <summary>Más</summary>

        ```yaml
        a
        ```

        - Paso

            ~~~
            b
            ~~~

        </details>

        ```
        c
        ```
        """,
        {4: "a\n", 10: "b\n", 16: "c\n"},
    ),
]

ONLY_COMMONMARK = [
    Case("never closed", "```\na\n\nb", {1: "a\n\nb\n"}, "What is meant to be code is checked as code"),
    Case("never closed in an item", "- ```\n  a\n\nTexto", {1: "a\n\n"}, "It ends with its item"),
    Case("never closed in a quote", "> ```\n> a\n\nTexto", {1: "a\n"}, "It ends with its quote"),
    Case(
        "on the line of a list marker",
        "- ```yaml\n  a\n  ```\n1. ~~~\n   b\n   ~~~",
        {1: "a\n", 4: "b\n"},
        "superfences wants white space before it; the block is as plain to a reader",
    ),
    Case(
        "an item that a parenthesis numbers",
        "1) Paso\n\n    ```\n    a\n    ```",
        {3: "a\n"},
        "Python-Markdown knows no such item, other readers do",
    ),
    Case("half of a tab", "- ```\n→a\n  ```", {1: "  a\n"}, "likewise"),
    Case(
        "a name in the label",
        "```yaml:compose.yml\na\n```\n\n~~~ `x`\nb\n~~~",
        {1: "a\n", 5: "b\n"},
        "superfences leaves a label alone that it cannot read, which hides the block from every check",
    ),
    Case(
        "a longer closing marker",
        "```\na\n`````\n\nTexto",
        {1: "a\n"},
        "superfences wants the same length",
    ),
    Case(
        "lines that stand further left than the marker",
        "  ```\n  a\n b\n```\n\nTexto",
        {1: "a\nb\n"},
        "superfences wants them below each other",
    ),
    Case(
        "a quote that ends without a blank line",
        "> ```\n> a\n```\nb\n```",
        {1: "a\n", 3: "b\n"},
        "superfences takes what follows into the quote",
    ),
    Case(
        "a marker that is indented like code, below text",
        "Texto\n    ```\n    a\n    ```",
        {},
        "superfences looks for no paragraph; the lines are one",
    ),
    Case(
        "a list that is glued to text",
        "Texto\n- Paso\n\n    ```\n    a\n    ```",
        {4: "a\n"},
        "Python-Markdown wants a blank line above a list; authors forget it",
    ),
    Case(
        "text below a heading in an item",
        "- Uno\n  ===\nTexto\n\n    ```\n    a\n    ```",
        {},
        "Python-Markdown takes the heading for text, and what is below for more of it",
    ),
    Case(
        "a comment in an item",
        "- <!--\n\n  ```\n  a\n  ```\n\n  -->\n\n```\nb\n```",
        {9: "b\n"},
        "Python-Markdown knows no comment on the line of a list marker",
    ),
]

ONLY_SUPERFENCES = [
    *(
        Case(
            f"{opening} {'loose' if blank else 'tight'}",
            f"Texto\n\n{opening}\n{blank}"
            + indent("```yaml\na\n  b\n```\n\n~~~\nc\n~~~\n", "    ")
            + "\nTexto",
            {4 + len(blank): "a\n  b\n", 9 + len(blank): "c\n"},
            "CommonMark has only indented code here",
        )
        for opening in ('!!! note "Nota"', "??? tip", "???+ tip", '=== "Uno"', '===! "Uno"')
        for blank in ("", "\n")
    ),
    Case(
        "a footnote and a definition",
        """
        Texto[^1].

        [^1]: Nota

            ```
            a
            ```

        Palabra

        :   Texto

            ```
            b
            ```
        """,
        {13: "b\n", 5: "a\n"},
        "CommonMark has only indented code here",
    ),
    Case(
        "tabs within an admonition within a list",
        """
        1. Paso

            !!! note

                === "Uno"

                    ```
                    a
                    ```

                === "Dos"

                    > [!tip]
                    > ~~~
                    > b
                    > ~~~
        """,
        {7: "a\n", 14: "b\n"},
        "CommonMark has only indented code here",
    ),
    Case(
        "an admonition within a callout",
        "> [!note] Nota\n>\n> !!! note\n>\n>     ```\n>     a\n>     ```",
        {5: "a\n"},
        "CommonMark has only indented code here",
    ),
    Case("an admonition and tabs", "!!! note\n\n→```\n→a\n→```", {3: "a\n"}, "likewise"),
    Case(
        "lists within an admonition",
        "!!! note\n\n    - a\n        - b\n\n            ```\n            c\n            ```",
        {6: "c\n"},
        "CommonMark has only indented code here",
    ),
    Case(
        "further in than the item, and not as far as code in it",
        "- Paso\n\n      ```\n      a\n        b\n      ```\n\n- Paso\n\n     > ```\n     > c\n     > ```",
        {3: "a\n  b\n", 10: "c\n"},
        "An item's code is eight columns in for Python-Markdown, and six for CommonMark",
    ),
    Case(
        "further in than the item, in a quote",
        "> - Paso\n>\n>       ```\n>       a\n>       ```",
        {3: "a\n"},
        "likewise, counted from the quote mark",
    ),
    Case(
        "a quote further in than the item",
        "- Paso\n\n      > ```\n      > a\n      > ```",
        {3: "a\n"},
        "likewise",
    ),
    *(
        Case(
            f"less far in than the item, {item!r}",
            f"{item}\n\n    ```\n    a\n    ```",
            {3: "a\n"},
            "What is four columns in stands in the item, however wide its marker",
        )
        for item in ("100. Paso", "   - Paso", "-    Paso", "  1. Paso")
    ),
    Case(
        "an ordered list three deep by two columns, loose",
        "1. a\n\n  1. b\n\n    1. c\n\n        ```\n        d\n        ```",
        {7: "d\n"},
        "CommonMark has indented code for the third item",
    ),
    Case(
        "an item that begins with another number than 1",
        "- Paso\n    2. Paso\n\n        ```\n        a\n        ```",
        {4: "a\n"},
        "CommonMark takes it for text of the item above",
    ),
    Case(
        "details without blank lines",
        "<details>\n<summary>Más</summary>\n```\na\n```\n</details>\n```\nb\n```",
        {3: "a\n", 7: "b\n"},
        "CommonMark goes on with HTML up to a blank line; the site shows code",
    ),
]

NEITHER = [
    Case(
        "never closed in an admonition",
        "!!! note\n\n    ```\n    a\n\nTexto",
        {3: "a\n\n"},
        "It is closed at its parent's end, as CommonMark closes a fence in an item",
    ),
    Case(
        "an admonition in a list that is glued to text",
        "Texto\n- Paso\n\n    !!! note\n\n        ```\n        a\n        ```",
        {6: "a\n"},
        "CommonMark sees the list and not the admonition, Python-Markdown has no admonition without the list",
    ),
    *(
        Case(
            f"{opening} in an item of two columns",
            f"- Paso\n\n  {opening}\n\n      ```\n      a\n      ```",
            {5: "a\n"},
            "A fence is meant, though Python-Markdown sees no parent before column four",
        )
        for opening in ("!!! note", '=== "Uno"')
    ),
]


def cases(*groups):
    return pytest.mark.parametrize(
        "case", [one for group in groups for one in group], ids=lambda case: case.name
    )


line_ends = pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])


@line_ends
@cases(BOTH, ONLY_COMMONMARK, ONLY_SUPERFENCES, NEITHER)
def test_the_scan_finds(case, line_end):
    found = scanned(case.text.replace("\n", line_end))
    assert {first: text for first, _, _, text in found} == case.fences


@line_ends
@cases(BOTH, ONLY_COMMONMARK)
def test_commonmark_sees_the_same(case, line_end):
    note = case.text.replace("\n", line_end)
    assert scanned(note) == seen_by_commonmark(note)


@line_ends
@cases(BOTH, ONLY_SUPERFENCES)
def test_superfences_renders_the_same(case, line_end):
    texts = [as_python_markdown(text) for text in case.fences.values()]
    assert rendered(case.text.replace("\n", line_end)) == texts


@cases(ONLY_SUPERFENCES, NEITHER)
def test_commonmark_contradicts(case):
    assert case.reason
    assert {first: text for first, _, _, text in seen_by_commonmark(case.text)} != case.fences


@cases(ONLY_COMMONMARK, NEITHER)
def test_superfences_contradicts(case):
    assert case.reason
    assert rendered(case.text) != [as_python_markdown(text) for text in case.fences.values()]


INFOS = ["", "yaml", 'yaml title="x"', " { .yaml }"]
INSIDE = ["a: b", "  c", "", "- d", "> e", "# f", "!!! g", "<!-- h -->", "`i`"]


@st.composite
def fences(draw):
    marker, shown = draw(
        st.sampled_from([("```", "~~~"), ("~~~", "```"), ("````", "```"), ("~~~~~", "~~~~")])
    )
    inside = draw(st.lists(st.sampled_from([*INSIDE, shown]), max_size=4))
    return [marker + draw(st.sampled_from(INFOS)), *inside, marker]


def wrap(opening, prefix, closing=()):
    def wrapped(lines):
        return [*opening, *((prefix + line).rstrip() for line in lines), *closing]

    return wrapped


def item(marker, width):
    return wrap([f"{marker} Paso", ""], " " * width, ["", f"{marker} Paso"])


QUOTING = [wrap(["> Cita", ">"], "> "), wrap(["> [!note] Nota", ">"], "> "), wrap([], "> ")]
DETAILS = wrap(["<details>", "<summary>Más</summary>", ""], "", ["", "</details>"])
NARROW = [item("-", 2), item("*", 3), item("+", 4), item("1.", 3), item("3)", 4), *QUOTING, DETAILS]
INDENTING = [wrap([one, ""], "    ") for one in ('!!! note "Nota"', "??? tip", "???+ tip", '=== "Uno"')]
WIDE = [item("-", 4), item("1.", 4), *QUOTING, DETAILS, *INDENTING]


@st.composite
def notes(draw, containers):
    """Draw a note of some blocks, each of some fences in at most three containers."""
    note = []
    for _ in range(draw(st.integers(1, 3))):
        block = draw(fences())
        for container in draw(st.lists(st.sampled_from(containers), max_size=3)):
            block = container([*block, "", *draw(fences())] if draw(st.booleans()) else block)
        note += [*block, "", "Texto.", ""]
    return "\n".join(note)


@settings(max_examples=100)
@given(notes(NARROW))
def test_commonmark_sees_the_same_in_any_note_of_its_containers(note):
    found = scanned(note)
    assert found
    assert found == seen_by_commonmark(note)


@settings(max_examples=100)
@given(notes(WIDE))
def test_superfences_renders_the_same_in_any_note_that_indents_by_four_columns(note):
    found = [as_python_markdown(text) for *_, text in scanned(note)]
    assert found
    assert found == rendered(note)
