"""Where the site goes: beside the last one at first, and in its place when all went well."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import event_priority, get_plugin_logger

from estiba.build_day import BadEpoch, build_day
from estiba.report.printable import one_line
from estiba.site.invocation import invocation
from estiba.site.output.guarding import why_not
from estiba.site.output.in_place import BuildInPlace
from estiba.site.output.locking import Held
from estiba.site.output.places import shown
from estiba.site.output.served import ServedBuild
from estiba.site.output.staged import StagedBuild

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("estiba")
_NOT_BESIDE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@event_priority(95)
def on_config(config: MkDocsConfig) -> None:
    """Choose where the site is built, before anybody looks at `site_dir`.

    MkDocs names no configuration when it ends, so what is to happen then is hung on this one; at the
    end of each list, after everybody who has written a priority.
    """
    try:
        build_day()
    except BadEpoch as error:
        raise ConfigurationError(f"estiba: {error}") from None
    site = Path(os.path.realpath(config.site_dir))
    is_served = invocation().command == "serve" or _is_of_server(site)
    if is_served and (invocation().dirty or invocation().in_memory):
        return
    if not is_served and (reason := why_not(site, config)):
        raise ConfigurationError(f"estiba: the output folder {_quoted(site)} {reason}")
    try:
        build = _begin(config, site, is_served=is_served)
    except Held:
        raise ConfigurationError(f"estiba: another build is at work on {_quoted(site)}") from None
    except OSError as error:
        raise ConfigurationError(f"estiba: {_quoted(site)} cannot be written: {error.strerror}") from None
    events = config.plugins.events
    events["post_build"].append(build.finish)
    events["build_error"].append(build.fail)
    events["shutdown"].append(build.close)


def _begin(config: MkDocsConfig, site: Path, *, is_served: bool) -> ServedBuild | StagedBuild | BuildInPlace:
    call = invocation()
    if call.dirty or not call.has_end:
        return BuildInPlace(config)
    if is_served:
        return ServedBuild(config)
    if site.is_mount():
        log.info("%s is a mount point and cannot be exchanged: it is written in its place", _quoted(site))
        return BuildInPlace(config)
    try:
        return StagedBuild(config)
    except OSError as error:
        if error.errno not in _NOT_BESIDE or not (site.is_dir() and os.access(site, os.W_OK)):
            raise
        log.info("nothing can be written beside %s: it is written in its place", _quoted(site))
        return BuildInPlace(config)


def _is_of_server(site: Path) -> bool:
    """Whether it is the temporary folder of `mkdocs serve --clean`, which says that it is a build."""
    return site.parent == Path(tempfile.gettempdir()).resolve() and site.name.startswith("mkdocs_")


def _quoted(site: Path) -> str:
    return f"'{one_line(shown(site))}'"
