"""Text without Obsidian's comments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from estiba.vault.text.marks import Comment


def without_comments(
    lines: Sequence[str], comments: Iterable[Comment], *, first_line: int = 1
) -> Sequence[str]:
    """Give `lines`, of which the first is line `first_line` of the file, with `comments` cut out.

    Their number stays: a line that is all comment is blank.
    """
    cut: list[str] | None = None
    for comment in sorted(comments, key=lambda one: one.position, reverse=True):
        cut = cut or list(lines)
        first, last = comment.position.line - first_line, comment.end.line - first_line
        behind = cut[last][comment.end.column - 1 :]
        before = cut[first][: comment.position.column - 1]
        cut[first : last + 1] = [""] * (last - first + 1)
        cut[last] = behind
        cut[first] = before + cut[first]
    return lines if cut is None else cut
