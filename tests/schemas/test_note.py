"""The schema of front matter, held against what `estiba check` says of the same."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema_rs
import pytest

from estiba.checks.judge import judge_note
from estiba.checks.rules import Rules
from estiba.config import Config, load_config, read_config
from estiba.schemas.note import note_schema
from estiba.vault.note import read_note
from estiba.vault.posts import read_post

ROOT = Path(__file__).parents[2]
NOTES = sorted((ROOT / "docs/notas").rglob("*.md"))
VOCABULARY = """
[tags]
closed = true
[tags.vocabulary.network]
labels = { es = "Red", en = "Network" }
synonyms = ["redes"]
[tags.vocabulary."network/vpn"]
"""
ABOUT_FORM = {"wrong-field-type", "coerced-value", "unknown-tag", "unknown-key", "missing-field"}


def config_of(text):
    return read_config(text, Path("estiba.toml"))


def errors_of(front_matter, config):
    """Validate as an editor would, to which a date is a text."""
    metadata = read_post(f"---\n{front_matter}\n---\n").metadata
    seen = json.loads(json.dumps(dict(metadata), default=lambda day: day.isoformat()))
    schema = note_schema(config)
    jsonschema_rs.meta.validate(schema)
    return [error.message for error in jsonschema_rs.validator_for(schema).iter_errors(seen)]


def said_of(front_matter, config):
    note = read_note(f"---\n{front_matter}\n---\n\n# Title\n".encode(), "a.md", config)
    rules = Rules(config, dt.date(2026, 1, 1))
    return [one.check for one in judge_note(note, rules) if one.check in ABOUT_FORM]


@pytest.mark.parametrize("file", NOTES, ids=lambda file: file.stem)
def test_the_notes_of_this_vault_are_accepted(file):
    text = file.read_text("utf-8")
    assert NOTES
    front_matter = text.removeprefix("---\n").partition("\n---\n")[0]
    assert errors_of(front_matter, load_config(ROOT / "estiba.toml")) == []


@pytest.mark.parametrize(
    "front_matter",
    [
        "title: Nginx",
        "title: 2024",
        "title:",
        "date: 2025-12-24",
        "date: 2025-1-5 10:20",
        "date: 2025-12-24T10:20:30+02:00",
        "created: ''",
        "lastmod: 2025-12-24",
        "published: false",
        "publish: 2024-01-02",
        "draft:",
        "alias: Otro, Más",
        "aliases: [Otro, 2024]",
        "tags:",
        "tags: web",
        "etiquetas: [web, a/b, ñ]",
        "rating: [1, {a: b}]",
        "cssclasses: [wide]",
    ],
)
def test_what_nothing_is_said_of_is_accepted(front_matter):
    config = config_of('[keys]\nown = ["rating"]')
    assert said_of(front_matter, config) == []
    assert errors_of(front_matter, config) == []


@pytest.mark.parametrize(
    "front_matter",
    [
        "title: [a]",
        "description: {a: b}",
        "date: 2025-13-45",
        "date: tomorrow",
        "created: [2025-12-24]",
        "mod: on 2025-12-24 at noon",
        "published: perhaps",
        "published: 'no'",
        "draft: 1",
        "unlisted: [true]",
        "aliases: {a: b}",
        "aliases: [[a]]",
        "tags: {a: b}",
        "tags: a, b",
        "tags: [1]",
        "tags: ['']",
        "tag: [[a]]",
        "título: [a]",
        "TÍTULO: [a]",
        "Date: 08-03-2023",
        "Etiquetas: [1]",
    ],
)
def test_what_is_reported_is_refused(front_matter):
    config = config_of('[fields]\n"título" = "title"')
    assert said_of(front_matter, config) != []
    assert errors_of(front_matter, config) != []


@pytest.mark.parametrize(
    ("tags", "known"),
    [
        ("[network, network/vpn]", True),
        ("[Red]", True),
        ("[redes]", True),
        ("[wifi]", False),
        ("[a/b]", False),
    ],
)
def test_a_closed_vocabulary_is_a_list_to_choose_from(tags, known):
    config = config_of(VOCABULARY)
    assert ("unknown-tag" not in said_of(f"tags: {tags}", config)) is known
    assert (errors_of(f"tags: {tags}", config) == []) is known
    assert errors_of(f"tags: {tags}", config_of(VOCABULARY.replace("true", "false"))) == []


def test_tags_are_offered_with_their_labels():
    items = note_schema(config_of(VOCABULARY))["properties"]["tags"]["anyOf"][0]["items"]
    assert dict(zip(items["enum"], items["enumDescriptions"], strict=True)) == {
        "network": "Red / Network",
        "network/vpn": "",
        "Red": "network",
        "Network": "network",
        "red": "network",
        "redes": "network",
    }


@pytest.mark.parametrize("severity", ["warning", "error"])
def test_unknown_keys_are_refused_where_the_policy_is_loud(severity):
    config = config_of(f'[keys]\nown = ["a.b"]\n[checks]\n"notes/unknown-key" = "{severity}"')
    for front_matter in ("Title: x", "a.b: x", "A.B: x", "cssclass: x", "ETIQUETAS: x"):
        assert said_of(front_matter, config) == []
        assert errors_of(front_matter, config) == []
    for front_matter in ("desciption: x", "axb: x"):
        assert said_of(front_matter, config) == ["unknown-key"]
        assert errors_of(front_matter, config) != []
        assert errors_of(front_matter, Config()) == []


def test_what_every_folder_demands_is_demanded_by_any_of_its_names():
    config = config_of('[required]\n"" = ["title", "date", "tags"]\nredes = ["date", "description"]')
    assert said_of("title: x", config) == ["missing-field", "missing-field"]
    assert len(errors_of("title: x", config)) == 1
    for front_matter in ("date: 2025-12-24", "created: 2025-12-24", "published: 2025-12-24"):
        assert errors_of(front_matter, config) == []
    assert errors_of("title: x", config_of('[required]\nredes = ["date"]')) == []
    off = config_of('[required]\n"" = ["date"]\n[checks]\nmissing-field = "off"')
    assert errors_of("title: x", off) == []


def test_a_key_of_the_owner_takes_no_form_from_ours():
    config = config_of('[keys]\nown = ["title", "mine"]')
    assert errors_of("title: [a]\nmine: [a]", config) != []
    assert errors_of("mine: [a]", config) == []
