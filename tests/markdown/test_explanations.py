"""Items that explain an example, tied to its lines on the page."""

from __future__ import annotations

import html
import re

import pytest

from fake_secrets import ISSUED

FENCE = """```yaml
services:
  web:
    image: nginx:1.29
    ports: ["80:80"]
    environment:
      PUID: 1
      PGID: 2
```
"""
LINK = re.compile(r'<a class="estiba-line__why" href="#([^"]*)" aria-label="([^"]*)"></a>')
ITEM = re.compile(
    r'<li class="([^"]*)" data-estiba-example="([^"]*)" data-estiba-lines="([^"]*)" id="([^"]*)">'
)
WORD = re.compile("estiba[0-9a-f]{16}")


def indented(text, by="    "):
    return "".join(by + line if line.strip() else line for line in text.splitlines(keepends=True))


def ties(converted):
    """Give `lines id` of each item that is tied; each must have a link, and no link lead nowhere."""
    page = converted.html
    assert not WORD.search(page)
    linked = [href for href, _ in LINK.findall(page)]
    items = ITEM.findall(page)
    assert set(linked) <= set(re.findall(r' id="([^"]*)"', page))
    return [f"{lines} {item.removeprefix('estiba-example-')}" for _, _, lines, item in items]


def below(page):
    return page.rpartition("</section></div>")[2] if "</section>" in page else page.rpartition("</div>")[2]


def test_item_and_line_lead_to_each_other(convert):
    page = convert(FENCE + "\n- **image:** the *server*\n- **environment** \u2013 x\n", language="es").html
    assert below(page) == (
        "\n<ul>\n"
        '<li class="estiba-explains" data-estiba-example="estiba-example-1" data-estiba-lines="3"'
        ' id="estiba-example-1-why-1"><a class="estiba-explains__head" href="#estiba-example-1-3">'
        "<strong>image:</strong></a> the <em>server</em></li>\n"
        '<li class="estiba-explains" data-estiba-example="estiba-example-1" data-estiba-lines="5-7"'
        ' id="estiba-example-1-why-2"><a class="estiba-explains__head" href="#estiba-example-1-5">'
        "<strong>environment</strong></a> \u2013 x</li>\n</ul>"
    )
    assert LINK.findall(page) == [
        ("estiba-example-1-why-1", "Explicación de «image»"),
        ("estiba-example-1-why-2", "Explicación de «environment»"),
    ]
    line = '<span id="estiba-example-1-3" class="estiba-line estiba-line--why"><a class="estiba-line__why"'
    assert line in page


def test_code_is_the_example(convert):
    seen = convert(FENCE + "\n- **image:** x\n- **ports:** x\n")
    assert seen.blocks[0].text == FENCE.partition("\n")[2].removesuffix("```\n")


def test_without_such_a_list_nothing_changes(convert):
    for text in (FENCE, FENCE + "\n- **Ventajas:** x\n- plain\n", FENCE + "\n## Head\n\n- **image:** x\n"):
        page = convert(text).html
        assert "estiba-explains" not in page
        assert "estiba-line--why" not in page
        assert not WORD.search(page)


