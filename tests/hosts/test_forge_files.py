"""What this repository's forge reads out of `.github/`, beside the workflows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from estiba.forge import FORM, REPORT_BY_FORM

ROOT = Path(__file__).parents[2]
FORMS = sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")


@pytest.mark.parametrize(("schema", "names"), [("issue-forms", FORMS), ("issue-config", ["config.yml"])])
def test_forms_and_their_configuration_are_valid(schema, names):
    files = [str(ROOT / ".github/ISSUE_TEMPLATE" / name) for name in names]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-{schema}"]
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_a_form_for_each_thing_to_say():
    assert FORMS == ["bug.yml", "idea.yml", "mistake.yml", "note.yml"]


def test_the_fields_that_the_site_fills_in_are_in_the_form():
    fields = {one.get("id") for one in yaml.safe_load((ROOT / FORM).read_text("utf-8"))["body"]}
    query = parse_qs(urlsplit(REPORT_BY_FORM).query)
    assert query.pop("template") == [Path(FORM).name]
    assert query.pop("title") == ["{subject}"]
    assert query.keys() == {"note", "line"}
    assert query.keys() < fields


def test_each_text_is_in_spanish_and_in_english():
    for name in FORMS:
        form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / name).read_text("utf-8"))
        asked = [one["attributes"] for one in form["body"] if one["type"] != "markdown"]
        texts = [form["name"], form["description"], *(one["label"] for one in asked)]
        texts += [one["description"] for one in asked if "description" in one]
        assert [text for text in texts if text.count(" · ") != 1] == []
