"""The same vault gives the same site, to the byte."""

from __future__ import annotations

import os
import subprocess
import sys

from generated_vault import write_vault


def tree(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes(tmp_path):
    trees = []
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Tokyo")):
        root = tmp_path / f"vault-{seed}"
        write_vault(root, 60)
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=root, env=environment, check=True)
        trees.append(tree(root / "site"))
    assert trees[0].keys() == trees[1].keys()
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []
