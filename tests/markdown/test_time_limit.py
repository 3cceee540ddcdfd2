import signal
from contextlib import suppress
from threading import Thread

import pytest

from estiba.markdown.time_limit import TooLong, time_limit

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs the signals of Unix")


def test_what_takes_too_long_is_ended_even_where_every_exception_is_caught():
    def work():
        with time_limit(0.01):
            while True:
                with suppress(Exception):
                    sum(range(10_000))

    with pytest.raises(TooLong):
        work()


def test_what_ends_in_time_is_left_alone():
    before = signal.getsignal(signal.SIGVTALRM)
    with time_limit(60):
        pass
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_there_is_no_limit_in_other_threads():
    done = []

    def work():
        with time_limit(0.000001):
            sum(range(1_000_000))
        done.append(True)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
