import sys

import pytest
from speed.processes import MIB, Failed, memory_of_session, run

HOLD = "import time; held = bytearray(60 << 20); time.sleep(0.8)"
TWO = (
    f"import subprocess, sys; both = [subprocess.Popen([sys.executable, '-c', '{HOLD}']) for _ in '12'];"
    "[one.wait() for one in both]"
)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks proc(5)")


def test_memory_counts_what_children_held(tmp_path):
    ran = run([sys.executable, "-c", TWO], tmp_path)
    assert ran.seconds > 0.8
    assert ran.largest > 60 * MIB
    assert ran.together == ran.largest


@on_linux
def test_memory_of_processes_beside_one_another_is_added_up(tmp_path):
    ran = run([sys.executable, "-c", TWO], tmp_path, watch_memory=True)
    assert 120 * MIB < ran.together < 240 * MIB


@on_linux
def test_a_session_that_has_ended_holds_nothing():
    assert memory_of_session(2**22) == 0


def test_a_command_that_fails_is_not_measured(tmp_path):
    with pytest.raises(Failed, match="exit status 3\nwhy not"):
        run(["sh", "-c", "echo why not; exit 3"], tmp_path)
