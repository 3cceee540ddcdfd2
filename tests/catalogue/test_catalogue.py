from __future__ import annotations

import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.catalogue import catalogue_for
from estiba.config import Config
from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.note import Unreadable, read_note

ENGLISH = catalogue_for("en")
SPANISH = catalogue_for("es")
BOTH = pytest.mark.parametrize("catalogue", [ENGLISH, SPANISH], ids=["en", "es"])


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_languages_have_the_same_keys():
    assert list(ENGLISH.texts) == list(SPANISH.texts)


@pytest.mark.parametrize("key", ENGLISH.texts)
def test_languages_have_the_same_places(key):
    assert places(ENGLISH.texts[key]) == places(SPANISH.texts[key])
    assert ENGLISH.texts[key].strip() == ENGLISH.texts[key] != ""
    assert SPANISH.texts[key].strip() == SPANISH.texts[key] != ""


@BOTH
def test_what_is_counted_has_the_forms_of_one_and_of_others(catalogue):
    counted = {key.rpartition(".")[0] for key in catalogue.texts if key.endswith((".one", ".other"))}
    assert counted
    for key in counted:
        assert {f"{key}.one", f"{key}.other"} <= catalogue.texts.keys()
        assert places(catalogue.texts[f"{key}.other"]) == {"number"}


@pytest.mark.parametrize(
    ("number", "english", "spanish"),
    [
        (0, "0 notes", "0 notas"),
        (1, "1 note", "1 nota"),
        (2, "2 notes", "2 notas"),
        (1234, "1,234 notes", "1.234 notas"),
        (1_000_000, "1,000,000 notes", "1.000.000 notas"),
    ],
)
def test_count(number, english, spanish):
    assert ENGLISH.count("notes.number", number) == english
    assert SPANISH.count("notes.number", number) == spanish


@pytest.mark.parametrize("day", [dt.date(2025, 10, 5), dt.datetime(2025, 10, 5, 23, 59, tzinfo=dt.UTC)])
def test_date(day):
    assert ENGLISH.date(day) == "October 5, 2025"
    assert SPANISH.date(day) == "5 de octubre de 2025"


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("es", "es"),
        ("ES", "es"),
        ("es-MX", "es"),
        ("es_ES", "es"),
        ("fr", "en"),
        ("pt_BR", "en"),
        ("", "en"),
        ("..", "en"),
        ("../x", "en"),
        ("./es", "en"),
        ("es/../es", "en"),
        ("es.toml", "en"),
        ("es\x00", "en"),
    ],
)
def test_language_falls_back_to_english(asked, given):
    assert catalogue_for(asked).language == given


def test_a_language_is_read_once():
    assert catalogue_for("es") is catalogue_for("es")


def test_an_unknown_text_is_a_mistake_of_ours():
    with pytest.raises(KeyError, match="example\\.paste"):
        ENGLISH.text("example.paste")


def test_braces_in_a_value_are_text():
    assert SPANISH.text("example.label", name="{0.__class__} {name}") == (
        "Ejemplo de Docker Compose: {0.__class__} {name}"
    )


@given(st.text() | st.lists(st.sampled_from(["{", "}", "{name}", "{0}", "!r", ":>9", "%s"])).map("".join))
def test_any_value_is_put_in_as_it_is(value):
    assert SPANISH.text("example.label", name=value) == f"Ejemplo de Docker Compose: {value}"


@BOTH
def test_places_are_names_and_nothing_of_a_value_is_looked_up(catalogue):
    for text in catalogue.texts.values():
        for _, name, form, conversion in string.Formatter().parse(text):
            plain = name is None or set(name) <= {*string.ascii_lowercase, "_", "-"}
            assert (plain, form or "", conversion) == (True, "", None), text


