"""What is offered to mend a field, put in."""

from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.mending import mend
from estiba.vault.note import read_note


def mended(front_matter):
    """Put in what is offered for a front matter, once; gives what stands there then."""
    data = f"---\n{front_matter}\n---\n".encode()
    fixes = [problem.fix for problem in read_note(data, "nota.md", Config()).problems if problem.fix]
    return mend(data, fixes)[0].decode()[4:-5]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("date: 2025/10/25 # día", "date: 2025-10-25 # día"),
        ("date: '2025/10/25'", "date: '2025-10-25'"),
        ('{title: a, date: "25/10/2025"}', '{title: a, date: "2025-10-25"}'),
        ("date:\n  2025/10/25", "date:\n  2025-10-25"),
        ("date: 20251025", "date: 2025-10-25"),
        ("date: 2025-10-25 sábado", "date: 2025-10-25"),
        ("modified: 2025/10/25", "modified: 2025-10-25"),
        ("published: 'no' # ñ", "published: false # ñ"),
        ("draft: Sí", "draft: true"),
        ("unlisted: 0", "unlisted: false"),
        ("publish: 'no'\npublished: \"yes\"", "publish: false\npublished: true"),
        ("tags: a, b c,", "tags: [a, b c]"),
        ("tags: 'it''s, b'", "tags: 'it''s, b'"),
        ('tags: "it\'s, b"', "tags: ['it''s', b]"),
        ("tags: a a", "tags: [a]"),
        ("tags: yes, no", "tags: ['yes', 'no']"),
        ('tags: "#a #b"', "tags: [a, b]"),
        ("tags: '@a, b: c'", "tags: ['@a', 'b: c']"),
        ("tags: true", 'tags: "true"'),
        ("tags: [2024-01-02, x]", 'tags: ["2024-01-02", x]'),
        ("tags:\n- 1.5 # ñ\n- x", 'tags:\n- "1.5" # ñ\n- x'),
        ("tags: [a, '', null, b, ~]", "tags: [a, b]"),
        ("tags:\n  -\n  - a\n  -  null  \n  - b", "tags:\n  - a\n  - b"),
        ("tags: [[a, b],[c], d]", "tags: [a, b,c, d]"),
    ],
)
def test_a_value_is_written_as_every_program_reads_it(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "before",
    [
        "date: 2025/10/25\n  10:30",
        "date: |\n  2025/10/25",
        'date: "2025\\x2f10/25"',
        "date: !!str 2025/10/25",
        "date: &a 2025/10/25\nmod: *a",
        "x: &a 2025/10/25\ndate: *a",
        "date: 2025-10-25 (con cambios)",
        "date: [2025/10/25]",
        "published: &a 'no'\ndraft: *a",
        "published: perhaps",
        "published: |\n  no",
        "x: &a [2024]\ntags: *a",
        "x: &a 2024\ntags: [*a]",
        "tags: a\n  b",
        "tags: >-\n  a b",
        "tags: [2024, &a true, *a]",
        "tags: {a: b}",
        "tags: ['', null]",
        "tags: [a, # nada\n  null]",
        "tags:\n  - a\n  - # nada",
        "tags: [[a, [b]], c]",
        "tags: [a, {b: c}]",
        "tags:\n  - - a\n    - b",
    ],
)
def test_what_is_written_in_a_way_of_its_own_stays(before):
    assert mended(before) == before


def test_in_a_block_that_is_text_nothing_is_offered():
    data = b"---\npublished: 'no'\ndate: 2025/10/25\n"
    assert [problem.fix for problem in read_note(data, "nota.md", Config()).problems] == [None, None]
