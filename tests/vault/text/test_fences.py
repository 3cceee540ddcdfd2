from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.vault.text.fences import Fence, scan_fences


def note(text: str) -> list[str]:
    """Give the lines of a note that is written indented, with `→` for a tab."""
    return dedent(text).strip("\n").replace("→", "\t").split("\n")


def show(fence: Fence) -> tuple[object, ...]:
    last = f"{fence.last_line}" if fence.closed else f"{fence.last_line}?"
    return f"{fence.first_line}-{last}", fence.info, fence.text, fence.widths


def scan(text: str) -> list[tuple[object, ...]]:
    return [show(fence) for fence in scan_fences(note(text))]


def test_a_fence_has_its_lines_its_label_and_its_text():
    text = """
        Texto.

        ```yaml title="compose.yml"
        services:
          web: {}

        ```
        Texto.
    """
    assert scan(text) == [("3-7", 'yaml title="compose.yml"', "services:\n  web: {}\n\n", (0, 0, 0))]


def test_lines_count_from_where_the_text_begins_in_its_file():
    (fence,) = scan_fences(["", "```", "a", "```"], first_line=7)
    assert (fence.first_line, fence.last_line) == (8, 10)


@pytest.mark.parametrize("marker", ["```", "````", "~~~", "~~~~~~"])
@pytest.mark.parametrize(
    "info", ["", "yaml", "yaml:compose.yml", "docker-compose", '{ .yaml title="a" }', "YAML"]
)
def test_a_fence_may_have_any_marker_and_any_label_or_none(marker, info):
    lines = [f"{marker}{info}", "a: b", marker]
    assert [show(fence) for fence in scan_fences(lines)] == [("1-3", info, "a: b\n", (0,))]


def test_white_space_around_the_label_is_none_of_it():
    assert scan("```   yaml  \na\n```  ") == [("1-3", "yaml", "a\n", (0,))]


def test_tildes_may_be_labelled_with_backticks_and_backticks_may_not():
    assert scan("~~~ `a` ~~~\nb\n~~~") == [("1-3", "`a` ~~~", "b\n", (0,))]
    assert scan("``` `a`\nb") == []
    assert scan("```a```\nb") == []


def test_a_shorter_or_other_marker_closes_nothing():
    text = """
        ````markdown
        ```yaml
        a: b
        ```
        ~~~~
        ````
    """
    assert scan(text) == [("1-6", "markdown", "```yaml\na: b\n```\n~~~~\n", (0, 0, 0, 0))]


def test_a_marker_with_a_label_closes_nothing():
    assert scan("```\na\n``` yaml\nb\n`````") == [("1-5", "", "a\n``` yaml\nb\n", (0, 0, 0))]


def test_two_fences_in_a_row():
    assert scan("```\na\n```\n```\nb\n```") == [("1-3", "", "a\n", (0,)), ("4-6", "", "b\n", (0,))]


def test_an_empty_fence():
    assert scan("```\n```\n") == [("1-2", "", "", ())]


@pytest.mark.parametrize("indent", [1, 2, 3])
def test_a_fence_may_be_indented_and_its_lines_with_it(indent):
    text = f"{' ' * indent}```\n{' ' * indent}a\n  b\n{' ' * 6}c\n   ```"
    assert [show(one) for one in scan_fences(text.split("\n"))] == [
        (
            "1-5",
            "",
            f"a\n{' ' * (2 - min(indent, 2))}b\n{' ' * (6 - indent)}c\n",
            (indent, min(indent, 2), indent),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "    ```\n    a\n    ```",
        "→```\n→a\n→```",
        "Texto\n\n    ```yaml\n    a\n    ```",
        "Texto\n    ```yaml",
        "# Título\n\n    ```\n    a\n    ```",
    ],
)
def test_indented_code_is_no_fence(text):
    assert scan_fences(text.replace("→", "\t").split("\n")) == ()


def test_a_marker_that_is_indented_like_code_closes_nothing():
    assert scan_fences("```\n    ```\na".split("\n"))[0].text == "    ```\na\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\na\n\nb", ("1-4?", "", "a\n\nb\n", (0, 0, 0))),
        ("```\na\n", ("1-2?", "", "a\n", (0,))),
        ("```\na\n\n", ("1-3?", "", "a\n\n", (0, 0))),
        ("```", ("1-1?", "", "", ())),
        ("```\n", ("1-1?", "", "", ())),
    ],
)
def test_a_fence_that_never_closes_ends_with_the_note(text, expected):
    assert [show(fence) for fence in scan_fences(text.split("\n"))] == [expected]


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_a_fence_in_a_list(indent):
    white = " " * indent
    lines = ["- Un paso:", "", f"{white}```yaml", f"{white}a:", f"{white}  b", "", f"{white}```", "- Otro"]
    (fence,) = scan_fences(lines)
    assert show(fence) == ("3-7", "yaml", "a:\n  b\n\n", (indent, indent, 0))
    assert (fence.prefix, fence.depth) == (white, 1)


