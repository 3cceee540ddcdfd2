from __future__ import annotations

import os
import subprocess
import sys

from estiba.store.versions import _contents, _packages, code_digest


def test_the_code_has_one_digest_in_every_process(tmp_path):
    words = [sys.executable, "-c", "from estiba.store.versions import *; print(code_digest().hex())"]
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    other = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, check=True, text=True)
    assert other.stdout == code_digest().hex() + "\n"


def test_packages_are_known_by_name_and_version(tmp_path):
    for name in ("site/mkdocs-1.6.1.dist-info", "site/mkdocs", "more/nh3-0.3.8.dist-info"):
        (tmp_path / name).mkdir(parents=True)
    folders = [str(tmp_path / "site"), str(tmp_path / "python311.zip"), str(tmp_path / "more")]
    assert _packages(folders) == {"mkdocs-1.6.1.dist-info", "nh3-0.3.8.dist-info"}


def test_another_package_is_other_code(tmp_path, monkeypatch):
    before = code_digest()
    (tmp_path / "another-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert code_digest.__wrapped__() != before


def test_every_byte_and_name_of_the_package_counts(tmp_path):
    package = tmp_path / "package"
    (package / "theme").mkdir(parents=True)
    seen = [_contents(package)]

    def change(name, data):
        (package / name).write_bytes(data)
        seen.append(_contents(package))

    change("a.py", b"x = 1")
    change("a.py", b"x = 2")
    change("theme/a.css", b"")
    change("theme/a.toml", b"")
    (package / "a.py").rename(package / "b.py")
    seen.append(_contents(package))
    assert len(set(seen)) == len(seen) == 6


def test_what_python_and_editors_leave_does_not_count(tmp_path):
    (tmp_path / "a.py").write_bytes(b"x = 1")
    before = _contents(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.cpython-311.pyc").write_bytes(b"x")
    (tmp_path / ".a.py.swp").write_bytes(b"x")
    (tmp_path / "gone.py").symlink_to(tmp_path / "nowhere")
    assert _contents(tmp_path) == before
