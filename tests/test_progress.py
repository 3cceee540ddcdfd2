"""Progress is for a terminal, and passes everything on."""

from __future__ import annotations

import io

import pytest

from estiba.progress import with_progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "speaks"), [(Terminal(), True), (io.StringIO(), False)])
def test_progress(monkeypatch, stream, speaks):
    monkeypatch.setattr("sys.stderr", stream)
    assert list(with_progress(range(250), 250, "reading")) == list(range(250))
    assert ("\rreading 100 / 250" in stream.getvalue()) == speaks
    assert stream.getvalue().endswith("\r") == speaks


def test_short_run_is_silent(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(with_progress(range(5), 5, "reading")) == list(range(5))
    assert terminal.getvalue() == ""