@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "10)"])
def test_a_fence_on_the_line_of_the_list_marker(marker):
    white = " " * (len(marker) + 1)
    lines = [f"{marker} ```yaml", f"{white}a:", f"{white} b", f"{white}```", f"{white}texto"]
    (fence,) = scan_fences(lines)
    assert show(fence) == ("1-4", "yaml", "a:\n b\n", (len(white), len(white)))
    assert (fence.prefix, fence.depth) == (f"{marker} ", 1)


def test_a_fence_in_a_list_ends_with_its_item():
    text = """
        - ```
          a
        - b

          ```
          c
        Texto
    """
    assert scan(text) == [("1-2?", "", "a\n", (2,)), ("5-6?", "", "c\n", (2,))]


def test_fences_in_nested_lists():
    text = """
        - uno
          - dos

            ```
            a
            ```
        1. tres
            - cuatro

                ```
                b
                ```
    """
    fences = scan_fences(note(text))
    assert [show(one) for one in fences] == [("4-6", "", "a\n", (4,)), ("10-12", "", "b\n", (8,))]
    assert [one.depth for one in fences] == [2, 2]


def test_a_line_that_continues_an_item_without_its_indentation_ends_no_list():
    text = """
        1. Un paso que sigue
        en otra línea:

            ```
            a
            ```
    """
    assert scan(text) == [("4-6", "", "a\n", (4,))]


def test_a_paragraph_below_a_list_ends_it():
    text = """
        1. Un paso

        Texto

            ```
            a
            ```
    """
    assert scan(text) == []


@pytest.mark.parametrize("above", ["***", "# Título", "---", "<br>", "| a |"])
def test_what_is_no_paragraph_continues_no_item(above):
    lines = ["1. Un paso", above, "", "    ```", "    a", "    ```"]
    assert scan_fences(lines) == ()


def test_a_fence_in_a_quote():
    text = """
        > Cita
        >
        > ```yaml
        > a:
        >   b
        >c
        > ```
        Texto
    """
    (fence,) = scan_fences(note(text))
    assert show(fence) == ("3-7", "yaml", "a:\n  b\nc\n", (2, 2, 1))
    assert (fence.prefix, fence.depth) == ("> ", 0)


def test_a_fence_in_a_quote_ends_with_it():
    assert scan("> ```\n> a\n\n> b") == [("1-2?", "", "a\n", (2,))]
    assert scan("> ```\n> a\nb\n```\nc") == [("1-2?", "", "a\n", (2,)), ("4-5?", "", "c\n", (0,))]


def test_a_quote_may_be_indented_in_one_line_and_not_in_the_next():
    assert scan_fences([" > ```", ">   a", " > ```"])[0].text == "  a\n"


def test_a_fence_in_quotes_and_lists_within_each_other():
    text = """
        > - > 1. ```
        >   >    a
        >   >    ```
    """
    (fence,) = scan_fences(note(text))
    assert show(fence) == ("1-3", "", "a\n", (9,))
    assert (fence.prefix, fence.depth) == ("> - > 1. ", 2)


def test_a_fence_in_a_callout():
    text = """
        > [!warning]- Cuidado
        > ~~~sh
        > rm -r x
        > ~~~
    """
    assert scan(text) == [("2-4", "sh", "rm -r x\n", (2,))]


@pytest.mark.parametrize(
    "opening",
    [
        '!!! note "Nota"',
        "??? tip",
        "???+ tip",
        '=== "x"',
        '===! "x"',
        '===+ "x"',
        "[^1]: Nota",
        ":   Definición",
    ],
)
def test_a_fence_in_what_python_markdown_indents_by_four(opening):
    lines = [
        "Palabra",
        opening,
        "",
        "    Texto.",
        "",
        "    ```yaml",
        "    a:",
        "      b",
        "    ```",
        "",
        "Texto",
    ]
    (fence,) = scan_fences(lines)
    assert show(fence) == ("6-9", "yaml", "a:\n  b\n", (4, 4))
    assert (fence.prefix, fence.depth) == ("    ", 1)


def test_fences_in_tabs_within_an_admonition_within_a_list():
    text = """
        - Paso

            !!! note

                === "Uno"

                    ```
                    a
                    ```

                === "Dos"

                    ```
                    b
                    ```
    """
    assert scan(text) == [("7-9", "", "a\n", (12,)), ("13-15", "", "b\n", (12,))]


