"""Pages at the old addresses of notes that have moved, which lead on to the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

from estiba.catalogue import own_catalogue
from estiba.site.state import state_of, vault_of
from estiba.vault.files.addresses import TakenPlaces, address_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_TEMPLATE = "redirect.html"


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add a page for each old address at which the site has nothing."""
    state, vault = state_of(config), vault_of(config)
    taken = TakenPlaces(file.dest_uri for file in files)
    for place, path in vault.redirects.places.items():
        if place not in taken:
            level = InclusionLevel.INCLUDED
            files.append(File.generated(config, place, content="", inclusion=level))
            state.taken.add(place)
            state.redirects[place] = path


@event_priority(-50)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the pages, now that autoescape is on."""
    state, vault = state_of(config), vault_of(config)
    template = env.get_template(_TEMPLATE) if state.redirects else None
    for place, path in state.redirects.items():
        file, note = files.get_file_from_path(place), vault.notes[path]
        if file is None or template is None:
            continue
        address = address_of(place, flat=vault.flat)
        url = state.files[path].url
        file.content_string = template.render(
            title=note.title,
            content_policy=state.content_policy.meta,
            language=note.language or state.catalogue.language,
            text=(own_catalogue(note.language) or state.catalogue).text("redirect.text"),
            url=get_relative_url(url, address),
            canonical=urljoin(config.site_url, url) if config.site_url else "",
        )
