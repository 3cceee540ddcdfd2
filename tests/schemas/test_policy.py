"""The schema of `estiba.toml`, held against the code that reads it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import jsonschema_rs
import pytest

from estiba.checks.registry import GROUPS
from estiba.config import Config, read_config
from estiba.policy_table import ConfigError, PolicyTable
from estiba.schemas.policy import policy_schema

SCHEMA = policy_schema()
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs/manual/policy.md").read_text("utf-8")


def test_it_is_a_schema_in_words_that_editors_know():
    jsonschema_rs.meta.validate(SCHEMA)
    jsonschema_rs.meta.validate({**SCHEMA, "$schema": "http://json-schema.org/draft-04/schema#"})
    assert not set(re.findall(r"'(const|if|propertyNames|contains|\$ref)'", str(SCHEMA)))


def test_it_has_every_key_that_is_read(monkeypatch):
    allowed = {}
    allow = PolicyTable.allow

    def record(table, *keys):
        allowed[table.name] = set(keys)
        allow(table, *keys)

    monkeypatch.setattr(PolicyTable, "allow", record)
    read_config("[tags.vocabulary.a]", Path("estiba.toml"))
    assert allowed == {place: set(form["properties"]) for place, form in tables_of(SCHEMA)}


def tables_of(form, place=""):
    """Give each table of the schema that has keys of its own, but for that of the checks."""
    if "properties" in form:
        yield place, form
    for key, inner in form.get("properties", {}).items():
        if key != "checks":
            yield from tables_of(inner, f"{place}{key}.")
    for inner in form.get("patternProperties", {}).values():
        yield from tables_of(inner, f"{place}a.")


def test_each_check_is_offered_with_and_without_its_group():
    expected = {
        name for group, checks in GROUPS for one in checks for name in (one.name, f"{group}/{one.name}")
    }
    assert set(SCHEMA["properties"]["checks"]["properties"]) == expected


@pytest.mark.parametrize(
    "content",
    [
        (ROOT / "estiba.toml").read_text("utf-8"),
        *re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL),
        "",
        "[pages]\n",
        "[required]\n",
        'language = "en"',
        'publish = "all"',
        '[publish]\n"" = "opt-in"\n"/Diario Íntimo/" = "all"\n"a.b/..c" = "all"',
        'mermaid = "a b/c.mjs"',
        '[fields]\n"No publicar" = "draft"',
        '[pages]\ntags = "/sobre/temas/"\nnotes = "a b"\nchanges = ".x"',
        '[required]\n"" = []\n"/a/" = ["title", "tags"]',
        '[keys]\nown = ["Autora", " AÑO ", ""]',
        '[attachments]\nkeep = ["downloads/*", ".well-known/*", "a..b"]',
        '[tags.vocabulary."#a/b/c/d/e/f/g/h"]',
        '[tags.vocabulary."c#".labels]\nes = "C #"',
        "[tags]\nclosed = false",
        '[checks]\nfloating-tag = "off"\n"notes/unknown-key" = "error"',
        '[forge]\nkind = "forgejo"\nrepository = "https://x.org/a/b"\nbranch = "a/x"\nfolder = "."',
        "[fix]\nmod = false",
        '[new]\ntemplate = "plantillas/nota nueva.md"',
        '[forge]\nedit = false\nreport = "https://x.org/?q={path}"\npropose = "{repository}/new"',
    ],
)
def test_what_is_read_is_accepted(content):
    read_config(content, Path("estiba.toml"))
    assert [error.message for error in VALIDATOR.iter_errors(tomllib.loads(content))] == []


@pytest.mark.parametrize(
    "content",
    [
        'colour = "red"',
        'language = "de"',
        "language = 3",
        'publish = "none"',
        "publish = true",
        '[publish]\n"a//b" = "all"',
        '[publish]\n"../a" = "all"',
        '[publish]\n"a" = "yes"',
        'mermaid = ""',
        'mermaid = "/m.js"',
        'mermaid = "https://x.org/m.js"',
        'mermaid = "a/../m.js"',
        'mermaid = "m.txt"',
        'mermaid = "a//m.js"',
        'fields = "x"',
        '[fields]\nx = "name"',
        '[folders]\na = ""',
        "[folders]\na = 1",
        '[pages]\nx = "y"',
        '[pages]\ntags = ""',
        '[pages]\ntags = "/"',
        '[pages]\ntags = "a//b"',
        '[pages]\ntags = "a/../b"',
        '[pages]\ntags = "a/ b"',
        "[pages]\ntags = 'a\\b'",
        '[required]\na = "title"',
        '[required]\na = ["name"]',
        '[keys]\nown = "author"',
        "[keys]\nown = [1]",
        '[keys]\nother = ["author"]',
        '[attachments]\nkeep = ["/a"]',
        '[attachments]\nkeep = [" "]',
        '[attachments]\nkeep = ["../a"]',
        "[attachments]\nkeep = ['a\\b']",
        "[attachments]\nx = []",
        "[tags]\nclosed = true",
        "[tags]\nclosed = true\n[tags.vocabulary]",
        '[tags]\nclosed = "yes"',
        "[tags]\nx = 1",
        "[tags.vocabulary]\na = 1",
        '[tags.vocabulary."#"]',
        '[tags.vocabulary."a/b/c/d/e/f/g/h/i"]',
        '[tags.vocabulary.a]\ncolour = "red"',
        '[tags.vocabulary.a.labels]\nde = "A"',
        '[tags.vocabulary.a.labels]\nes = " "',
        '[tags.vocabulary.a]\nlabels = "A"',
        "[tags.vocabulary.a.description]\nes = 1",
        '[tags.vocabulary.a]\nsynonyms = "b"',
        '[tags.vocabulary.a]\nsynonyms = ["#"]',
        '[tags.vocabulary.a]\nparent = ""',
        '[checks]\nodd-tag = "loud"',
        "[checks]\nodd-tag = false",
        '[new]\ntemplate = "../x.md"',
        '[new]\ntemplate = " "',
        '[fix]\nmod = "no"',
        '[forge]\nx = "y"',
        '[forge]\nkind = "svn"',
        '[forge]\nrepository = "javascript:alert(1)"',
        '[forge]\nrepository = "https://user@x.org/a"',
        '[forge]\nbranch = "-x"',
        '[forge]\nbranch = "a..b"',
        '[forge]\nbranch = "a b"',
        '[forge]\nfolder = "../x"',
        "[forge]\nedit = true",
        '[forge]\nedit = "javascript:alert(1)"',
    ],
)
def test_what_is_refused_is_refused_by_both(content):
    with pytest.raises(ConfigError):
        read_config(content, Path("estiba.toml"))
    assert not VALIDATOR.is_valid(tomllib.loads(content))


def test_a_check_that_is_none_is_refused():
    assert not VALIDATOR.is_valid({"checks": {"odd": "off"}})


@pytest.mark.parametrize(
    "content",
    [
        '[tags.vocabulary.a]\nparent = "b"',
        '[tags.vocabulary.a]\nparent = "b"\n[tags.vocabulary.b]\nparent = "a"',
        "[tags.vocabulary.a]\n[tags.vocabulary.A]",
        '[publish]\na = "all"\nA = "all"',
    ],
)
def test_what_a_schema_cannot_say(content):
    with pytest.raises(ConfigError):
        read_config(content, Path("estiba.toml"))
    assert VALIDATOR.is_valid(tomllib.loads(content))


def test_an_empty_policy_is_the_default():
    assert read_config("", Path("estiba.toml")) == Config()
    assert VALIDATOR.is_valid({})
