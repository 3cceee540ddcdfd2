"""Parts of pages that come out the same on many of them: rendered once a build.

A part is rendered for the first page that asks for it, as for any page that stands as deep. If it asks
for more of the page, as an owner's does that prints `page.title`, it is rendered for each page. So what
comes out is the same whichever page comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context, pass_environment
from jinja2.runtime import Context, new_context
from jinja2.utils import missing
from markupsafe import Markup

from estiba.site.some_page import VIEW, Asked, Asking, AsksForMoreError, OnSomePage, some_page
from estiba.site.theme_words import ThemeWords

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.structure.pages import Page

    from estiba.site.page_addresses import PageAddresses

_WORDS = "partials/language.html"
"""The template that Material imports as `lang`."""
_OURS = "estiba.html"
"""Material's page with our blocks."""
_OF_SITE = ("config", "features")
"""What templates are told that is the same on every page."""

_Rendering = Callable[[Context], str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as it comes out on pages of one depth."""

    text: Markup
    asked: Asked

    def is_for(self, context: Context, page: Page, folder: str) -> bool:
        """Whether the part is the same on `page`, which stands in the outermost `folder`."""
        asked = self.asked
        return (
            not (folder and folder in asked.folders)
            and not any(name in context for name in asked.names)
            and (asked.keys is None or (bool(page.meta) and asked.keys.isdisjoint(page.meta)))
            and all(getattr(page, name, missing) is value for name, value in asked.attributes.items())
            and all(one.is_answered_by(context) for one in asked.questions)
        )


class PageParts:
    """The parts of one build."""

    def __init__(self, addresses: PageAddresses) -> None:
        """Begin with nothing that is kept."""
        self._addresses = addresses
        self._parts: dict[tuple[object, ...], _Part | None] = {}
        self._of_site: dict[str, object] = {}
        self._words: dict[str, ThemeWords] = {}

    @pass_context
    def template(self, context: Context, name: str) -> Markup:
        """Give what the template `name` comes out as where it is included."""

        def render(around: Context) -> str:
            template = around.environment.get_template(name)
            return "".join(template.root_render_func(template.new_context(around.get_all(), shared=True)))

        kept = self._kept(context, name, render)
        return _markup(render(context)) if kept is None else kept

    @pass_context
    def above(self, context: Context, block: str, above: Callable[[], str]) -> Markup:
        """Give what `above`, its `super`, comes out as in a `block` of `estiba.html`."""

        def render(around: Context) -> str:
            return str(around.super(block, around.environment.get_template(_OURS).blocks[block])())

        kept = self._kept(context, (_OURS, block), render)
        return _markup(above()) if kept is None else kept

    @pass_environment
    def words(self, env: Environment, language: str) -> ThemeWords:
        """Give the words of Material's templates in `language`."""
        if language not in self._words:
            self._words[language] = ThemeWords(env, language)
        return self._words[language]

    def _kept(self, context: Context, name: object, render: _Rendering) -> Markup | None:
        """Give the part as it comes out on pages like this one; None where each has its own."""
        ask = context.resolve_or_missing
        page = missing if isinstance(context, OnSomePage) else ask("page")
        if page is missing or page is None:
            return None
        known = {one: value for one in _OF_SITE if (value := ask(one)) is not missing}
        if any(self._of_site.setdefault(one, value) is not value for one, value in known.items()):
            return None
        words, base_url = ask("lang"), ask("base_url")
        if words is not missing and getattr(words, "__name__", "") != _WORDS:
            return None
        place = self._addresses.place(page.url)
        key = (name, base_url, place.to_root, *known, words is missing)
        if key not in self._parts:
            known["base_url"] = base_url
            depth = place.to_root.count("/")
            self._parts[key] = _render(render, context, known, depth, has_words=words is not missing)
        part = self._parts[key]
        return part.text if part and part.is_for(context, page, place.outermost) else None


def _render(
    render: _Rendering, asking: Context, known: dict[str, Any], depth: int, *, has_words: bool
) -> _Part | None:
    """Render a part that is told what is `known`; gives None where that is not enough."""
    env = asking.environment
    with some_page(asking, depth) as (asked, page):
        variables = {**env.globals, **known, "page": page, VIEW: Asking(asking[VIEW], asked)}
        try:
            if has_words:
                variables["lang"] = env.get_template(_WORDS).make_module(variables, shared=True)
            around = new_context(env, asking.name, {}, variables, shared=True)
            around.blocks = asking.blocks
            return _Part(_markup(render(around)), asked)
        except AsksForMoreError:
            return None


def _markup(text: str) -> Markup:
    return Markup(text)  # nosec B704 # noqa: S704 - templates escape what they print
