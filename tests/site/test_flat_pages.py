"""A page does not grow with the vault."""

from __future__ import annotations

import re

import pytest
from generated_vault import write_vault

from sites import build_folder

RELATED = re.compile(rb'<section class="estiba-related".*?</section>|\s+', re.DOTALL)
"""At most five notes, and the space around them; which, depends on how rare tags are in the vault."""
SHAPES = ("folders-of-fifty", "one-folder", "own-folders")


def sizes(root, caplog, notes, shape):
    write_vault(root, notes, shape=shape)
    site = build_folder(root, caplog)
    assert site.messages == ()
    pages = site.root.glob("*/servicio-*/index.html")
    return {page.parent.name: len(RELATED.sub(b"", page.read_bytes())) for page in pages}


@pytest.mark.parametrize("shape", SHAPES)
def test_page_of_a_note_has_its_size_in_a_vault_of_any_size(tmp_path, caplog, shape):
    small = sizes(tmp_path / "small", caplog, 40, shape)
    large = sizes(tmp_path / "large", caplog, 150, shape)
    assert len(small) == 40
    assert len(large) == 150
    grown = {name: large[name] - size for name, size in small.items()}
    last = grown.pop(max(grown))
    assert {name: more for name, more in grown.items() if not 0 <= more <= 40} == {}  # of 25,000 bytes
    assert 0 <= last <= 320  # in the large vault it has a next note
    assert max(large.values()) / min(large.values()) < 1.03
