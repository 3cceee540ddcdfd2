"""Lists, quotes and tabs stay whole around an example."""

from __future__ import annotations

import itertools
from html.parser import HTMLParser

import pytest

TEXT = "services:\n  web:\n    image: nginx\n"
FENCE = ["```yaml", *TEXT.splitlines(), "```"]


class Outline(HTMLParser):
    """The items of a page's lists, each with the lists that it stands in; those in examples aside."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.path: list[int] = []
        self.lists = 0
        self.in_example = False
        self.items: list[tuple[str, tuple[int, ...]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self.in_example = True
        elif tag in ("ul", "ol") and not self.in_example:
            self.lists += 1
            self.path.append(self.lists)
        elif ("class", "estiba-example") in attrs:
            self.items.append(("example", tuple(self.path)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self.in_example = False
        elif tag in ("ul", "ol") and not self.in_example:
            self.path.pop()

    def handle_data(self, data: str) -> None:
        self.items += [(word, tuple(self.path)) for word in data.split() if word.startswith("item")]


def nested(marker: str, width: int, depth: int, *, loose: bool, fence: int | None) -> str:
    """Write a list `depth` deep, each level indented by `width`, with an example in the
    deepest, `fence` columns in; and then the further items of each level.
    """
    lines = [" " * (width * level) + f"{marker} item{level}" for level in range(depth)]
    if fence is not None:
        lines += [*[""] * loose, *(" " * fence + line for line in FENCE)]
    for level in reversed(range(depth)):
        lines += [*[""] * loose, " " * (width * level) + f"{marker} item-after{level}"]
    return "\n".join(lines)


CASES = [
    (marker, width, depth, fence)
    for marker, width, depth in itertools.product(("-", "*", "1."), (2, 3, 4), (1, 2, 3))
    for fence in sorted({width * (depth - 1) + len(marker) + 1, 4 * depth})
    if width > len(marker) and width * (depth - 1) < fence - len(marker) < width * (depth - 1) + 5
]


@pytest.mark.parametrize("loose", [False, True], ids=["tight", "loose"])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_lists(convert, case, loose):
    marker, width, depth, fence = case
    page = convert(nested(marker, width, depth, loose=loose, fence=fence) + "\n\nAfter.")
    found = Outline(page.html).items
    plain = Outline(convert(nested(marker, width, depth, loose=loose, fence=None)).html).items
    (at,) = (number for number, (name, _) in enumerate(found) if name == "example")
    assert found[:at] + found[at + 1 :] == plain
    assert found[at] == ("example", plain[depth - 1][1])
    assert [one.text for one in page.blocks] == [TEXT]
    assert page.html.endswith("<p>After.</p>")


@pytest.mark.parametrize("indent", [2, 3, 4])
@pytest.mark.parametrize("below", ["- item2", "  text\n- item2", "\n- item2", "\n\n- item2"])
def test_what_follows_in_the_list(convert, indent, below):
    fence = "".join(" " * indent + line + "\n" for line in FENCE)
    found = Outline(convert(f"- item1\n{fence}{below}\n- item3\n").html)
    assert found.items == [("item1", (1,)), ("example", (1,)), ("item2", (1,)), ("item3", (1,))]


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_what_follows_the_list(convert, indent):
    fence = "".join(" " * indent + line + "\n" for line in FENCE)
    for text in ("After.", "# After", "> After.", "```\nAfter.\n```"):
        html = convert(f"- item1\n{fence}{text}\n").html
        assert "After" in html.partition("</ul>")[2]
        assert "After" not in html.partition("</ul>")[0]


def test_two_lists_with_a_rule_between_them(convert):
    fence = "".join(f"  {line}\n" for line in FENCE)
    found = Outline(convert(f"- item1\n{fence}\n---\n\n- item2\n{fence}").html)
    assert found.items == [("item1", (1,)), ("example", (1,)), ("item2", (2,)), ("example", (2,))]


@pytest.mark.parametrize("quote", [">", "> ", " > ", "> > ", ">> "])
@pytest.mark.parametrize("blank", [[], [""]], ids=["tight", "loose"])
def test_quotes(convert, quote, blank):
    lines = ["before", *blank, *FENCE, *blank, "after"]
    page = convert("\n".join(f"{quote}{line}" for line in lines) + "\n\nAfter.")
    depth = quote.count(">")
    assert page.html.count("<blockquote>") == page.html.count("</blockquote>") == depth
    assert page.html.startswith("<blockquote>\n" * depth + "<p>before</p>\n<div ")
    assert page.html.endswith("</div>\n<p>after</p>\n" + "</blockquote>\n" * depth + "<p>After.</p>")


@pytest.mark.parametrize("blank", ["", "\n"])
def test_tabs(convert, blank):
    fence = "".join(f"    {line}\n" for line in FENCE)
    tab = f'=== "tab"\n{blank}{fence}{blank}    text\n\n'
    html = convert(tab * 3 + "After.").html
    assert html.count('class="tabbed-set') == 1
    assert html.count('class="tabbed-block"') == 3
    assert html.count("<p>text</p>") == 3
    assert html.endswith("</div>\n<p>After.</p>")


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize(
    "above", ["text\n", "- [ ] text\n", "## heading\n", "> quote\n", "| a |\n| - |\n| b |\n"]
)
def test_no_paragraph_holds_a_block(convert, above, blank):
    fence = "\n".join(FENCE)
    html = convert(f"{above}{blank}{fence}\n{blank}text\n{fence}\n{fence}").html
    assert html.count('<div class="estiba-example"') == 3
    for paragraph in html.split("<p>")[1:]:
        assert "<div" not in paragraph.partition("</p>")[0]
