from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.markdown.fence_info import FenceInfo, read_info


@pytest.mark.parametrize(
    ("info", "read"),
    [
        ("", FenceInfo()),
        ("yaml", FenceInfo()),
        ('{ .yaml title="A title" linenums="1" }', FenceInfo(linenums=1)),
        ("yaml title=bare", FenceInfo()),
        ('yaml data-title="other" subtitle="other"', FenceInfo()),
        ('yaml hl_lines="2"', FenceInfo(hl_lines=(2,))),
        ('yaml hl_lines="2 4-6"', FenceInfo(hl_lines=(2, 4, 5, 6))),
        ('yaml hl_lines="3,1 2"', FenceInfo(hl_lines=(1, 2, 3))),
        ('yaml hl_lines="0 7-5 9-99999 x 1-"', FenceInfo(hl_lines=(9, 10))),
        ('yaml hl_lines="99999"', FenceInfo()),
        ('yaml linenums="1"', FenceInfo(linenums=1)),
        ('yaml linenums="10 2 5"', FenceInfo(linenums=10)),
        ('yaml linenums="0"', FenceInfo(linenums=0)),
        ('yaml linenums="x"', FenceInfo()),
        ('yaml linenums="-1"', FenceInfo()),
        ('yaml linenums="99999999999999"', FenceInfo()),
        ('yaml linenums="\u0663"', FenceInfo()),
    ],
)
def test_read_info(info, read):
    assert read_info(info, lines=10) == read


def test_huge_ranges_stay_small():
    assert len(read_info('hl_lines="1-99999"', lines=10**9).hl_lines) == 10_000


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.text(),
    st.lists(st.tuples(st.sampled_from(["title", "hl_lines", "linenums"]), st.text("0123456789-, x٣"))),
)
def test_any_info_is_read(label, options):
    info = label + " " + " ".join(f'{name}="{value}"' for name, value in options)
    assert all(1 <= line <= 5 for line in read_info(info, lines=5).hl_lines)
