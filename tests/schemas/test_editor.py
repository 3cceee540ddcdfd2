from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.config import load_config
from estiba.schemas.editor import (
    DIRECTIVE,
    NOTE_FILE,
    SETTINGS_FILE,
    NotMerged,
    merged_settings,
    schema_files,
)

ROOT = Path(__file__).parents[2]
OURS = {"yaml.schemas": {".vscode/estiba-note.schema.json": ["docs/**/*.md"]}}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def merged(text):
    return merged_settings(text, "docs/**/*.md")


@pytest.mark.parametrize("text", [None, "", " \n"])
def test_settings_of_their_own(text):
    assert json.loads(merged(text)) == OURS


@given(st.dictionaries(st.text(), VALUES).filter(lambda one: "yaml.schemas" not in one))
@settings(derandomize=True, deadline=None)
def test_what_was_there_stays_in_its_order(known):
    after = json.loads(merged(json.dumps(known)))
    assert list(after.items())[:-1] == list(known.items())
    assert after["yaml.schemas"] == OURS["yaml.schemas"]


@pytest.mark.parametrize("indent", [2, 4, "\t"])
def test_schemas_of_others_and_the_indentation_stay(indent):
    known = {"a": "ñ", "yaml.schemas": {"x.json": "*.yml"}, "z": [1.0]}
    expected = {**known, "yaml.schemas": {"x.json": "*.yml", **OURS["yaml.schemas"]}}
    text = merged(json.dumps(known, indent=indent, ensure_ascii=False))
    assert text == json.dumps(expected, indent=indent, ensure_ascii=False) + "\n"
    assert merged(text) == text


def test_nothing_to_do_changes_no_byte():
    text = '{"yaml.schemas" : {".vscode/estiba-note.schema.json":["docs/**/*.md"] } }'
    assert merged(text) == text


@pytest.mark.parametrize(
    "text",
    [
        '{\n  // mine\n  "a": 1\n}',
        '{"a": 1,}',
        '{"a": 1, "a": 2}',
        "[]",
        "{",
        '{"yaml.schemas": []}',
        '{"yaml.schemas": null}',
        "[" * 100_000,
    ],
)
def test_what_would_lose_something_is_left_alone(text):
    with pytest.raises(NotMerged) as error:
        merged(text)
    assert json.loads("{" + error.value.lines + "}") == OURS


def test_the_files_of_this_repository_are_up_to_date():
    for name, text in schema_files(load_config(ROOT / "estiba.toml")).items():
        assert (ROOT / name).read_text("utf-8") == text, f"call 'estiba schema --write' for {name}"
    assert json.loads((ROOT / SETTINGS_FILE).read_text("utf-8"))["yaml.schemas"][NOTE_FILE] == [
        "docs/**/*.md"
    ]
    assert (ROOT / "estiba.toml").read_text("utf-8").startswith(DIRECTIVE + "\n")
