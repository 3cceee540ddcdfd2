"""Lists that explain a fence."""

from __future__ import annotations

import pytest

from estiba.vault.text.explanations import explanations_of
from estiba.vault.text.fences import scan_fences

FENCE = "```yaml\nimage: a\n```\n"


def found(text, *, first_line=1):
    """Give what was found as `fence: line:column head`."""
    lines = text.split("\n")
    fences = scan_fences(lines, first_line=first_line)
    return [
        f"{fence}: {one.position.line}:{one.position.column} {one.head.text}"
        for fence, explained in explanations_of(lines, fences, first_line=first_line).items()
        for one in explained
    ]


def indented(text, by):
    return "".join(by + line if line.strip() else line for line in text.splitlines(keepends=True))


def test_list_below_a_fence():
    text = FENCE + "\n- **image:** x\n  goes on\n- plain\n- `ports`: y\n\nText.\n\n- **later:** z\n"
    assert found(text) == ["1: 5:3 image", "1: 8:3 ports"]


def test_lines_count_from_the_first():
    assert found(FENCE + "- **image:** x", first_line=11) == ["11: 14:3 image"]


@pytest.mark.parametrize("marker", ["*", "+", "1.", "7)", "-  "])
def test_markers(marker):
    assert found(f"{FENCE}\n{marker} **image:** x") == [f"1: 5:{len(marker) + 2} image"]


@pytest.mark.parametrize(
    "between",
    [
        "",
        "\n\n\n",
        "\nWhat the keys do:\n\n",
        "\nWhat the keys do, in\ntwo lines:\n\n",
        "\n**Explained:**\n\n",
        "\n> Note.\n\n",
        "\n<br />\n\n",
        "\n<!-- estiba: allow stale-explanation -- why -->\n",
        "\n<!-- a comment\n\nof lines -->\n\n",
        "\nText.\n\n<!-- a comment -->\n\n",
        "\nText:\n",
    ],
)
def test_what_may_stand_between(between):
    (one,) = found(FENCE + between + "- **image:** x")
    assert one.endswith(" image")


@pytest.mark.parametrize(
    "between",
    [
        "\n## Heading\n\n",
        "\nHeading\n-------\n\n",
        "\nText.\n\nText.\n\n",
        f"\n{'word ' * 100}\n\n",
        "\n---\n\n",
        "\n```\n```\n\n",
        "\n<div></div>\n\n",
        "\n| a |\n|---|\n\n",
        "\n    code\n\n",
    ],
)
def test_what_may_not_stand_between(between):
    assert [one for one in found(FENCE + between + "- **image:** x") if one.startswith("1:")] == []


def test_the_first_list_alone_explains():
    assert found(FENCE + "\n- plain\n\nText.\n\n- **image:** x") == []
    assert found(f"{FENCE}\n- **image:** x\n\n{FENCE}\n- **ports:** y") == ["1: 5:3 image", "7: 11:3 ports"]


def test_lists_inside_it():
    text = FENCE + "- **environment:**\n    - **TZ:** x\n        1. `CET`: y\n\n- - **deep:** z\n"
    assert found(text) == ["1: 4:3 environment", "1: 5:7 TZ", "1: 6:12 CET", "1: 8:5 deep"]


def test_paragraphs_quotes_and_code_inside_it():
    text = (
        FENCE + "- **image:** x\n\n    > - **quoted:** y\n\n"
        "    ```\n    - **code:** z\n    ```\n\n- **ports:** y\n<!-- - **hidden:** z -->\n- **build:** z\n"
    )
    assert found(text) == ["1: 4:3 image", "1: 6:9 quoted", "1: 12:3 ports", "1: 14:3 build"]


def test_fence_in_an_item_of_the_list_has_its_own():
    inner = indented(FENCE, "    ")
    text = f"{FENCE}- **image:** x\n\n{inner}\n    - **inner:** y\n\n- **ports:** z\n"
    assert found(text) == ["1: 4:3 image", "1: 12:3 ports", "6: 10:7 inner"]


def test_fence_in_a_step_is_explained_in_the_step():
    step = f"1. Write it:\n\n{indented(FENCE, '    ')}"
    assert found(f"{step}\n    - **image:** x\n\n2. **Start** it.\n") == ["3: 7:7 image"]
    assert found(f"{step}\n2. **Start** it.\n") == []
    assert found(f"{step}\nText.\n\n- **image:** x\n") == []


def test_fence_in_a_quote():
    quoted = "".join(f"> {line}\n" for line in FENCE.splitlines())
    assert found(f"{quoted}>\n> - **image:** x\n") == ["1: 5:5 image"]
    assert found(f"{quoted}\n- **image:** x\n") == ["1: 5:3 image"]


@pytest.mark.parametrize("opening", ["!!! note", "??? info 'More'", "???+ tip"])
def test_admonitions(opening):
    inner = indented(FENCE, "    ")
    assert found(f"{opening}\n\n{inner}\n    - **image:** x\n") == ["3: 7:7 image"]
    assert found(f"{opening}\n\n{inner}\n- **image:** x\n") == ["3: 7:3 image"]
    assert found(f"{FENCE}\n{opening}\n\n    - **image:** x\n") == ["1: 7:7 image"]


def test_of_two_tabs_the_last_is_explained():
    inner = indented(FENCE, "    ")
    text = f'=== "A"\n\n{inner}\n=== "B"\n\n{inner}\n- **image:** x\n'
    assert found(text) == ["9: 13:3 image"]


def test_fence_without_an_end():
    assert found("- a\n\n    ```\n    x\n\n- **image:** x\n") == []
    assert found("> ```\n> x\n\n- **image:** x\n") == ["1: 4:3 image"]


def test_only_of_fences_that_are_wanted():
    lines = f"{FENCE}- **image:** x\n\n{FENCE}- **ports:** y\n".split("\n")
    first, second = scan_fences(lines)
    assert list(explanations_of(lines, [second])) == [second.first_line]
    assert list(explanations_of(lines, [first])) == [first.first_line]
    assert explanations_of(lines, []) == {}


def test_very_many_items_and_very_long_lines():
    text = FENCE + "- **image:** x\n" * 20_000 + "- " + "`" * 100_000 + "\n"
    assert found(text) == [f"1: {number}:3 image" for number in range(4, 20_004)]
    assert len(found(FENCE + ("> " * 60 + "- **image:** x\n") * 500)) == 500
