"""Builds that go well, and those that do not: what becomes of the site, and what is said."""

from __future__ import annotations

import errno
import json
import logging
import os
import resource
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from estiba.listing import files_of
from estiba.site.invocation import on_startup
from estiba.site.output import output, publishing, staged, swapping
from estiba.site.output.locking import Lock
from estiba.site.output.places import places_of
from sites import CONFIG, run_build, write_files

VAULT = {"index.md": "# Inicio\n", "nota.md": "---\ntitle: Nota\n---\n\nTexto.\n"}
WRITES = """
from pathlib import Path

def on_post_build(config):
    Path(config.site_dir, "{name}").write_text({text})
"""
RAISES = "def on_post_build(config):\n    raise {error}\n"


@pytest.fixture
def vault(tmp_path):
    """A vault with a site of before, which says so; gives a function that adds a hook."""
    (tmp_path / "docs").mkdir()
    write_files(tmp_path, VAULT)
    run_build(tmp_path)
    (tmp_path / "site/index.html").write_text("before", "utf-8")

    def hook(text):
        (tmp_path / "hook.py").write_text(text, "utf-8")
        (tmp_path / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n", "utf-8")
        return tmp_path

    return hook


def names(folder):
    return sorted(one.name for one in folder.iterdir() if one.name not in {"__pycache__", ".cache"})


def is_as_before(root):
    assert names(root) == ["docs", "hook.py", "mkdocs.yml", "site"]
    return (root / "site/index.html").read_text("utf-8") == "before"


@pytest.mark.parametrize(
    ("error", "raised", "words"),
    [
        ("KeyboardInterrupt", KeyboardInterrupt, ""),
        ("ValueError('a fault')", ValueError, "a fault"),
        (f"OSError({errno.ENOSPC}, 'No space left on device')", Abort, "estiba: No space left on device"),
        (
            f"OSError({errno.EDQUOT}, 'Quota exceeded', '/a\\u202e')",
            Abort,
            "estiba: Quota exceeded: /a\\u202e",
        ),
    ],
)
def test_a_build_that_fails_leaves_the_site_and_says_so(vault, caplog, error, raised, words):
    root = vault(RAISES.format(error=error))
    with pytest.raises(raised) as failure:
        run_build(root)
    assert str(failure.value) == words
    assert is_as_before(root)
    assert caplog.messages[-1] == f"estiba: the site in {root}/site is as it was"


def test_a_strict_build_with_a_warning_leaves_the_site(vault):
    root = vault("")
    (root / "docs/nota.md").write_text("---\ntitle: [a]\n---\n", "utf-8")
    with pytest.raises(Abort, match="in strict mode"):
        run_build(root, strict=True)
    assert is_as_before(root)


def test_a_first_build_that_fails_leaves_nothing(vault, caplog):
    root = vault(RAISES.format(error="ValueError"))
    with pytest.raises(ValueError):  # noqa: PT011 - it has no words
        run_build(root, site_dir=str(root / "www/site"))
    assert names(root / "www") == []
    assert caplog.messages[-1] == f"estiba: no site was written to {root}/www/site"


def test_a_disk_that_is_full_when_the_sites_are_exchanged_leaves_the_site(vault, monkeypatch):
    def full(folder):
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))

    root = vault("")
    monkeypatch.setattr(publishing, "flush", full)
    with pytest.raises(Abort, match=r"^estiba: No space left on device: .*\.site\.staging$"):
        run_build(root)
    assert is_as_before(root)


def test_a_build_that_goes_well_takes_the_place_of_the_site(vault):
    root = vault("")
    (root / "site/.well-known").mkdir()
    (root / "site/nota/old.txt").write_text("of before")
    inode = (root / "site").stat().st_ino
    run_build(root)
    assert "Inicio" in (root / "site/index.html").read_text("utf-8")
    assert (root / "site").stat().st_ino != inode
    assert (root / "site/.well-known").is_dir()
    assert not (root / "site/nota/old.txt").exists()
    assert names(root) == ["docs", "hook.py", "mkdocs.yml", "site"]


KEEPS = """
import json
from pathlib import Path
from estiba.site.state import state_of

def on_post_build(config):
    state, place = state_of(config), Path(config.config_file_path).parent
    Path(config.site_dir, "nota/index.html").unlink(missing_ok=True)
    state.kept_files |= {"nota/index.html"}
    Path(place, "seen.json").write_text(json.dumps([state.can_keep, state.last_files]))
    state.on_published += [fail, lambda marks: Path(place, "marks.json").write_text(json.dumps(marks))]

def fail(marks):
    raise ValueError("a fault of the callback's")
"""


