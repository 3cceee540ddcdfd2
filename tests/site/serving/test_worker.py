from __future__ import annotations

import threading

import pytest

from estiba.site.serving.worker import Worker


def test_its_own_thread_does_it_at_once():
    assert Worker().do(threading.get_ident) == threading.get_ident()


def test_all_is_done_in_one_thread_and_what_is_raised_comes_back():
    worker, started, idents = Worker(), threading.Event(), []

    def work():
        worker.take_over()
        idents.append(threading.get_ident())
        started.set()
        worker.run()

    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    assert worker.do(threading.get_ident) == idents[0]
    with pytest.raises(ZeroDivisionError):
        worker.do(lambda: 1 / 0)
    worker.end()
    thread.join()