@pytest.mark.parametrize("name", ["full", "fenced-code", "plain"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n- **image:** x\n\n- **ports:** x\n\n    more\n", ["3 1-why-1", "4 1-why-2"]),
        ("- **image:** x\n- `ports`: x\n", ["3 1-why-1", "4 1-why-2"]),
        ("\nLead:\n\n1. __image:__ x\n2. **`ports`:** x\n", ["3 1-why-1", "4 1-why-2"]),
        ("\nLead:\n- **image:** x\n", ["3 1-why-1"]),
        (
            "\n- **environment:** x\n    - `PUID` y `PGID`: x\n    - **PGID**\n",
            ["5-7 1-why-1", "6-7 1-why-2", "7 1-why-3"],
        ),
        ("\n- - **image:** x\n", ["3 1-why-1"]),
        ("\n- **[image](x.md):** y\n", ["3 1-why-1"]),
        ("\n- x\n- **image:** y\n- **ports\n", ["3 1-why-1"]),
        ("\n- **image:** x\n\n        - **ports:** code\n", ["3 1-why-1"]),
        ("\n<div>\n- **image:** x\n</div>\n", []),
    ],
)
def test_shapes(convert, sets, name, text, expected):
    assert ties(convert(FENCE + text, sets[name])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("".join(f"> {line}\n" for line in (FENCE + "\n- **image:** x").split("\n")), ["3 1-why-1"]),
        (f"!!! note\n\n{indented(FENCE)}\n    - **image:** x\n", ["3 1-why-1"]),
        (f"!!! note\n\n{indented(FENCE)}\n- **image:** x\n", ["3 1-why-1"]),
        (f"1. Step\n\n{indented(FENCE)}\n    - **image:** x\n\n2. **ports:** y\n", ["3 1-why-1"]),
        (f'=== "A"\n\n{indented(FENCE)}\n    - **image:** x\n', ["3 1-why-1"]),
        (f"<div markdown>\n\n{FENCE}\n- **image:** x\n\n</div>\n", ["3 1-why-1"]),
        (f"{FENCE}\n- **image:** x\n\n{FENCE}\n- **ports:** y\n", ["3 1-why-1", "4 2-why-1"]),
    ],
)
def test_places(convert, text, expected):
    assert ties(convert(text)) == expected


def test_an_id_and_a_class_of_the_authors_stay(convert):
    page = convert(FENCE + "\n- **image:** x\n{: #mine .own }\n").html
    assert (
        '<li class="own estiba-explains" data-estiba-example="estiba-example-1" data-estiba-lines="3"'
        ' id="mine"><a class="estiba-explains__head" href="#estiba-example-1-3" id="estiba-example-1-why-1">'
    ) in page
    page = convert(FENCE + "\n- **[image](x.md):** y\n{: #mine }\n").html
    assert '<li id="mine"><strong><a href="x.md">image</a>:</strong> y</li>' in page
    assert not LINK.search(page)


def test_of_two_items_for_a_line_the_first_is_linked(convert):
    page = convert(FENCE + "\n- **ports:** x\n- `80:80`: y\n").html
    assert [href for href, _ in LINK.findall(page)] == ["estiba-example-1-why-1"]


def test_a_line_that_something_is_to_be_known_of_keeps_its_mark(convert):
    page = convert(FENCE.replace("nginx:1.29", "nginx") + "\n- **image:** x\n").html
    assert 'id="estiba-example-1-3" class="estiba-line estiba-line--advice estiba-line--why"' in page


def test_a_head_is_text(convert):
    text = FENCE.replace("web:", '"<b>\\"&":') + '\n- `<b>"&`: x\n'
    (link,) = LINK.findall(convert(text).html)
    assert html.unescape(link[1]) == 'Explanation of “<b>"&”'


def test_an_example_of_another_kind_is_explained_too(convert):
    assert ties(convert("```yaml\nports: ['80:80']\nrestart: always\n```\n\n- **restart:** x\n")) == [
        "2 1-why-1"
    ]
    text = "```yaml bad='floating-tag'\nservices: {a: {image: nginx}}\n```\n\n- **image:** x\n"
    assert ties(convert(text)) == ["1 1-why-1"]


def test_what_is_covered_stays_covered(convert):
    key = ISSUED["Tailscale"]
    example = f"services: {{a: {{image: b:1, environment: [TS_AUTHKEY={key}]}}}}"
    seen = convert(f"```yaml\n{example}\n```\n\n- **TS_AUTHKEY:** x\n")
    assert ties(seen) == ["1 1-why-1"]
    assert key not in seen.html


def test_a_page_does_not_grow_with_the_product_of_list_and_example(convert):
    services = "".join(f"  s{number}:\n    image: a:1\n    tty: true\n" for number in range(300))
    page = convert(f"```yaml\nservices:\n{services}```\n\n" + "- **image:** x\n" * 400).html
    items = ITEM.findall(page)
    assert len(items) == 200
    assert {len(lines.split()) for _, _, lines, _ in items} == {50}


def test_an_example_that_became_indented_code_is_not_explained(convert):
    text = "[^1]: no\n\n    ```yaml\n    services: {web: {image: nginx:1.29}}\n    ```\n\n- **image:** x\n"
    page = convert(text, {"pymdownx.superfences": {}}).html
    assert "```yaml" in page
    assert "estiba-explains" not in page
