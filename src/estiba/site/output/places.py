"""Which folders and files beside the site a build needs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """Absolute paths; all but `site` are there while a build is at work, or after one was killed."""

    site: Path
    """The folder that is served; no symbolic link, for a link is not what is exchanged."""
    staging: Path
    """The new site while it is made; for a moment after the exchange, the old one."""
    aside: Path
    """The old site for a moment, where the system cannot exchange two folders."""
    lock: Path


def places_of(site_dir: str) -> Places:
    """Give the places of a build into `site_dir`."""
    site = Path(os.path.realpath(site_dir))
    staging, aside, lock = (site.with_name(f".{site.name}.{one}") for one in ("staging", "before", "lock"))
    return Places(site, staging, aside, lock)


def shown(site: Path) -> str:
    """Give the path of a site as somebody would write it who stands where the build was called."""
    here = Path.cwd()
    return f"{site.relative_to(here).as_posix()}/" if site.is_relative_to(here) else str(site)
