from __future__ import annotations

import pytest

from estiba.vault.text.marks import Link
from estiba.vault.text.reading_marks import read_marks


def links(text: str) -> list[tuple[str, str, str, str]]:
    found = read_marks(text.split("\n"))[1].links
    return [(link.kind, link.to.path, link.to.fragment, link.text) for link in found]


def only(text: str) -> Link:
    (link,) = read_marks(text.split("\n"))[1].links
    return link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[note]]", ("wikilink", "note", "", "")),
        ("[[note|words]]", ("wikilink", "note", "", "words")),
        (r"[[note\|words]]", ("wikilink", "note", "", "words")),
        ("[[note|a %%b%% c]]", ("wikilink", "note", "", "a  c")),
        ("[[note|a|b]]", ("wikilink", "note", "", "a | b")),
        ("[[ folder/note ]]", ("wikilink", "folder/note", "", "")),
        ("[[note#Heading]]", ("wikilink", "note", "Heading", "")),
        ("[[note#H1#H2|x]]", ("wikilink", "note", "H1#H2", "x")),
        ("[[#Heading]]", ("wikilink", "", "Heading", "")),
        ("[[note#^id]]", ("wikilink", "note", "^id", "")),
        ("[[note#]]", ("wikilink", "note", "", "")),
        ("![[note]]", ("embed", "note", "", "")),
        ("[text](a%20b.md#c%C3%A9)", ("link", "a b.md", "cé", "text")),
        ("[text](<a b.md> 'title')", ("link", "a b.md", "", "text")),
        ('[**text** `code`](a.md "title (x)")', ("link", "a.md", "", "text code")),
        ("[text](a_(b).md)", ("link", "a_(b).md", "", "text")),
        ("[over\nlines](a.md)", ("link", "a.md", "", "over lines")),
        ("![alt](p.png)", ("image", "p.png", "", "alt")),
        ("![alt|300](p.png)", ("image", "p.png", "", "alt")),
        ("[label]: a.md 'title'", ("definition", "a.md", "", "")),
        ('<a href="a.md#b">', ("html", "a.md", "b", "")),
        ("<img src=p.png>", ("html", "p.png", "", "")),
        ("| [[note\\|x]] | y |", ("wikilink", "note", "", "x")),
        ("# Heading [[note]]", ("wikilink", "note", "", "")),
        ("> - [[note]]", ("wikilink", "note", "", "")),
        ("[a](b.md?c=d#e)", ("link", "b.md", "e", "a")),
    ],
)
def test_links(text: str, expected: tuple[str, str, str, str]) -> None:
    assert links(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "`[[note]]`",
        "``a ` [[note]]``",
        "`over\n[[note]] lines`",
        "    [[note]]",
        "```\n[[note]]\n```",
        r"\[[note]]",
        "<!-- [[note]] -->",
        "%%[[note]]%%",
        "%%\n\n[[note]]\n%%",
        "<code>[[note]]</code>",
        "<pre>[[note]]\n[a](b.md)</pre>",
        "[[]]",
        "[[ ]]",
        "[[a\nb]]",
        "[^1]",
        "[ ] task",
        "https://example.org/x](y)",
        "<https://example.org/[a](b)>",
        "$[[x]]$ and $$[[y]]$$",
        "$$\n[[x]]\n\n[[y]]\n$$",
    ],
)
def test_no_links(text: str) -> None:
    assert [link for link in links(text) if link[1] or link[2]] == []


def test_links_with_a_scheme_lead_out() -> None:
    assert only("[a](HTTPS://example.org/x#y)").to.scheme == "https"
    assert only("[a](//example.org)").to.scheme == "https"
    assert only("[a](JavaScript:alert)").to.scheme == "javascript"
    assert only("[a](C:/x.md)").to.scheme == ""


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("![[p.png|300]]", (300, None)),
        ("![[p.png|300x200]]", (300, 200)),
        ("![[p.png|words|300]]", (300, None)),
        ("![words|120](p.png)", (120, None)),
        ("![[p.png|words]]", None),
        ("![[p.png|2024 report]]", None),
    ],
)
def test_sizes(text: str, size: tuple[int, int | None] | None) -> None:
    assert only(text).size == size


