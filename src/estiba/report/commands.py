r"""Keeps what a note says from being a command to the machine that runs a workflow.

GitHub's runner reads each line that a step prints, on both outputs. It takes for a command a line that
begins, spaces aside, with `::name …::`, and a line with `##[name …]` anywhere in it; characters that sort
as nothing count as not there, since it compares texts as people sort them. Source: `ActionCommand.cs` and
`ActionCommandManager.cs` of https://github.com/actions/runner.
"""

from __future__ import annotations

import re

_NOTHING = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_SPACE = r" \t\v\f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ANYWHERE = re.compile(rf"#(?=[{_NOTHING}]*#[{_NOTHING}]*\[)")
_AT_START = re.compile(rf"(?<![^\r\n])([{_SPACE}{_NOTHING}]*):(?=[{_NOTHING}]*:)")


def without_commands(text: str) -> str:
    r"""Write `text` so that no line of it is a command: the first sign of one becomes its code point.

    >>> without_commands("a ##[error]b")
    'a \\x23#[error]b'
    >>> without_commands("::error::b")
    '\\x3a:error::b'
    """
    return _AT_START.sub(r"\1\\x3a", _ANYWHERE.sub(r"\\x23", text))


def json_without_commands(text: str) -> str:
    r"""Write JSON, whose lines begin with no text, so that it holds no command and means the same.

    >>> json_without_commands('"a ##[error]b"')
    '"a \\u0023#[error]b"'
    """
    return _ANYWHERE.sub(r"\\u0023", text)
