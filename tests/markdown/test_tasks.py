from __future__ import annotations

import re

import pytest
from markdown import Markdown


@pytest.mark.parametrize("custom", [True, False])
@pytest.mark.parametrize(("language", "names"), [("en", ["To do", "Done"]), ("es", ["Por hacer", "Hecho"])])
def test_boxes_have_names(custom, language, names):
    configs = {"pymdownx.tasklist": {"custom_checkbox": custom}, "estiba": {"language": language}}
    html = Markdown(extensions=list(configs), extension_configs=configs).convert("- [ ] a\n- [x] b\n- c")
    assert re.findall(r'aria-label="([^"]*)"', html) == names


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ("- [-] a", 1),
        ("- [?] a\n- [ ] b", 2),
        ("1. [/] a\n\n2. [x] b", 2),
        ("- [1] a\n- [^1] b\n- [-](c)", 0),
    ],
)
def test_any_mark_but_a_letter_or_a_digit_is_one(text, boxes):
    html = Markdown(extensions=["pymdownx.tasklist", "estiba"]).convert(text)
    assert html.count("checkbox") == boxes
    assert html.count("checked") == boxes - text.count("[ ]")


def test_without_tasks_marks_are_text():
    assert "[-] a" in Markdown(extensions=["estiba"]).convert("- [-] a")


def test_boxes_of_the_authors_own_are_left_alone():
    text = '<input type="checkbox" disabled/>'
    assert Markdown(extensions=["estiba"]).convert(text) == '<p><input type="checkbox" disabled=""></p>'
