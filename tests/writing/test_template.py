from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.config import LANGUAGES, Config
from estiba.vault.note import read_note
from estiba.writing.places import TemplateFault
from estiba.writing.template import fill
from estiba.writing.values import NoteValues, tag_names, text_of
from estiba.writing.vault_template import own_template
from nasty_values import NASTY

NOW = dt.datetime(2026, 11, 23, 9, 5, tzinfo=dt.UTC)
VALUES = NoteValues("Redes: {{date}}", "Una # frase", ("red", "a b"), ("VPN",), NOW)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("title: {{title}}", 'title: "Redes: {{date}}"'),
        ("title: '{{ Title }}'", "title: 'Redes: {{date}}'"),
        ("title: |\n  {{title}}", 'title: "Redes: {{date}}"'),
        ("x: Apuntes de {{title}}.", 'x: "Apuntes de Redes: {{date}}."'),
        ("x: place0e {{title}}", 'x: "place0e Redes: {{date}}"'),
        ("date: {{date}}", "date: 2026-11-23"),
        ('date: "{{date}}"', 'date: "2026-11-23"'),
        ("x: {{date:D [de] MMMM}} {{time}}", 'x: "23 de noviembre 09:05"'),
        ("x: {{otra}} # {{title}}", 'x: "{{otra}}" # Redes: {{date}}'),
        ("{{description}}: x", '"Una # frase": x'),
        ("tags: {{tags}}", "tags: [red, a b]"),
        ("tags: [docker, {{tags}}]", "tags: [docker, red, a b]"),
        ("tags:\n  - docker # c\n  -   {{tags}}\nx: 1", "tags:\n  - docker # c\n  -   red\n  -   a b\nx: 1"),
        ("x: &a [{{tags}}]\ny: *a", "x: &a [red, a b]\ny: *a"),
    ],
)
def test_a_place_in_front_matter_is_a_value(template, text):
    given_alone = fill(f"---\n{template}\n---\n", VALUES, language="es")
    assert given_alone.startswith(f"---\n{text}\n")


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("", "title: Uno\ndescription: Dos\ntags: [tres]\n"),
        ("title:\ndescription:   # c\n\ntags: []\n", "title: Uno\ndescription: Dos   # c\n\ntags: [tres]\n"),
        ("Title: ''\nsummary: x\n", "Title: Uno\nsummary: x\ndescription: Dos\ntags: [tres]\n"),
        ("title: Nueva\ndescription: >\n  TODO\n", "title: Uno\ndescription: Dos\ntags: [tres]\n"),
        ("title: N\ntags:\n- docker\n- tres\n", "title: Uno\ntags:\n- docker\n- tres\ndescription: Dos\n"),
        ("tags: [docker]\n", "tags: [docker, tres]\ntitle: Uno\ndescription: Dos\n"),
        ("etiquetas: docker\n", "etiquetas: [docker, tres]\ntitle: Uno\ndescription: Dos\n"),
        ("title: Nota de {{title}}\n", "title: Nota de Uno\ndescription: Dos\ntags: [tres]\n"),
    ],
)
def test_what_has_no_place_comes_under_its_key(template, text):
    values = NoteValues("Uno", "Dos", ("tres",))
    assert fill(f"---\n{template}---\nx\n", values) == f"---\n{text}---\nx\n"


def test_days_come_to_empty_keys_and_replace_none():
    assert fill("---\nmod:\ncreated: 2020-01-01\n---\n", NoteValues(moment=NOW)) == (
        "---\nmod: 2026-11-23\ncreated: 2020-01-01\n---\n"
    )
    assert fill("x", NoteValues(moment=NOW), wanted=["mod"]) == (
        "---\ndate: 2026-11-23\nmod: 2026-11-23\n---\n\nx"
    )