def test_places_are_those_of_the_author() -> None:
    found = read_marks(["> - x [[a]]", "  [b](c.md)"], first_line=7)[1].links
    assert [(link.position, link.end) for link in found] == [((7, 7), (7, 12)), ((8, 3), (8, 12))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#docker text", ["docker"]),
        ("#redes/vpn-casa y #ñandú/índice", ["redes/vpn-casa", "ñandú/índice"]),
        ("(#a) **#b** «#c»", ["a", "b", "c"]),
        ("#2024-notes #a/", ["2024-notes", "a"]),
        ("#12 #fff #1e1e1e #FFAA00 #1234", []),
        ("#face #cafe #café", ["face", "cafe", "café"]),
        ("# #heading", []),
        ("Title #no\n===", []),
        ("a#b x/#c ##d &#39;", []),
        ("`#a` [#b](c) [[#d]] https://x.org/#e <a href='#f'>", []),
        (r"\#a", []),
    ],
)
def test_tags(text: str, names: list[str]) -> None:
    assert [tag.name for tag in read_marks(text.split("\n"))[1].tags] == names


def test_tags_have_the_place_of_their_mark() -> None:
    (tag,) = read_marks(["- x #a"])[1].tags
    assert tag.position == (1, 5)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a %%b%% c", [((1, 3), (1, 8), True)]),
        ("a %%b\nc%% d", [((1, 3), (2, 4), True)]),
        ("%%\nb\n\n```\nc\n```\n%% d", [((1, 1), (7, 3), True)]),
        ("> %%b%%", [((1, 3), (1, 8), True)]),
        ("100%% sure", []),
        ("`%%a%%`", []),
        ("a\n\n%% b\n\nc", [((3, 1), (5, 2), False)]),
    ],
)
def test_comments(text: str, places: list[tuple[tuple[int, int], tuple[int, int], bool]]) -> None:
    found = read_marks(text.split("\n"))[1].comments
    assert [(one.position, one.end, one.closed) for one in found] == places


def test_fences_in_a_comment_are_none() -> None:
    assert read_marks("%%\n```\na\n```\n%%\n\n```\nb\n```".split("\n"))[0][0].text == "b\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a^[b]", [(1, 2)]),
        ("a^[b ^[c] d]", [(1, 2), (1, 6)]),
        ("a^[b\nc] d", [(1, 2)]),
        ("`a^[b]` a^[b", []),
        ("[a^](b) x^2 y^", []),
    ],
)
def test_footnotes(text: str, names: list[tuple[int, int]]) -> None:
    assert [one.position for one in read_marks(text.split("\n"))[1].footnotes] == names


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a ^id", [("id", 1, 1)]),
        ("a\nb ^id", [("id", 1, 2)]),
        ("- a\n- b ^id", [("id", 2, 2)]),
        ("| a |\n|---|\n| b |\n\n^id", [("id", 1, 3)]),
        ("```\na\n\nb\n```\n\n^id", [("id", 1, 5)]),
        ("a ^id more", []),
        ("a^id", []),
        ("`a ^id`", []),
    ],
)
def test_block_ids(text: str, blocks: list[tuple[str, int, int]]) -> None:
    found = read_marks(text.split("\n"))[1].blocks
    assert [(one.name, one.first_line, one.last_line) for one in found] == blocks


def test_ids_of_the_authors_own() -> None:
    text = '<a id="x"></a> <b data-id="no"> text {#y .z} {: #w }'
    assert read_marks([text])[1].ids == {"x", "y", "w"}


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![[",
        "](",
        "[a](",
        "`",
        "``a",
        "%%",
        "<a ",
        "<!--",
        "<pre>",
        "#a",
        "{#",
        "^[",
        "^a ",
        "$",
        "[[a",
        "]",
    ],
)
def test_hostile_text_is_read_once(unit: str) -> None:
    marks = read_marks([unit * 30_000])[1]
    assert len(marks.links) == 0
