from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from estiba.site.output import swapping
from estiba.site.output.places import places_of
from estiba.site.output.swapping import flush, flush_folder, recover, remove, swap


@pytest.fixture
def places(tmp_path):
    places = places_of(str(tmp_path / "site"))
    for folder, text in ((places.site, "old"), (places.staging, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    return places


def told(folder):
    return (folder / "index.html").read_text() if folder.exists() else None


@pytest.fixture(params=["at once", "by two renames"])
def system(request, monkeypatch):
    if request.param == "by two renames":
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    return request.param


def test_the_new_site_takes_the_place_of_the_old_one(places, system):
    swap(places)
    assert told(places.site) == "new"
    assert {told(places.staging), told(places.aside)} == {"old", None}
    recover(places)
    assert [told(one) for one in (places.site, places.staging, places.aside)] == ["new", None, None]


def test_a_first_site_is_put_up(places, system):
    remove(places.site)
    swap(places)
    assert [told(one) for one in (places.site, places.staging, places.aside)] == ["new", None, None]


def test_a_swap_that_fails_leaves_the_old_site(places, monkeypatch):
    rename = Path.rename

    def fails(path, target):
        if path == places.staging:
            raise OSError(errno.EIO, "I/O error")
        return rename(path, target)

    monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="I/O error"):
        swap(places)
    assert told(places.site) == "old"


def test_who_was_killed_between_two_renames_is_healed(places):
    places.site.rename(places.aside)
    recover(places)
    assert [told(one) for one in (places.site, places.staging, places.aside)] == ["old", None, None]


def test_an_exchange_with_what_is_not_there_is_an_error(places):
    remove(places.staging)
    with pytest.raises(FileNotFoundError):
        swap(places)
    assert told(places.site) == "old"


def test_a_link_in_the_place_of_a_leftover_goes_and_not_what_it_leads_to(places, tmp_path):
    remove(places.staging)
    (tmp_path / "other").mkdir()
    places.staging.symlink_to("other")
    recover(places)
    assert not os.path.lexists(places.staging)
    assert (tmp_path / "other").is_dir()


def test_a_flush_goes_over_folders_alone(places):
    flush(places.site)
    flush_folder(places.site)
    with pytest.raises(FileNotFoundError):
        flush(places.aside)
