from __future__ import annotations

import datetime as dt

import pytest

from estiba.build_day import BadEpoch, build_day


@pytest.mark.parametrize(
    ("given", "day"), [("0", "1970-01-01"), ("1700000000", "2023-11-14"), ("4294967295", "2106-02-07")]
)
def test_the_day_of_the_epoch_is_that_of_the_build(monkeypatch, given, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert build_day() == dt.date.fromisoformat(day)


@pytest.mark.parametrize("given", ["", "-1", "+1", "1e3", "1.5", " 1", "1_0", "١٢", "4294967296", "9" * 5000])
def test_what_is_no_time_is_refused(monkeypatch, given):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(BadEpoch, match=r"SOURCE_DATE_EPOCH is .*; write the seconds since 1970 as a number"):
        build_day()
