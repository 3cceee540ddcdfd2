"""Text -> fences and marks: in order, in the text, and of its letters."""

from __future__ import annotations

from estiba.vault.text.fences import scan_fences
from estiba.vault.text.reading_marks import read_marks
from fuzzing.places import check_place

TOKENS = """
``` ~~~ ```` ~~~~ ```yaml ```yaml{.x} <!-- --> %% > >> - * + 1. 12) - [ ] !!! ??? ???+ === ===! [^1]: : |
|---| # ## *** ___ --- === ` `` ^[ ] ^id [[a]] ![[a]] [a](b) [a]: <a <div> </div> <pre> <script> </script>
<![CDATA[ ]]> <? ?> $ $$ \\ #tag #a/b :-- &amp; é 😀
""".split()
TOKENS += ["\n", "\n\n", "\n    ", "\n  ", "\t", "\n> ", "\n- ", "\u2028", "\x0b", "\x0c", "\x1c", "\xa0"]
_FIRST = 3
"""The line of the file that the text begins on."""


def check(data: bytes) -> None:
    """Fail where what is found in the text of `data` does not stand there."""
    lines = data.decode("utf-8", "replace").replace("\r", "\n").split("\n")
    fences, marks = read_marks(lines, first_line=_FIRST)
    if marks.excess is not None:
        assert (fences, marks.links) == ((), ())
        return
    assert fences == scan_fences(lines, first_line=_FIRST)
    last = _FIRST - 1
    for fence in fences:
        assert last < fence.first_line <= fence.last_line < _FIRST + len(lines)
        last = fence.last_line
        inside = lines[fence.first_line - _FIRST + 1 : fence.last_line - fence.closed - _FIRST + 1]
        for line, text, width in zip(inside, fence.text.split("\n")[:-1], fence.widths, strict=True):
            assert len(line) - len(text) == width
            assert "\t" in line or line == line[:width] + text
    file = [""] * (_FIRST - 1) + lines
    for link in marks.links:
        check_place(link.position, file)
        check_place(link.end, file)
        assert link.position < link.end
    begins = [("#", marks.tags), ("%%", marks.comments), ("^", marks.blocks), ("^[", marks.footnotes)]
    for mark, found in begins:
        for one in found:
            check_place(one.position, file)
            row, column = one.position
            assert file[row - 1].startswith(mark, column - 1)
    ids = [one.id for one in marks.sections]
    assert len(set(ids)) == len(ids)
