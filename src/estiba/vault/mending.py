"""Safe fixes, put into the bytes of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from estiba.problem import Fix

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def mend(data: bytes, fixes: Iterable[Fix]) -> tuple[bytes, int]:
    """Put `fixes` into the file with the bytes `data`; gives the new bytes, and how many were put in.

    Whatever no fix names stays byte for byte. A fix whose `old` does not stand where it should,
    or that touches another one, is left out. Bytes that are no UTF-8 are given back as they are.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, 0
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _LINE.findall(text.removeprefix(mark))
    done, free = 0, (len(lines) + 1, 0)
    for fix in sorted(set(fixes), key=lambda one: one.position, reverse=True):
        row, column = fix.position.line - 1, fix.position.column - 1
        end = column + len(fix.old)
        if row >= len(lines) or (row == free[0] and end > free[1]) or lines[row][column:end] != fix.old:
            continue
        lines[row] = lines[row][:column] + fix.new + lines[row][end:]
        free = (row, column)
        done += 1
    return (mark + "".join(lines)).encode("utf-8"), done
