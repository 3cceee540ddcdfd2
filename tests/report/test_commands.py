from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.catalogue import catalogue_for
from estiba.config import Config
from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.report.as_json import write_json
from estiba.report.commands import json_without_commands, without_commands
from estiba.report.result import Result
from estiba.report.sarif import write_sarif
from estiba.report.tags import report_tags, write_tags_json
from estiba.vault.vault import read_vault
from workflow_commands import command_of, lines_of

NASTY = st.text(":#[]e \t\n\r\x1b\u00a0\u00ad\u034f\u200b\u2028\ufe0f\u0301", max_size=20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  ::error::x\n", "  \\x3a:error::x\n"),
        ("a\r::error::x", "a\r\\x3a:error::x"),
        ("\u00ad:\u200d:error::x", "\u00ad\\x3a\u200d:error::x"),
        ("a ##[stop-commands]x", "a \\x23#[stop-commands]x"),
        ("#\u00ad#\ufe0f[error]x", "\\x23\u00ad#\ufe0f[error]x"),
        ("###[error]x", "#\\x23#[error]x"),
        ("std::vector ::error::x", "std::vector ::error::x"),
        ("## [1.0] - a [link](x#y) #[tag] : :", "## [1.0] - a [link](x#y) #[tag] : :"),
        ("\n\n  : ok:\n", "\n\n  : ok:\n"),
    ],
)
def test_a_command_is_broken_and_nothing_else_changes(text, expected):
    assert without_commands(text) == expected


@given(NASTY)
@settings(derandomize=True, deadline=None, max_examples=500)
def test_no_line_is_a_command(text):
    assert [line for line in lines_of(without_commands(text)) if command_of(line)] == []


@given(st.recursive(NASTY, lambda inner: st.lists(inner) | st.dictionaries(NASTY, inner), max_leaves=5))
@settings(derandomize=True, deadline=None)
def test_json_means_the_same(value):
    text = json_without_commands(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(text) == value
    assert [line for line in lines_of(text) if command_of(line)] == []


def test_forms_for_programs_hold_no_command_and_stay_json():
    tag = "##[stop-commands]x"
    problem = Problem("odd-tag", Severity.ERROR, f"{tag}.md", Position(1, 1), values={"tag": tag})
    result = Result((problem,), {}, 1, 0)
    vault = read_vault([("a.md", f"---\ntags: ['{tag}']\n---\n".encode())], Config())
    for text in (
        write_json(result, catalogue_for("en")),
        write_sarif(result, catalogue_for("en")),
        write_tags_json(report_tags(vault, "en")),
    ):
        assert "stop-commands" in json.dumps(json.loads(text))
        assert [line for line in lines_of(text) if command_of(line)] == []


def test_blank_lines_without_end_take_no_time():
    text = " \n" * 200_000 + "\u00ad" * 200_000 + "#" * 200_000
    assert without_commands(text) == text
