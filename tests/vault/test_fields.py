from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.config import Config
from estiba.vault.fields import Fields, read_fields
from estiba.vault.front_matter import read_front_matter

NOT_ONE_TEXT = "must be one text, not a list or a mapping [wrong-field-type]"


def fields_of(
    block: str, names: Mapping[str, str] | None = None, *, closing: str = "---\n", publish: str = "all"
) -> Fields:
    read = read_front_matter(f"---\n{block}\n{closing}", "nota.md")
    return read_fields(read, "nota.md", Config(fields=names or {}, publish={"": publish}))


@pytest.mark.parametrize(
    ("block", "title"),
    [
        ("title: Docker", "Docker"),
        ("title: 'a   b'", "a b"),
        ("title: |\n  a\n  b", "a b"),
        ("title: man\u0303ana", "ma\u00f1ana"),
        ("title: 007", "007"),
        ("title: 1.50", "1.50"),
        ("title: True", "True"),
        ("title: 2025-10-25", "2025-10-25"),
        ("title: 'null'", "null"),
        ("title: null", None),
        ("title:", None),
        ("title: ''", None),
        ("title: '  '", None),
        ("Title: Docker", "Docker"),
        ("' TITLE ': Docker", "Docker"),
        ("Title: a\ntitle: b", "b"),
        ("description: a", None),
    ],
)
def test_bad_input_10_a_title_is_the_text_that_its_author_wrote(block, title):
    fields = fields_of(block)
    assert (fields.title, fields.problems) == (title, ())


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "\n- a", "\n  a: b"])
@pytest.mark.parametrize("key", ["title", "Description"])
def test_bad_input_10_a_list_is_no_text(show_problems, key, value):
    fields = fields_of(f"{key}: {value}")
    assert (fields.title, fields.description) == (None, None)
    place = f"2:{len(key) + 3}" if value[0] != "\n" else "3:1" if value[1] == "-" else "3:3"
    assert show_problems(fields.problems) == [f"nota.md:{place}: '{key}' {NOT_ONE_TEXT}"]


@pytest.mark.parametrize(
    ("block", "date", "mod"),
    [
        ("date: 2025-10-25", dt.date(2025, 10, 25), None),
        ("date: '2025-10-25'", dt.date(2025, 10, 25), None),
        ("created: 2025-10-25\nmodified: 2025-11-01", dt.date(2025, 10, 25), dt.date(2025, 11, 1)),
        ("lastmod: 2025-10-25\nupdated: 2025-11-01", None, dt.date(2025, 10, 25)),
        ("created: 2025-10-25\ndate: 2025-11-01", dt.date(2025, 11, 1), None),
        ("published: 2025-10-25", dt.date(2025, 10, 25), None),
        ("published: 2025-10-25\ndate: 2025-11-01", dt.date(2025, 11, 1), None),
        ("date:\nmod: ''", None, None),
        (
            "date: 2025-10-25T08:30:00Z",
            dt.datetime(2025, 10, 25, 8, 30, tzinfo=dt.UTC),
            None,
        ),
    ],
)
def test_dates_by_every_name(block, date, mod):
    fields = fields_of(block)
    assert (fields.date, fields.mod, fields.problems) == (date, mod, ())
    assert fields.published


