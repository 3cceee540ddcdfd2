"""Rows of hostile and broken notes, each with what the author is told."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_note, judge_reading, judge_vault
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.vault.vault import read_vault

RULES = Rules(Config(), dt.date(2026, 11, 22))
ENGLISH = catalogue_for("en")

ROWS = [
    ("1-spaces", "tags: a b", "2:7 warning coerced-value 'tags' is one text and is read as several tags"),
    ("1-commas", "tags: a, b", "2:7 warning coerced-value 'tags' is one text and is read as several tags"),
    (
        "2",
        "tags: [2024, true]",
        "2:7 warning coerced-value a tag in 'tags' is a number, a date or a truth value",
    ),
    (
        "3",
        "tags: [2024-01-02]",
        "2:7 warning coerced-value a tag in 'tags' is a number, a date or a truth value",
    ),
    ("4-null", "tags: [a, null]", "2:7 warning coerced-value an empty tag in 'tags' is left out"),
    ("4-empty", 'tags: [""]', "2:7 warning coerced-value an empty tag in 'tags' is left out"),
    ("4-nested", "tags: [[a, b], c]", "2:7 warning coerced-value a list inside 'tags' is flattened"),
    ("5", "tags: {a: b}", "2:7 error wrong-field-type 'tags' must be a list of tags, not a mapping"),
    ("6-one-tag", 'tags: ["#a", a, Configuración, configuracion]', ""),
    (
        "6-clash",
        'tags: ["c++", "c#"]',
        "2:8 warning tag-clash the tag 'c++' comes to the same address as 'c#'",
    ),
    (
        "7",
        "tags: ['<img src=x onerror=y>']",
        "2:8 warning odd-tag the tag '<img src=x onerror=y>' is hardly a word",
    ),
    ("8", "title: </title><script>", ""),
    ("9", "description: '\"><script>'", ""),
    ("10-number", "title: 42", ""),
    (
        "10-list",
        "title: [a, b]",
        "2:8 error wrong-field-type 'title' must be one text, not a list or a mapping",
    ),
    (
        "10-mapping",
        "title: {a: b}",
        "2:8 error wrong-field-type 'title' must be one text, not a list or a mapping",
    ),
    ("11", "date: 2025-01-02", ""),
    (
        "12",
        "title: Docker: guide",
        "2:8 error invalid-front-matter 'title: Docker: guide' has a second colon",
    ),
    ("13-quote", 'title: "open', "2:8 error invalid-front-matter front matter that YAML cannot read"),
    (
        "13-tab",
        "title: x\n\tdate: 2025-01-02",
        "3:1 error invalid-front-matter front matter that YAML cannot read",
    ),
    ("13-date", "date: 2025-13-45", "2:7 error wrong-field-type 'date: 2025-13-45' is no date"),
    ("13-digits", f"date: {'9' * 5000}", "2:7 error wrong-field-type 'date: 9999"),
    ("13-surrogate", 'title: "\\ud800"', "2:11 error invalid-front-matter front matter that YAML cannot"),
    (
        "14-list",
        "- a\n- b",
        "2:1 error invalid-front-matter the block between '---' is no list of 'key: value'",
    ),
    (
        "14-scalar",
        "a sentence",
        "2:1 error invalid-front-matter the block between '---' is no list of 'key: value'",
    ),
    (
        "16",
        "title: a\ntags: [b]\ntitle: c",
        "4:1 error duplicate-key the key 'title' is here again, first on line 2",
    ),
    (
        "20-python",
        "a: !!python/object/apply:os.system [id]",
        "2:4 error invalid-front-matter the tag '!!python/",
    ),
    (
        "20-env",
        "title: !ENV HOME",
        "2:8 error invalid-front-matter the tag '!ENV' is not allowed in front matter",
    ),
    ("22", "title: &a [*a]", "2:12 error invalid-front-matter the alias '*a' stands inside its own anchor"),
    ("48", "published: false", ""),
    ("48-date", "published: 2025-10-25", ""),
    (
        "48-text",
        "published: 'false'",
        "2:12 warning coerced-value 'published: false' is read as false; write that, without quotes",
    ),
    ("48-word", "published: no", "2:12 warning coerced-value 'published: no' is read as false"),
    ("48-draft", "draft: yes", "2:8 warning coerced-value 'draft: yes' is read as true"),
    (
        "48-perhaps",
        "published: perhaps",
        "2:12 error wrong-field-type 'published: perhaps' is neither true nor false",
    ),
    (
        "48-unlisted",
        "unlisted: perhaps",
        "2:11 error wrong-field-type 'unlisted: perhaps' is neither true nor false; until then the note is",
    ),
    ("50", "title: a\x1b[31m", "2:9 warning control-character the control character U+001B stands here"),
    (
        "51",
        "title: a\u202eb",
        "2:9 warning hidden-direction the character U+202E turns the direction of writing",
    ),
]
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdef", "bcdefg", strict=True)
)


def told(files):
    vault = read_vault(((path, data) for path, data in files.items()), RULES.config, keep_drafts=True)
    problems = judge_reading(vault.unreadable, RULES)
    for note in vault.notes.values():
        problems += judge_note(note, RULES)
    problems += judge_vault(vault, RULES)
    shown = [one for one in problems if one.severity in ("error", "warning")]
    return [
        f"{one.place.partition('.md:')[2]} {one.severity} {one.check} {ENGLISH.problem(one)}" for one in shown
    ]


@pytest.mark.parametrize(
    ("front_matter", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_author_is_told(front_matter, expected):
    said = told({"A note.md": f"---\n{front_matter}\n---\n\nText.\n".encode()})
    assert len(said) == bool(expected)
    assert "".join(said).startswith(expected)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            "a-note.md",
            b"Text.\n",
            ["1:1 warning missing-field the note has neither a title nor a first heading;"],
        ),
        ("A note.md", b"Text.\n", []),
        (
            "A note.md",
            b"---\ntitle: x\n\nText.\n",
            ["1:1 error unclosed-front-matter the front matter that opens"],
        ),
        ("A note.md", b"\xef\xbb\xbf---\ntitle: x\n---\nText.\n", []),
        ("A note.md", b"---\ntitle: x\n...\nText.\n", []),
        ("A note.md", b"\n---\ntitle: x\n---\nText.\n", []),
        ("A note.md", b"----\ntitle: x\n----\nText.\n", []),
        ("A note.md", b"Note: text\n\nhttps://example.org\n", []),
        (
            "A note.md",
            "Año\n".encode("latin-1"),
            ["1:2 error unreadable-note not UTF-8 text but what looks like"],
        ),
        (
            "A note.md",
            "Año\n".encode("utf-16"),
            ["1:1 error unreadable-note not UTF-8 text but what looks like UTF-16"],
        ),
        (
            "A note.md",
            b"Text.\n\n- a\n  ```sh\n  ls\n\n~~~~\nls\n",
            [
                "4:3 warning unclosed-fence the code that opens here with '```' is never closed;",
                "7:1 warning unclosed-fence the code that opens here with '~~~~' is never closed;",
            ],
        ),
        ("A \u202enote.md", b"Text.\n", ["1:1 warning hidden-direction the file's name holds U+202E"]),
    ],
    ids=[
        "11",
        "11-name",
        "15",
        "17",
        "18-dots",
        "18-blank",
        "18-four",
        "19",
        "44",
        "49-latin-1",
        "49-utf-16",
        "51-name",
    ],
)
def test_author_is_told_of_the_whole_file(name, data, expected):
    said = told({name: data})
    assert len(said) == len(expected)
    assert [one for one, start in zip(said, expected, strict=True) if not one.startswith(start)] == []


def test_row_21_bomb_is_refused_where_it_grows_too_large():
    said = told({"A note.md": f"---\n{BOMB}---\n\nText.\n".encode()})
    assert said
    assert "invalid-front-matter front matter that grows too large" in said[0]
