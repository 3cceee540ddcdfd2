from __future__ import annotations

import pytest

from estiba.vault.fixes.list_indentation import uneven_lists


def evened(block):
    """Give the block with what is offered, and the key and the line of the first odd item."""
    found = uneven_lists(block)
    if found is None:
        return None
    assert block[found.start :].startswith(found.old)
    after = block[: found.start] + found.new + block[found.start + len(found.old) :]
    return found.key, block.count("\n", 0, found.item) + 1, after


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        ("tags:\n  - a\n - b\n   - c\n", 3, "tags:\n  - a\n  - b\n  - c\n"),
        ("tags:\n\t- a\n", 2, "tags:\n  - a\n"),
        ("tags:\n  - a\n\t- b\n", 3, "tags:\n  - a\n  - b\n"),
        ("tags:\n- a\n  - b\n", 3, "tags:\n- a\n- b\n"),
        ("tags:\n - a\n- b", 3, "tags:\n - a\n - b"),
        ("tags: # x\n\n  # y\n  -  'a' # z\n\n   - \"b\"\nx: 1\n", 6, None),
        ("x: 1\ntags:\n  - a\n - b\ny: [1,\n  2]\n", 4, None),
        ("tags:\n  - a\n - b\nz:\n  - c\n - d\n", 3, "tags:\n  - a\n  - b\nz:\n  - c\n  - d\n"),
    ],
)
def test_items_come_to_stand_below_the_first(before, line, after):
    if after is None:
        after = before.replace('   - "b"', '  - "b"').replace("\n - b", "\n  - b")
    assert evened(before) == ("tags", line, after)
    assert uneven_lists(after) is None


@pytest.mark.parametrize(
    "block",
    [
        "tags:\n  - a\n  - b\n",
        "tags:\n  - a\n  - - b\n",
        "a:\n  - b: 1\n    c:\n      - d\n",
        "a:\n - b\nc:\n   - d\n",
        "tags:\n  - a\n - b: c\n",
        "tags:\n  - a\n - [b, c]\n",
        "tags:\n  - a\n - *b\n",
        "tags:\n  - a\n - 'b\n",
        "tags:\n  - a\n   b\n - c\n",
        "tags:\n  - a\n - b\ntitle: x: y\n",
        "tags:\n  - a\n - b\n  published: false\n",
        "text: |\n  - a\n    - b\n   - c\n",
        "text:\n  a\n  - b\n   - c\n",
        "a:\n  b:\n\t- c\n",
        "- a\n - b\n",
        "",
    ],
)
def test_what_may_be_meant_otherwise_is_left(block):
    assert uneven_lists(block) is None
