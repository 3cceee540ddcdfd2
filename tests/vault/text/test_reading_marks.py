from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.text.fences import scan_fences
from estiba.vault.text.marks import Section
from estiba.vault.text.reading_marks import read_marks

PIECES = st.sampled_from(
    """[[ ]] ![[ a b # ^ | ` `` %% $ < > </code> <code> ( ) [ ] ](x) \\ \n \n\n - > ``` ~~~ 1. # ## === --- #t
    ^id \t {#i} <!-- --> http://x é""".split(" ")
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def sections(text: str) -> list[Section]:
    return list(read_marks(text.split("\n"))[1].sections)


def test_sections() -> None:
    found = sections("# One\ntext\n## Two `code` ##\n\nThree\n-----\n# Four [[a|b]]")
    assert [(one.level, one.text, one.id, one.first_line, one.last_line) for one in found] == [
        (1, "One", "one", 1, 6),
        (2, "Two code", "two-code", 3, 4),
        (2, "Three", "three", 5, 6),
        (1, "Four b", "four-b", 7, 7),
    ]


def test_sections_of_one_name_are_numbered() -> None:
    assert [one.id for one in sections("# a\n# a\n# a\n# ¿¡\n# b {#own}")] == ["a", "a_1", "a_2", "_1", "own"]


def test_headings_in_code_and_comments_are_none() -> None:
    text = "```\n# a\n```\n    # b\n%%\n# c\n%%\n<!--\n# d\n-->\n#e\n####### f"
    assert sections(text) == []


def test_headings_in_containers_are_some() -> None:
    assert [one.text for one in sections("> # a\n\n- # b")] == ["a", "b"]


@given(TEXTS)
def test_each_place_holds_what_was_found(text: str) -> None:
    lines = text.split("\n")
    fences, marks = read_marks(lines, first_line=3)
    assert fences == scan_fences(lines, first_line=3)

    def source(line: int, column: int) -> str:
        return lines[line - 3][column - 1 :]

    for link in marks.links:
        assert link.position < link.end
        assert source(*link.position)[0] in "[!<"
        if link.is_obsidian:
            row, column = link.end
            assert lines[row - 3][: column - 1].endswith("]]")
    assert all(source(*tag.position).startswith(f"#{tag.name}") for tag in marks.tags)
    assert all(source(*one.position).startswith("%%") for one in marks.comments)
    assert all(source(*one.position).startswith(f"^{one.name}") for one in marks.blocks)
    assert all(source(*one.position).startswith("^[") for one in marks.footnotes)
    assert len({one.id for one in marks.sections}) == len(marks.sections)
