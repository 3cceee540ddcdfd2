"""A new site in the place of the last one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from estiba.listing import FileMark, Listing
from estiba.site.output.assembling import Parts, clear, fill, parts_of
from estiba.site.output.carrying import carry_over
from estiba.site.output.places import Places
from estiba.site.output.spares import put_away
from estiba.site.output.swapping import flush, flush_folder, remove, swap


def publish(
    places: Places,
    spare: Path | None,
    last: Listing,
    kept: Collection[str],
    *,
    is_made: Callable[[str], bool],
    tell: Callable[[Mapping[str, FileMark]], None],
) -> None:
    """Make the site of what is in the staging folder, of `kept`, and of what the owner has in the last one.

    `last` is what that held when the build began. The new one is put together in the folder `spare` if
    there is one, else in the staging folder, and exchanged with the last one, which becomes the spare
    folder. `is_made` says of a name at the top that begins with a point whether it is no owner's; `tell`
    is given the files of the new site, as `files_of` does.

    Raises OSError; the last site is in its place then, as it was.
    """
    parts = parts_of(places.site, last, places.staging, kept)
    tree, there = _tree(places, spare, parts)
    try:
        marks = fill(tree, parts, there)
        carry_over(places.site, tree, is_made=is_made)
        flush(tree)
        swap(replace(places, staging=tree))
    except OSError:
        if tree == spare:
            with suppress(OSError):
                remove(tree)
        raise
    with suppress(OSError):  # the new site is there; only a power cut could still bring the old one back
        flush_folder(places.site.parent)
    tell(marks)
    for old in (tree, places.aside):
        with suppress(OSError):  # the next build will
            put_away(old, spare)
    with suppress(OSError):  # likewise
        remove(places.staging)


def _tree(places: Places, spare: Path | None, parts: Parts) -> tuple[Path, Listing]:
    """Choose the folder that becomes the site; gives what of it is in that already."""
    if spare is not None and spare.is_dir() and places.site.is_dir():
        try:
            return spare, clear(spare, parts)
        except OSError:  # somebody has made it one that cannot be used
            with suppress(OSError):
                remove(spare)
    return places.staging, parts.new
