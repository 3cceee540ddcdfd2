"""A model, made of the files as they are now, and tried out."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import TemplateError
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils import CountHandler

from estiba.report.printable import one_line
from estiba.site.serving.addresses import mount_path
from estiba.site.serving.gathering import gather
from estiba.site.serving.marks import Marks, take_marks, watched
from estiba.site.serving.model import Model
from estiba.site.serving.saying import heard, silent

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Broken(Exception):
    """No model can be made of the files as they are; the message says why."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the site is made."""

    values: Mapping[str, Any]
    """What `load_config` of MkDocs is given."""
    site_url: str = ""
    """The address of the site; empty for that at which MkDocs would serve it."""


@dataclass(slots=True)
class Made:
    """A model, and the files that it was made of."""

    model: Model
    paths: Sequence[str]
    marks: Marks


def configuration(options: Options) -> MkDocsConfig:
    """Read mkdocs.yml. Raises `Broken`."""
    with heard() as words, silent():
        try:
            config = load_config(**options.values)
        except (MkDocsException, Abort, OSError) as error:
            raise _broken(error, words) from None
    host, port = config.dev_addr
    mount = mount_path(urlsplit(config.site_url or "/").path)
    config.site_url = options.site_url or f"http://{host}:{port}{mount}"
    return config


def make(config: MkDocsConfig, *, is_first: bool = True) -> Made:
    """Make a model, to be opened in the thread that it will live in. Raises `Broken`.

    Of one that is not the first nothing is said: who has it made knows what is new.
    """
    paths = watched(config)
    marks = take_marks(paths)
    with heard() as words, silent(is_asked_for=not is_first), _no_collection():
        try:
            model = Model(gather(config))
            _load_templates(model, config)
            model.let_go()
        except (MkDocsException, Abort, TemplateError, OSError) as error:
            raise _broken(error, words) from None
    return Made(model, paths, marks)


def try_out(model: Model, places: Sequence[str]) -> None:
    """See whether the pages at `places` come out. Raises `Broken`."""
    with heard() as words:
        try:
            for place in places:
                model.find(place, as_is=True)
        except (MkDocsException, Abort, TemplateError) as error:
            model.close()
            raise _broken(error, words) from None


@contextmanager
def strictly(*, is_asked_for: bool) -> Iterator[None]:
    """Raise `Abort` if MkDocs, or a feature, warns of anything meanwhile, where that is asked for."""
    counter, log = CountHandler(), logging.getLogger("mkdocs")
    counter.setLevel(logging.WARNING)
    if is_asked_for:
        log.addHandler(counter)
    try:
        yield
    finally:
        log.removeHandler(counter)
    counts = [f"{number} {name.lower()}{'s' if number > 1 else ''}" for name, number in counter.get_counts()]
    if counts:
        raise Abort(f"Aborted with {', '.join(counts)} in strict mode!")


def _load_templates(model: Model, config: MkDocsConfig) -> None:
    """Read the owner's templates now, so that one that breaks later does so in the next model alone."""
    if config.theme.custom_dir:
        folder = Path(config.theme.custom_dir)
        for file in sorted(folder.rglob("*.html")):
            model.gathered.env.get_template(file.relative_to(folder).as_posix())


def _broken(error: BaseException, words: Sequence[str]) -> Broken:
    if isinstance(error, TemplateError):
        place = f"{getattr(error, 'filename', '') or 'template'}:{getattr(error, 'lineno', 0)}"
        said = [*words, f"{place}: {error.message}"]
    else:
        said = [*words] if isinstance(error, Abort) and words else [*words, str(error)]
    return Broken("\n".join(one_line(" ".join(one.removeprefix("estiba: ").split())) for one in said))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep what is made out of later collections, which would take longer than a page.

    What was kept so before, and is of no use any more, is freed.
    """
    gc.unfreeze()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