def test_a_file_that_is_kept_need_not_be_written_and_who_asks_hears_of_the_site(vault, caplog):
    root = vault(KEEPS)
    last = json.loads(json.dumps(files_of(root / "site")))
    text, spares = (root / "site/nota/index.html").read_bytes(), root / ".cache/estiba"
    inode = (root / "site").stat().st_ino
    for _ in range(3):
        run_build(root)
        assert (root / "site/nota/index.html").read_bytes() == text
        assert json.loads((root / "seen.json").read_text()) == [True, last]
        marks = json.loads((root / "marks.json").read_text())
        assert marks == json.loads(json.dumps(files_of(root / "site")))
        assert marks["nota/index.html"] == last["nota/index.html"]
        assert "the site is there, but the next build will not know what it may keep" in caplog.text
        (spare,) = spares.glob("spare-*")
        assert inode in {spare.stat().st_ino, (root / "site").stat().st_ino}
        last = marks


def test_a_kept_file_that_is_gone_leaves_the_site(vault, caplog):
    root = vault(KEEPS)
    (root / "site/nota/index.html").unlink()
    with pytest.raises(Abort, match=r"^estiba: No such file or directory: .*/site/nota/index\.html$"):
        run_build(root)
    assert (root / "site/index.html").read_text("utf-8") == "before"
    assert caplog.messages[-1] == f"estiba: the site in {root}/site is as it was"


def test_a_first_site_and_one_that_is_written_in_place_can_keep_nothing(vault, monkeypatch):
    root = vault(KEEPS.replace("state.kept_files |=", "state.kept_files &="))
    run_build(root, site_dir=str(root / "other"))
    assert json.loads((root / "seen.json").read_text()) == [False, {}]
    monkeypatch.setattr(Path, "is_mount", lambda path: path == root / "site")
    run_build(root)
    assert json.loads((root / "seen.json").read_text()) == [False, {}]


def test_hooks_see_one_folder_and_commands_after_the_build_another(vault):
    root = vault(WRITES.format(name="seen", text="config.site_dir"))
    assert run_build(root, command="gh-deploy") == root / "site"
    assert (root / "site/seen").read_text() == f"{root}/.site.staging"


def test_the_folder_that_a_link_leads_to_is_exchanged_and_the_link_stays(vault):
    root = vault("")
    (root / "link").symlink_to("site")
    run_build(root, site_dir=str(root / "link"))
    assert (root / "link").is_symlink()
    assert "Inicio" in (root / "site/index.html").read_text("utf-8")


def test_where_nobody_says_when_a_build_ends_it_goes_into_the_site(vault):
    root = vault("")
    build(load_config(str(root / "mkdocs.yml")))
    assert "Inicio" in (root / "site/index.html").read_text("utf-8")
    assert is_as_before(root) is False


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_where_nothing_can_be_written_beside_the_site_it_is_written_in_place(
    vault, monkeypatch, caplog, number
):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    root = vault(RAISES.format(error="ValueError"))
    monkeypatch.setattr(Lock, "_try", refuse)
    caplog.set_level(logging.INFO)
    with pytest.raises(ValueError):  # noqa: PT011 - it has no words
        run_build(root)
    said = [one for one in caplog.messages if one.startswith("estiba: ") and "search" not in one]
    assert said == [
        f"estiba: nothing can be written beside '{root}/site': it is written in its place",
        f"estiba: the site in {root}/site is not whole; build it again",
    ]
    with pytest.raises(ConfigurationError, match=os.strerror(number)):
        run_build(root, site_dir=str(root / "other"))


def test_another_build_is_waited_for_and_then_refused(vault, monkeypatch, caplog):
    root = vault("")
    lock = Lock(places_of(str(root / "site")).lock, patience=0, on_wait=print)
    monkeypatch.setattr(staged, "PATIENCE", 0.2)
    caplog.set_level(logging.INFO)
    with pytest.raises(ConfigurationError, match=f"^estiba: another build is at work on '{root}/site'$"):
        run_build(root)
    assert f"estiba: another build is at work on {root}/site; waiting for its end …" in caplog.messages
    lock.release()
    assert is_as_before(root)


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        (".", "is the folder of mkdocs.yml"),
        ("home", "is your home folder"),
        ("home/..", "is the folder of mkdocs.yml"),
        ("link", "is the folder of the notes"),
        ("link/sub", "is in the folder of the notes, whose files are those of the site"),
        ("theme", "is the theme's custom_dir"),
        ("theme/sub", "is in the theme's custom_dir, whose files are those of the site"),
        ("mkdocs.yml", "is no folder"),
        (
            "full",
            "holds something that is no site, and a build would remove it; move that away, or name another",
        ),
    ],
)
def test_a_folder_that_is_not_ours_is_refused(vault, monkeypatch, folder, words):
    root = vault("")
    for name in ("home", "theme", "full", "docs/sub"):
        (root / name).mkdir()
    (root / "full/x.txt").touch()
    (root / "link").symlink_to("docs")
    (root / "mkdocs.yml").write_text(
        f"{CONFIG}docs_dir: docs\ntheme: {{name: material, custom_dir: theme}}\n", "utf-8"
    )
    monkeypatch.setenv("HOME", str(root / "home"))
    before = sorted(root.rglob("*"))
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.site_dir = str(root / folder)  # MkDocs refuses some by their spelling
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(ConfigurationError) as failure:
        build(config)
    config.plugins.on_shutdown()
    shown = os.path.realpath(root / folder)
    assert str(failure.value) == f"estiba: the output folder '{shown}' {words}"
    assert sorted(root.rglob("*")) == before


