"""A page does not grow with the vault."""

from __future__ import annotations

import pytest
from generated_vault import write_vault

from sites import build_folder

SHAPES = ("folders-of-fifty", "one-folder", "own-folders")


def sizes(root, caplog, notes, shape):
    write_vault(root, notes, shape=shape)
    site = build_folder(root, caplog)
    assert site.messages == ()
    pages = site.root.glob("*/servicio-*/index.html")
    return {page.parent.name: page.stat().st_size for page in pages}


@pytest.mark.parametrize("shape", SHAPES)
def test_page_of_a_note_has_its_size_in_a_vault_of_any_size(tmp_path, caplog, shape):
    small = sizes(tmp_path / "small", caplog, 100, shape)
    large = sizes(tmp_path / "large", caplog, 1000, shape)
    assert len(small) == 100
    assert len(large) == 1000
    grown = {name: large[name] / size for name, size in small.items()}
    assert {name: ratio for name, ratio in grown.items() if not 0.98 <= ratio <= 1.02} == {}
    assert max(large.values()) / min(large.values()) < 1.03