@pytest.mark.parametrize(
    ("written", "date", "message"),
    [
        (
            "Tue 2023-05-02 @ 06:32 PM",
            dt.date(2023, 5, 2),
            "'date: Tue 2023-05-02 @ 06:32 PM' is read as 2023-05-02; write just that [coerced-value]",
        ),
        (
            "'2025-10-25 99:99'",
            dt.date(2025, 10, 25),
            "'date: 2025-10-25 99:99' is read as 2025-10-25; write just that [coerced-value]",
        ),
        ("2025-13-45", None, "'date: 2025-13-45' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("08-03-2023", None, "'date: 08-03-2023' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("12025-10-25", None, "'date: 12025-10-25' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("ayer", None, "'date: ayer' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("20251025", None, "'date: 20251025' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("true", None, "'date: true' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("[2025-10-25]", None, "'date: […]' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("{a: b}", None, "'date: {…}' is no date; write it as 2025-10-25 [wrong-field-type]"),
        ("a" * 90, None, f"'date: {'a' * 59}…' is no date; write it as 2025-10-25 [wrong-field-type]"),
    ],
)
def test_bad_input_13_what_is_no_date_is_told(show_problems, written, date, message):
    fields = fields_of(f"date: {written}")
    assert fields.date == date
    assert show_problems(fields.problems) == [f"nota.md:2:7: {message}"]


@pytest.mark.parametrize("line", ["", "published: true", "published:", "published: ''", "published: ~"])
@pytest.mark.parametrize("draft", ["", "draft: false", "draft:", "draft: ''"])
def test_bad_input_48_a_note_is_published_unless_it_says_otherwise(line, draft):
    fields = fields_of(f"{line}\n{draft}\na: b")
    assert (fields.published, fields.problems) == (True, ())


@pytest.mark.parametrize("line", ["published: false", "publish: False", "Published: FALSE", "draft: true"])
def test_bad_input_48_a_note_that_says_so_is_not_published(line):
    fields = fields_of(line)
    assert (fields.published, fields.problems) == (False, ())


YES = ["'true'", '"True"', "yes", "Yes", "on", "ON", "y", "1", "sí", "SI", "' true '"]
NO = ["'false'", '"False"', "no", "No", "off", "OFF", "n", "0", "' false '"]


@pytest.mark.parametrize(
    ("key", "written", "published"),
    [
        *(("published", one, True) for one in YES),
        *(("published", one, False) for one in NO),
        *(("draft", one, False) for one in YES),
        *(("draft", one, True) for one in NO),
    ],
)
def test_bad_input_48_a_switch_in_words_is_believed_and_told(show_problems, key, written, published):
    fields = fields_of(f"{key}: {written}")
    word = written.strip("'\" ").casefold()
    used = "true" if published == (key == "published") else "false"
    assert fields.published is published
    said = f"'{key}: {word}' is read as {used}; write that, without quotes [coerced-value]"
    assert show_problems(fields.problems) == [f"nota.md:2:{len(key) + 3}: {said}"]


@pytest.mark.parametrize("key", ["published", "draft"])
@pytest.mark.parametrize(
    ("written", "shown"),
    [("quizá", "quizá"), ("2", "2"), ("' '", " "), ("[true]", "[…]"), ("[]", "[…]"), ("{a: b}", "{…}")],
)
def test_bad_input_48_a_switch_that_nobody_understands_hides_the_note(show_problems, key, written, shown):
    fields = fields_of(f"{key}: {written}")
    assert fields.published is False
    said = (
        f"'{key}: {shown}' is neither true nor false; until then the note is not published [wrong-field-type]"
    )
    assert show_problems(fields.problems) == [f"nota.md:2:{len(key) + 3}: {said}"]


def test_bad_input_48_a_day_of_publication_publishes_and_a_day_of_drafting_does_not():
    assert fields_of("published: 2025-10-25").published is True
    assert fields_of("draft: 2025-10-25").published is False


@pytest.mark.parametrize(
    "block",
    [
        "published: true\ndraft: true",
        "published: false\ndraft: false",
        "draft: true\ndraft: false",
        "draft: false\ndraft: true",
        "Draft: true\ndraft: false",
        "published: false\npublished: true",
        "published: true\npublish: no",
        "draft: !ENV DRAFT\ntitle: a",
        "a: &x true\ndraft: *x",
        "a: &x !ENV DRAFT\ndraft: *x",
    ],
)
def test_bad_input_48_of_two_wishes_the_one_for_privacy_counts(block):
    assert fields_of(block).published is False


@pytest.mark.parametrize(
    ("block", "published"),
    [
        ("title: a", False),
        ("published: true", True),
        ("Publish: true", True),
        ("published: 2025-10-25", True),
        ("published: yes", True),
        ("published:", False),
        ("published: ''", False),
        ("published: perhaps", False),
        ("published: [true]", False),
        ("published: true\npublish: false", False),
        ("published: true\npublished: false", False),
        ("published: true\ndraft: true", False),
        ("published: true\ndraft: perhaps", False),
        ("published: true\ndraft: false", True),
        ("draft: false", False),
        ("title: a: b\npublished: true", True),
        ("title: 'a\npublished: true", True),
        ("- published: true", False),
        ("{title: a: b, published: true}", False),
    ],
)
def test_bad_input_48_where_notes_must_ask_none_is_published_that_does_not(block, published):
    assert fields_of(block, publish="opt-in").published is published


@pytest.mark.parametrize(
    ("block", "unlisted"),
    [
        ("", False),
        ("unlisted: true", True),
        ("Unlisted: TRUE", True),
        ("unlisted: false", False),
        ("unlisted:", False),
        ("unlisted: ''", False),
        ("unlisted: false\nUnlisted: true", True),
        ("title: a: b\nunlisted: true", True),
        ("{title: a: b, unlisted: true}", True),
        ("{title: a: b, unlisted: false}", False),
        ("published: true\nunlisted: true", True),
    ],
)
def test_a_note_is_unlisted_where_it_says_so(block, unlisted):
    fields = fields_of(block)
    assert (fields.unlisted, fields.published, fields.problems) == (unlisted, True, ())


def test_a_wish_for_silence_counts_in_a_block_that_never_closes():
    assert fields_of("unlisted: true", closing="\nTexto.\n").unlisted is True


@pytest.mark.parametrize(("written", "used"), [("yes", "true"), ("no", "false")])
def test_a_wish_for_silence_in_words_is_believed_and_told(show_problems, written, used):
    fields = fields_of(f"unlisted: {written}")
    assert fields.unlisted is (used == "true")
    assert show_problems(fields.problems) == [
        f"nota.md:2:11: 'unlisted: {written}' is read as {used}; write that, without quotes [coerced-value]"
    ]


@pytest.mark.parametrize(
    ("written", "shown"), [("perhaps", "perhaps"), ("2025-10-25", "2025-10-25"), ("[]", "[…]")]
)
def test_a_wish_for_silence_that_nobody_understands_is_granted(show_problems, written, shown):
    fields = fields_of(f"unlisted: {written}")
    assert fields.unlisted is True
    said = f"'unlisted: {shown}' is neither true nor false; until then the note is listed nowhere"
    assert show_problems(fields.problems) == [f"nota.md:2:11: {said} [wrong-field-type]"]


@pytest.mark.parametrize(
    ("block", "aliases"),
    [
        ("title: a", ()),
        ("aliases: [Proxy inverso, Traefik]", ("Proxy inverso", "Traefik")),
        ("alias: Proxy, inverso", ("Proxy", "inverso")),
        ("alias: a\naliases: [b]", ("b",)),
        ("Aliases:", ()),
    ],
)
def test_other_names_of_a_note(block, aliases):
    fields = fields_of(block)
    assert (fields.aliases, fields.problems) == (aliases, ())


def test_what_is_no_name_is_told(show_problems):
    fields = fields_of("aliases: [a, {b: c}]")
    assert fields.aliases == ("a",)
    assert show_problems(fields.problems) == [
        "nota.md:2:10: 'aliases' must be a list of names; write [one, two] [wrong-field-type]"
    ]


BROKEN = [
    "title: a: b\n{}",
    "{}\ntitle: a: b",
    "title: 'a\n{}",
    "title: a\n {}\ntags: [b]",
    "  title: a: b\n  {}",
    "\ttitle: a\n\t{}",
    "title: [a\n{}\n",
    "title: @a\n{}",
    "title: *a\n{}",
    "{{title: a: b, {}}}",
    "{{{}, title: a: b}}",
    "title\n{}",
    "- title: a\n- {}",
    "title: a: b\n\n# x\n\n{}",
    "title: a\n--- x\n{}",
    "title: \x07\n{}",
]
HIDING = [
    "draft: true",
    "draft: True",
    "draft: 'true'",
    "draft: yes",
    "draft : true",
    "Draft: true",
    '"draft": true',
    "draft: quizá",
    "published: false",
    "publish: no",
]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("line", HIDING)
def test_bad_input_48_what_is_private_stays_so_in_a_broken_block(broken, line):
    assert fields_of(broken.format(line)).published is False


@pytest.mark.parametrize(
    "line", ["draft:true", "draft: 'true", "draft: true: a", "draft: @true", "draft: [true"]
)
@pytest.mark.parametrize("around", ["{}", "title: a\n{}\ntags: [b]", "title: a: b\n{}"])
def test_bad_input_48_what_is_private_stays_so_in_a_broken_line(around, line):
    assert fields_of(around.format(line)).published is False


@pytest.mark.parametrize(
    "block",
    ["{}", "title: a\n{}", "title: a\n\n{}", "\n\n{}", "# x\n{}", "title: a: b\n{}", "  {}", "title: 'a\n{}"],
)
@pytest.mark.parametrize("line", HIDING)
def test_bad_input_48_what_is_private_stays_so_in_a_block_that_never_closes(block, line):
    assert fields_of(block.format(line), closing="\nTexto de la nota.\n").published is False


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(
    "line", ["draft: false", "published: true", "published: 2025-10-25", "draft:", "a: b"]
)
def test_bad_input_48_a_broken_block_that_hides_nothing_is_published(broken, line):
    assert fields_of(broken.format(line)).published is True


LINES = st.lists(
    st.sampled_from(
        ["title: a", "title: a: b", "tags: [a", "- x", " b: c", "\t", "", "'x", "{", "}", "# y", "é"]
    )
)


@given(LINES, LINES, st.sampled_from(["---\n", "...\n", ""]))
def test_bad_input_48_no_other_line_makes_a_draft_public(above, below, closing):
    block = "\n".join(["a: b", *above, "draft: true", *below])
    read = read_front_matter(f"---\n{block}\n{closing}", "nota.md")
    hidden = not read_fields(read, "nota.md", Config()).published
    assert hidden or (not closing and "" in above)


def test_the_owner_may_call_the_keys_otherwise(show_problems):
    names = {"título": "title", "resumen": "description", "no publicar": "draft", "title": "tags"}
    fields = fields_of("Título: a\nResumen: b\nNo publicar: true\ntitle: [c]", names)
    assert (fields.title, fields.description, fields.tags) == ("a", "b", ("c",))
    assert (fields.published, show_problems(fields.problems)) == (False, [])


def test_the_owners_name_for_a_draft_counts_in_a_broken_block_too():
    assert fields_of("a: b: c\n No publicar: sí", {"no publicar": "draft"}).published is False


def test_keys_that_are_not_ours_are_kept_as_they_are():
    fields = fields_of("Autora: Inés\nveces: 3\ntags: [a]\nmapa: {x: [1]}")
    assert {key: one.value for key, one in fields.extra.items()} == {
        "Autora": "Inés",
        "veces": 3,
        "mapa": {"x": [1]},
    }


def test_of_a_block_that_never_closes_nothing_but_the_wish_for_privacy_is_believed():
    fields = fields_of("title: a\ntags: [b]\nautora: c\npublished: true", closing="\nTexto.\n")
    assert (fields.title, fields.tags, dict(fields.extra), fields.published) == (None, (), {}, True)