def test_an_epoch_that_is_none_is_refused(vault, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    root = vault("")
    with pytest.raises(ConfigurationError, match=r"^estiba: SOURCE_DATE_EPOCH is 'yesterday'; write "):
        run_build(root)
    assert is_as_before(root)


def test_the_day_of_the_build_is_not_in_the_site(vault, monkeypatch):
    root, trees = vault(""), []
    for epoch in ("0", "1700000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        site = run_build(root)
        trees.append({path: path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert trees[0] == trees[1]


def test_a_server_goes_on_with_the_pages_of_before(vault, caplog):
    root = vault("def on_env(env, config, files):\n    assert files.get_file_from_path('falla.md') is None\n")

    def rebuild():
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "served"))
        build(config, serve_url="http://127.0.0.1/")
        assert config.site_dir == str(root / "served")
        return config.plugins

    on_startup("serve", dirty=False)
    plugins = rebuild()
    (root / "docs/nota.md").write_text("# Cambiada\n", "utf-8")
    rebuild()
    (root / "docs/falla.md").write_text("# Falla\n", "utf-8")
    with pytest.raises(AssertionError):
        rebuild()
    assert caplog.messages[-1] == (
        "estiba: the pages that are served are those of the last build that went well"
    )
    assert "Cambiada" in (root / "served/nota/index.html").read_text("utf-8")
    assert (root / "served/.search/current").is_file()
    plugins.on_shutdown()
    assert [name for name in names(root) if name.startswith("served")] == ["served"]


@pytest.mark.parametrize(("folder", "expected"), [("mkdocs_x", True), ("x", False), ("a/mkdocs_x", False)])
def test_the_folder_of_a_server_that_says_it_is_a_build_is_known(tmp_path, monkeypatch, folder, expected):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert output._is_of_server(tmp_path / folder) is expected


def run_mkdocs(root, *words, **options):
    command = [sys.executable, "-m", "mkdocs", "build", *words]
    return subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True, **options)


def test_a_file_that_grows_too_large_is_one_line(vault):
    root = vault(WRITES.format(name="big", text="'x' * 10**7"))
    limit = (5 * 10**6, 5 * 10**6)
    process = run_mkdocs(root, "--quiet", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    assert process.communicate()[1] == "ERROR   -  estiba: the site in site/ is as it was\n"
    assert process.returncode == 1
    assert is_as_before(root)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 1)])
def test_a_build_that_is_told_to_end_says_what_became_of_the_site(vault, number, status):
    root = vault(
        "import os, time\n"
        "def on_post_build(config):\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "    time.sleep(60)\n"
    )
    heed = partial(signal.signal, number, signal.SIG_DFL)  # whatever began these tests may have it ignored
    process = run_mkdocs(root, "--quiet", preexec_fn=heed)
    said = process.communicate()[1]
    assert said.splitlines()[0] == "ERROR   -  estiba: the site in site/ is as it was"
    assert process.returncode == status
    assert is_as_before(root)


def test_a_build_that_is_killed_leaves_what_the_next_one_clears_away(vault):
    root = vault("import os\ndef on_post_build(config):\n    os.kill(os.getpid(), 9)\n")
    process = run_mkdocs(root)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert names(root) == [".site.lock", ".site.staging", "docs", "hook.py", "mkdocs.yml", "site"]
    assert (root / "site/index.html").read_text("utf-8") == "before"
    vault("")
    run_build(root)
    assert names(root) == ["docs", "hook.py", "mkdocs.yml", "site"]


def test_a_site_is_whole_after_each_of_some_kills():
    script = Path(__file__).parents[2] / "kills.py"
    done = subprocess.run([sys.executable, script, "3", "7"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("neither 0 times\n")


def test_the_exchange_at_once_is_what_this_machine_does(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert swapping._exchange(tmp_path / "a", tmp_path / "b") is (sys.platform == "linux")
