from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from estiba.site.output.locking import Held, Lock

HOLDER = """
import sys
from pathlib import Path
from estiba.site.output.locking import Lock
lock = Lock(Path(sys.argv[1]), patience=0, on_wait=print)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that has the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_who_may_not_wait_is_refused(holder, tmp_path):
    with pytest.raises(Held):
        Lock(tmp_path / "lock", patience=0, on_wait=lambda: None)


def test_who_waits_says_so_once_and_has_it_then(holder, tmp_path):
    waited = []

    def wait():
        waited.append(True)
        threading.Timer(0.5, holder.kill).start()

    lock = Lock(tmp_path / "lock", patience=60, on_wait=wait)
    assert waited == [True]
    lock.release()


def test_what_one_who_was_killed_left_does_not_matter(holder, tmp_path):
    holder.kill()
    holder.wait()
    assert (tmp_path / "lock").exists()
    Lock(tmp_path / "lock", patience=0, on_wait=lambda: None).release()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_on_a_file_that_is_removed_meanwhile_is_none(tmp_path):
    first = Lock(tmp_path / "lock", patience=0, on_wait=lambda: None)
    (tmp_path / "lock").unlink()
    second = Lock(tmp_path / "lock", patience=0, on_wait=lambda: None)
    assert not first._is_there(first._descriptor)
    assert second._is_there(second._descriptor)
    second.release()
    first.release()


def test_a_link_in_its_place_is_not_followed(tmp_path):
    (tmp_path / "lock").symlink_to("elsewhere")
    with pytest.raises(OSError, match="lock"):
        Lock(tmp_path / "lock", patience=0, on_wait=lambda: None)
    assert not (tmp_path / "elsewhere").exists()
