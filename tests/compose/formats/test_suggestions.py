"""What is suggested can be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.durations import read_duration
from estiba.compose.formats.numbers import to_float, to_mode
from estiba.compose.formats.sizes import read_size
from estiba.compose.formats.suggestions import (
    suggest_boolean,
    suggest_duration,
    suggest_float,
    suggest_integer,
    suggest_mode,
    suggest_size,
)


@pytest.mark.parametrize(
    ("suggest", "text", "meant"),
    [
        (suggest_duration, "30 seconds", "30s"),
        (suggest_duration, "30", "30s"),
        (suggest_duration, "1 hour and 30 minutes", "1h30m"),
        (suggest_duration, "1h 30m", "1h30m"),
        (suggest_duration, "2 minutos", "2m"),
        (suggest_duration, "3 d\u00edas y 2 horas", "3d2h"),
        (suggest_duration, "5 Min.", "5m"),
        (suggest_duration, "1y", "30s"),
        (suggest_duration, "soon", "30s"),
        (suggest_duration, "", "30s"),
        (suggest_duration, "99999999999999999999 s", "30s"),
        (suggest_size, "512Mi", "512m"),
        (suggest_size, "2 Gigabytes", "2g"),
        (suggest_size, "1,5 GB", "1.5g"),
        (suggest_size, " 64 ", "64"),
        (suggest_size, "potato", "512m"),
        (suggest_size, "-1", "512m"),
        (suggest_boolean, "1", "true"),
        (suggest_boolean, "S\u00ed", "true"),
        (suggest_boolean, "disabled", "false"),
        (suggest_boolean, "sure", ""),
        (suggest_integer, "1.000", "1000"),
        (suggest_integer, "1 000 000", "1000000"),
        (suggest_integer, "1000.0", "1000"),
        (suggest_integer, " 5", "5"),
        (suggest_integer, "many", ""),
        (suggest_float, "0,5", "0.5"),
        (suggest_float, "250m", "0.25"),
        (suggest_float, "50%", "0.5"),
        (suggest_float, "half", "0.5"),
        (suggest_mode, "0o440", "0440"),
        (suggest_mode, "644.0", "0644"),
        (suggest_mode, "rw-r--r--", "0440"),
    ],
)
def test_suggestion(suggest, text, meant):
    assert suggest(text) == meant


@settings(max_examples=80)
@given(st.text(alphabet="0123456789.,% smhdkgiMB\u00b2", max_size=8))
def test_every_suggestion_can_be_read(text):
    read_duration(suggest_duration(text))
    read_size(suggest_size(text))
    to_float(suggest_float(text))
    to_mode(suggest_mode(text))
