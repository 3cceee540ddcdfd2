"""What an author is told about YAML that is too large."""

from __future__ import annotations

import pytest

from said import said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"
BOMB = "x-a: &a [l, l, l, l, l, l, l, l, l, l]\n" + "".join(
    f"x-{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcde", "bcdef", strict=True)
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            ABOVE + "    labels: &a\n      b: *a\n",
            "5:10 the alias '*a' stands inside its own anchor; name another",
        ),
        (
            ABOVE + f"    labels: {'[' * 70}{']' * 70}\n",
            "4:74 nested too deeply; write at most 64 levels",
        ),
        (ABOVE + BOMB, "8:46 more than 100000 values once aliases are written out; write less"),
        (
            ABOVE + "# x\n" * 70_000,
            (
                "1:1 the example is larger than 256 KB and is shown without a look at it;"
                " make it shorter, or check it as a file of its own"
            ),
        ),
        (ABOVE + f"    command: {'[' * 60}{']' * 60}\n", ""),
    ],
)
def test_told(text, told):
    assert said(text, "oversized-yaml") == ([told] if told else [])


def test_told_in_a_note():
    assert said(ABOVE + "    labels: &a\n      b: *a\n", "oversized-yaml", in_note=True) == [
        "8:10 the alias '*a' stands inside its own anchor; name another"
    ]
