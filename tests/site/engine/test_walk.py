"""A short walk through edits of a vault; `make walk` takes a long one."""

from __future__ import annotations

import random

import pytest

from rebuilding import build, build_anew, differing, tree
from walking.edits import EDITS
from walking.vault import Vault

STEPS = 13


@pytest.mark.parametrize("seed", [1])
def test_walk(tmp_path, caplog, seed):
    chance = random.Random(seed)
    vault, root, kept = Vault.of(20, chance), tmp_path / "vault", 0
    kinds = sorted(EDITS)
    chance.shuffle(kinds)
    vault.write(root)
    build(root, caplog)
    for step in range(STEPS):
        edits = ["hook"] * ("hooks" in vault.settings) + kinds[step::STEPS]
        for kind in edits:
            EDITS[kind][0](vault)
        vault.write(root)
        last = build(root, caplog)
        site, clean = build_anew(root, tmp_path / "clean", caplog)
        assert (edits, differing(tree(root / "site"), tree(site))) == (edits, [])
        assert (edits, last.said) == (edits, clean.said)
        kept += any(path.endswith("index.html") for path in last.kept)
    assert kept > STEPS / 2