def test_a_fence_in_details():
    text = """
        <details>
        <summary>Más</summary>

        ```yaml
        a: b
        ```

        </details>
    """
    assert scan(text) == [("4-6", "yaml", "a: b\n", (0,))]


def test_a_fence_that_tabs_indent():
    text = """
        - Paso

        →```yaml
        →a:
        →→b
        → c
        →```
    """
    assert scan(text) == [("3-7", "yaml", "a:\n\tb\n c\n", (1, 1, 1))]


def test_half_of_a_tab_becomes_spaces():
    (fence,) = scan_fences(["- ```", "\ta", "  ```"])
    assert show(fence) == ("1-3", "", "  a\n", (-1,))


def test_tabs_inside_a_fence_stay_tabs():
    assert scan("```\n→a→b\n```") == [("1-3", "", "\ta\tb\n", (0,))]


def test_bad_input_52_a_carriage_return_before_a_line_feed_is_gone_when_a_note_is_read(show):
    expected = show("```yaml\na: b\n```\n")
    assert "fence: 1-3 'yaml'" in expected
    assert show("```yaml\r\na: b\r\n```\r\n") == expected


def test_nothing_in_a_comment_is_a_fence():
    text = """
        <!-- ```
        a
        ``` -->
        ```
        b
        ```
        <!--
        ```
        c
        ```
        -->
    """
    assert scan(text) == [("4-6", "", "b\n", (0,))]


def test_a_comment_on_one_line_hides_nothing_below():
    assert scan("<!-- a -->\n```\nb\n```") == [("2-4", "", "b\n", (0,))]


def test_a_comment_in_code_is_none():
    assert scan("Texto\n\n    <!-- a\n\n```\nb\n```") == [("5-7", "", "b\n", (0,))]
    assert scan("```\n<!-- a\n```\n```\nb\n```") == [("1-3", "", "<!-- a\n", (0,)), ("4-6", "", "b\n", (0,))]


def test_a_comment_ends_with_what_it_stands_in():
    assert scan("- <!-- a\n\n  ```\n\n```\nb\n```") == [("5-7", "", "b\n", (0,))]
    assert scan("> <!-- a\n\n```\nb\n```") == [("3-5", "", "b\n", (0,))]


def test_what_is_nested_beyond_measure_is_text():
    assert scan_fences([">" * 64 + "```"]) != ()
    assert scan_fences([">" * 65 + "```"]) == ()
    assert scan_fences(["- " * 65 + "```"]) == ()


def test_no_lines_and_empty_lines_hold_no_fence():
    assert scan_fences([]) == ()
    assert scan_fences([""]) == ()
    assert scan_fences(["", " ", "\t"]) == ()


PIECES = (
    "```|````|~~~|yaml|`x`|texto|- |* |1. |> |>|<!--|-->|# |***|!!! note|=== 'x'|[^1]: |:   | |  |    |\t"
).split("|")
LINES = st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), max_size=12)


@settings(max_examples=500)
@given(LINES)
def test_fences_lie_in_the_note_one_after_the_other_and_hold_its_text(lines):
    last = 0
    for fence in scan_fences(lines):
        assert last < fence.first_line <= fence.last_line <= len(lines)
        last = fence.last_line
        inside = lines[fence.first_line : fence.last_line - fence.closed]
        assert fence.text.endswith("\n") or not fence.text
        texts = fence.text.split("\n")[:-1]
        for line, text, width in zip(inside, texts, fence.widths, strict=True):
            assert len(line) - len(text) == width
            assert line.endswith(text.lstrip(" "))
            assert "\t" in line or line == line[:width] + text
        assert lines[fence.first_line - 1].startswith(fence.prefix)


COMMON = (
    """
```|````|~~~|``` yaml|~~~ `x`|texto|a: b|| |***|# h|<!--|-->|<!-- x -->
- texto|1. texto|> texto|> ```|> ~~~|> > ```|- ```|1. ```|* - ```|>
  ```|   ```|  texto|   texto|  - texto|  ~~~|   > texto
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(COMMON), max_size=10))
def test_fences_are_those_that_commonmark_sees(lines):
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    tokens = parser.parse("\n".join(lines) + "\n")
    theirs = [
        (token.map[0] + 1, token.map[1], token.info.strip(), token.content)
        for token in tokens
        if token.type == "fence"
    ]
    ours = [(one.first_line, one.last_line, one.info, one.text) for one in scan_fences([*lines, ""])]
    assert ours == theirs
