"""The folder of the site before the last, in which the next one is put together.

It has nearly all folders and files of the next site in place; and it need not be removed, which takes some
disks milliseconds for each folder and each file.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from estiba.site.output.swapping import remove
from estiba.store.place import FOLDER, make_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def place_of_spare(site: Path, config: MkDocsConfig) -> Path | None:
    """Give where the spare folder of a site lies, or would; None where there can be none.

    That is in `.cache/estiba/` beside `mkdocs.yml`, which is made. None if that is another disk's, or within
    the site or a folder that is published; and if a link stands in the place of a folder, for that is not
    followed.
    """
    if not config.config_file_path:
        return None
    root = Path(config.config_file_path).resolve().parent
    folder = root / FOLDER
    place = folder / f"spare-{hashlib.blake2b(os.fsencode(site), digest_size=6).hexdigest()}"
    if any(folder.is_relative_to(one) for one in _published(site, config)):
        return None
    try:
        if folder.resolve() != folder:
            return None
        make_folder(root)
        is_free = not os.path.lexists(place) or stat.S_ISDIR(place.lstat().st_mode)
        return place if is_free and folder.stat().st_dev == site.parent.stat().st_dev else None
    except OSError:
        return None


def put_away(old: Path, place: Path | None) -> None:
    """Make an old site, if there is one, the spare folder at `place`; where that cannot be, remove it.

    What begins with a point at its top goes: it is the owner's, who may write it in place, and its
    files are those of the new site. Raises OSError.
    """
    if place is not None and old != place and old.is_dir():
        try:
            old.rename(place)
        except OSError:  # it is another disk's after all
            place = None
    if place is None:
        remove(old)
    elif place.is_dir():
        for entry in place.iterdir():
            if entry.name.startswith("."):
                remove(entry)


def _published(site: Path, config: MkDocsConfig) -> Iterator[Path]:
    yield site
    yield Path(config.docs_dir).resolve()
    if config.theme.custom_dir:
        yield Path(config.theme.custom_dir).resolve()
