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


def test_boxes_of_the_authors_own_are_left_alone():
    text = '<input type="checkbox" disabled/>'
    assert Markdown(extensions=["estiba"]).convert(text) == f"<p>{text}</p>"