@pytest.mark.parametrize(
    ("template", "wanted", "text"),
    [
        ("x: 1\n", (), "x: 1\ndraft: true\n"),
        ("draft: false\n", ("published",), "draft: true\npublished: true\n"),
        ("published: true # c\n", (), "published: false # c\n"),
        ("x: 1\n", ("published", "unlisted"), "x: 1\npublished: false\nunlisted: false\n"),
    ],
)
def test_a_draft_says_so(template, wanted, text):
    assert fill(f"---\n{template}---\n", NoteValues(draft=True), wanted=wanted) == f"---\n{text}---\n"


def test_the_names_of_fields_are_the_owners():
    config = Config(fields={"resumen": "description", "título": "title"})
    assert fill("", NoteValues("Uno", "Dos"), config=config) == "---\ntítulo: Uno\nresumen: Dos\n---\n\n"


def test_without_values_the_places_are_empty():
    template = (
        "---\ntitle: {{title}}\nd: {{date}}\ntags:\n  - {{tags}}\naliases: [{{aliases}}]\n---\n# {{title}}\n"
    )
    assert fill(template, NoteValues()) == "---\ntitle:\nd:\ntags:\naliases: []\n---\n# \n"


def test_in_the_text_a_value_stays_what_it_is():
    values = NoteValues("*C# {{date}}* [x]", moment=NOW)
    template = "# {{title}}\n\n{{title}} {{date}} {{.Names}}\n\n```yaml\n# {{title}}\n```\n"
    text = fill(template, values)
    assert text.split("---\n")[2] == (
        "\n# \\*C\\# {{date}}\\* \\[x\\]\n\n*C# {{date}}* [x] 2026-11-23 {{.Names}}\n\n"
        "```yaml\n# *C# {{date}}* [x]\n```\n"
    )
    heading = read_note(text.encode(), "x.md", Config()).heading
    assert heading is not None
    assert heading.text == "*C# {{date}}* [x]"


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (
            "---\ntitle: <% tp.file.title %>\n---\n",
            "'<% tp.file.title %>' is for Templater, which is not run here",
        ),
        ("---\ntitle: x\n", "its front matter never closes"),
        ("---\ntitle: 'x\n---\n", "its front matter is no YAML: "),
        ("---\n{title: x}\n---\n", "its front matter: front matter that YAML cannot read"),
        ("---\n- x\n---\n", "its front matter: front matter that YAML cannot read"),
        ("{{date:D de M}}", "'{{date:D de M}}' has 'd', which is no known format of days or times"),
    ],
)
def test_a_template_that_gives_no_note_is_refused(template, why):
    with pytest.raises(TemplateFault) as fault:
        fill(template, VALUES)
    assert str(fault.value).startswith(why)


def test_other_marks_are_text():
    text = "<%= title %> {{ .Names }} {{date"
    assert fill(text, NoteValues()) == f"---\n---\n\n{text}"


TEXT = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(NASTY))
TEMPLATES = [
    *(own_template(language, Config()) for language in LANGUAGES),
    "",
    "x\n",
    "---\ntitle: {{title}}\ndescription: '{{description}}'\ntags:\n- {{tags}}\naliases: [{{aliases}}]\n---",
    '---\ndescription: >-\n  {{description}}\ntitle: "{{title}}"\ntags: {{tags}}\n---\n# {{title}}\n',
]


@given(st.sampled_from(TEMPLATES), TEXT, TEXT, st.lists(TEXT, max_size=3), TEXT)
def test_what_is_read_is_what_was_given(template, title, description, tags, alias):
    aliases = tuple(filter(None, [text_of(alias).strip("#/ ")]))
    values = NoteValues(text_of(title), text_of(description), tag_names(tags), aliases, NOW)
    note = read_note(fill(template, values).encode(), "x.md", Config())
    assert not note.problems
    entries = {name: entry.value for name, entry in note.entries.items() if entry.value not in (None, "", [])}
    assert entries == {
        name: value
        for name, value in {
            "title": values.title,
            "description": values.description,
            "tags": list(values.tags),
            "aliases": list(aliases),
            "date": NOW.date(),
        }.items()
        if value
    }
    assert not values.title or note.title == values.title
