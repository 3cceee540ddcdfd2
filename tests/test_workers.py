from __future__ import annotations

import os
import signal
import threading

import pytest

from estiba import workers
from estiba.workers import in_workers

MANY = list(range(200))


def process_of(item):
    return item, os.getpid()


@pytest.fixture
def two_cores(monkeypatch):
    """Have two cores, and no thread but this one, whatever other tests have left in the process."""
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("two_cores")
def test_results_come_in_order_from_other_processes():
    results = list(in_workers(process_of, MANY))
    assert [item for item, _ in results] == MANY
    processes = {process for _, process in results}
    assert len(processes) == 2
    assert os.getpid() not in processes


@pytest.mark.usefixtures("two_cores")
def test_few_things_are_done_here():
    assert {process for _, process in in_workers(process_of, MANY[:63])} == {os.getpid()}


def test_with_one_core_all_is_done_here(monkeypatch):
    monkeypatch.setattr(workers, "cores", lambda: 1)
    assert {process for _, process in in_workers(process_of, MANY)} == {os.getpid()}


def test_beside_another_thread_all_is_done_here(monkeypatch):
    monkeypatch.setattr(workers, "cores", lambda: 2)
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert {process for _, process in in_workers(process_of, MANY)} == {os.getpid()}
    finally:
        end.set()
        thread.join()


@pytest.mark.usefixtures("two_cores")
def test_the_work_may_use_what_this_process_has():
    known = {item: f"text {item}" for item in MANY}
    assert list(in_workers(lambda item: known[item], MANY)) == list(known.values())


@pytest.mark.usefixtures("two_cores")
def test_what_the_work_raises_is_raised_here_in_its_turn():
    def fail(item):
        if item == 100:
            raise KeyError("no hundred")
        return item

    coming = in_workers(fail, MANY)
    assert [next(coming) for _ in range(100)] == MANY[:100]
    with pytest.raises(KeyError, match="no hundred"):
        next(coming)


@pytest.mark.usefixtures("two_cores")
def test_what_a_process_leaves_undone_that_is_killed_is_done_here():
    here = os.getpid()

    def die(item):
        if item == 51 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return item, os.getpid() == here

    results = list(in_workers(die, MANY))
    assert [item for item, _ in results] == MANY
    assert [item for item, is_here in results if is_here] == MANY[51::2]


@pytest.mark.usefixtures("two_cores")
def test_who_stops_listening_ends_the_others():
    coming = in_workers(process_of, MANY * 100)
    _, process = next(coming)
    coming.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