BROKEN_NOTES = {
    "unreadable-note": b"\xe1rbol",
    "unclosed-front-matter": b"---\ntitle: x\n",
    "duplicate-key": b"---\ntitle: x\ntitle: y\n---\n",
    "invalid-front-matter.colon": b"---\ntitle: Redes: lo basico\n---\n",
    "invalid-front-matter.syntax": b"---\ntitle: [x\n---\n",
    "invalid-front-matter.not-a-mapping": b"---\n- one\n- two\n---\n",
    "invalid-front-matter.key": b"---\n? [x]\n: y\n---\n",
    "invalid-front-matter.tag": b"---\nx: !!python/name:os.system y\n---\n",
    "invalid-front-matter.depth": b"---\nx: " + b"[" * 70 + b"]" * 70 + b"\n---\n",
    "invalid-front-matter.size": b"---\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (i, i, b", ".join([b"*%c" % (i - 1)] * 10)) for i in b"bcdefg")
    + b"---\n",
    "invalid-front-matter.cycle": b"---\nx: &x [*x]\n---\n",
    "invalid-front-matter.uneven": b"---\nx:\n  - y\n - z\n---\n",
    "wrong-field-type.text": b"---\ntitle: [x]\n---\n",
    "wrong-field-type.date": b"---\ndate: soon\n---\n",
    "wrong-field-type.switch": b"---\npublished: perhaps\n---\n",
    "wrong-field-type.unlisted": b"---\nunlisted: perhaps\n---\n",
    "wrong-field-type.aliases": b"---\naliases: {x: y}\n---\n",
    "wrong-field-type.tags-mapping": b"---\ntags: {x: y}\n---\n",
    "coerced-value.date": b"---\ndate: on 2025-10-05 or so\n---\n",
    "coerced-value.switch": b"---\npublished: 'yes'\n---\n",
    "coerced-value.tags-string": b"---\ntags: vpn, dns\n---\n",
    "coerced-value.tags-number": b"---\ntags: [2024]\n---\n",
    "coerced-value.tags-empty": b"---\ntags: [vpn, '']\n---\n",
    "coerced-value.tags-nested": b"---\ntags: [[vpn]]\n---\n",
}


def test_every_problem_of_the_front_matter_is_tried_here():
    checks = {name.partition(".")[0] for name in BROKEN_NOTES}
    texts = {key.removeprefix("problem.") for key in ENGLISH.texts if key.startswith("problem.")}
    assert {key for key in texts if key.partition(".")[0] in checks} == set(BROKEN_NOTES)


@BOTH
@pytest.mark.parametrize("name", BROKEN_NOTES)
def test_a_problem_becomes_a_sentence(catalogue, name):
    try:
        problems = read_note(BROKEN_NOTES[name], "note.md", Config()).problems
    except Unreadable as error:
        problems = (error.problem,)
    written = {one.check + (one.variant and f".{one.variant}"): catalogue.problem(one) for one in problems}
    assert name in written
    template = catalogue.texts[f"problem.{name}"]
    for literal, _, _, _ in string.Formatter().parse(template):
        assert literal in written[name]


@BOTH
@pytest.mark.parametrize("key", [key for key in ENGLISH.texts if key.startswith("problem.")])
def test_a_problem_of_every_check_is_written(catalogue, key):
    _, check, *variant = key.split(".")
    values = {name: f"<{name}>" for name in places(catalogue.texts[key])}
    problem = Problem(check, Severity.ERROR, "note.md", Position(1, 1), "".join(variant), values)
    written = catalogue.problem(problem)
    assert all(value in written for value in values.values())
    assert written == catalogue.text(key, **values)


def test_a_problem_speaks_of_what_is_there():
    problem = Problem(
        "coerced-value",
        Severity.WARNING,
        "note.md",
        Position(2, 7),
        "switch",
        {"key": "publish", "value": "<yes>", "used": "true"},
    )
    assert ENGLISH.problem(problem) == "'publish: <yes>' is read as true; write that, without quotes"
    assert SPANISH.problem(problem) == "'publish: <yes>' se lee como true; escríbelo así, sin comillas"
