"""The colours of an example are those that pymdownx gives any other code."""

from __future__ import annotations

import itertools

import pytest
from markdown import Markdown
from pymdownx.highlight import Highlight

from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.highlighting import highlight_yaml
from estiba.markdown.lines import LINE, number_lines

TEXT = (
    '# a <b>\nservices:\n  web: &web\n    image: "nginx:1.29"\n    command: >\n      a\n\n      b\n'
    "    <<: *web\n    ports: [80, 443]\n    x: ${A:-b}\n\n"
)
OPTIONS = [
    {},
    {"linenums": True},
    {"linenums": True, "linenums_style": "pymdownx-inline", "linenums_special": 2},
    {"linenums": True, "line_anchors": "l", "anchor_linenums": True},
    {"noclasses": True},
    {"noclasses": True, "pygments_style": "monokai", "linenums": True},
    {"pygments_style": "monokai", "pygments_lang_class": True},
    {"use_pygments": False},
    {"use_pygments": False, "code_attr_on_pre": True, "linenums": True},
    {"css_class": "other"},
]
INFOS = [FenceInfo(), FenceInfo((2, 4), 7)]


@pytest.mark.parametrize(("options", "info"), list(itertools.product(OPTIONS, INFOS)))
def test_as_pymdownx(options, info):
    md = Markdown(
        extensions=["pymdownx.highlight", "estiba"], extension_configs={"pymdownx.highlight": options}
    )
    given = {name: value for name, value in options.items() if name != "css_class"}
    by_pymdownx = Highlight(md, stripnl=False, line_spans=LINE, **given)
    for count in range(2):
        made = by_pymdownx.highlight(
            TEXT,
            "yaml",
            options.get("css_class", "highlight"),
            hl_lines=list(info.hl_lines),
            linestart=-1 if info.linenums is None else info.linenums,
            classes=["no-copy"],
            code_block_count=count,
        )
        assert highlight_yaml(md, TEXT, info, "id", {}) == number_lines(made, "id", {})
