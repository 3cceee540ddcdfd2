"""Any page of one depth: what a part of pages is rendered for that is to be the same on many.

It has no title, no text and no address: a part that asks for such a thing is no part of many. What
the first page that asks has not either (`page.meta.hide`, `page.edit_url`) may be asked for, and is
noted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import pass_context
from jinja2.runtime import Context
from jinja2.utils import missing
from mkdocs.utils.templates import script_tag_filter, url_filter

from estiba.site.page_addresses import PageAddresses, outermost

if TYPE_CHECKING:
    from jinja2 import Environment

_FILTERS: dict[str, Callable[..., str]] = {"url": url_filter, "script_tag": script_tag_filter}
"""MkDocs' own, which look at the address of the page."""
_SOME_FOLDER = "estiba-some-folder/"


VIEW = "estiba"
_SETTLED = frozenset("text texts count number day".split())
"""What `estiba` answers alike whatever stands in the vault."""


class AsksForMoreError(Exception):
    """A part asks for what may be something else on each page."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a part asked of `estiba`, and was told."""

    name: str
    given: tuple[Any, ...]
    named: dict[str, Any]
    answer: Any

    def is_answered_by(self, context: Context) -> bool:
        """Whether the page of `context` is told the same; whoever listens there hears that it asks."""
        return bool(getattr(context[VIEW], self.name)(*self.given, **self.named) == self.answer)


class Asked:
    """What a part asked for that stands for nothing on the page that was the first to ask."""

    def __init__(self, asking: Context, depth: int) -> None:
        """Take the context of that page; it stands so many folders below the root."""
        self.asking = asking
        self.url = _SOME_FOLDER * depth
        self.folders: set[str] = set()
        """What stood outermost in the addresses that it wrote."""
        self.names: set[str] = set()
        """Names of variables."""
        self.attributes: dict[str, object] = {}
        """Attributes of the page that are None, or missing."""
        self.questions: list[Question] = []
        self.keys: set[str] | None = None
        """Keys of the page's front matter; None where it did not look there."""
        self.is_open = True
        """Whether the part is being rendered."""

    def name(self, name: str) -> None:
        """Note that `name` stands for nothing; raises where it does for the page that asks."""
        if name in self.asking:
            raise AsksForMoreError(name)
        self.names.add(name)

    def attribute(self, name: str) -> object:
        """Give an attribute of the page that is None, or missing; raises for others."""
        found = getattr(self.asking["page"], name, missing)
        if found is not None and found is not missing:
            raise AsksForMoreError(name)
        self.attributes[name] = found
        return found

    def key(self, name: str) -> None:
        """Note that front matter has not the key `name`; raises where it has."""
        meta = self.asking["page"].meta
        if name in meta or hasattr(meta, name):
            raise AsksForMoreError(name)
        self.keys = {*(self.keys or ()), name}


class Asking:
    """What stands for `estiba`: it answers as that does, and notes the questions."""

    def __init__(self, view: Any, asked: Asked) -> None:
        """Have `view` answer."""
        self._view, self._asked = view, asked

    def __getattr__(self, name: str) -> Callable[..., Any]:
        ask = getattr(self._view, name)
        if name in _SETTLED:
            return ask  # type: ignore[no-any-return]

        def noted(*given: Any, **named: Any) -> Any:
            answer = ask(*given, **named)
            self._asked.questions.append(Question(name, given, named, answer))
            return answer

        return noted


class _Closed:
    """What says that it is there, and no more."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    def __bool__(self) -> bool:
        return True

    def _more(self, *_: object) -> NoReturn:
        raise AsksForMoreError

    __str__ = __eq__ = __ne__ = __hash__ = __iter__ = __len__ = _more


class _Page(_Closed):
    """What stands for `page`."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "meta" and self._asked.asking["page"].meta:
            return _Meta(self._asked)
        if self._asked.attribute(name) is missing:
            raise AttributeError(name)
        return None


class _Meta(_Closed):
    """What stands for `page.meta`."""

    def __getattr__(self, name: str) -> NoReturn:
        if not name.startswith("__"):
            self._asked.key(name)
        raise AttributeError(name)

    def __getitem__(self, key: str) -> NoReturn:
        self._asked.key(key)
        raise KeyError(key)

    def __contains__(self, key: str) -> bool:
        self._asked.key(key)
        return False


class OnSomePage(Context):
    """The context of templates that are rendered for any page."""

    asked: Asked

    def __getitem__(self, key: str) -> Any:
        if self.asked.is_open and self.resolve_or_missing(key) is missing:
            self.asked.name(key)
        return super().__getitem__(key)

    def __contains__(self, name: str) -> bool:
        return self.get(name, missing) is not missing


@contextmanager
def some_page(asking: Context, depth: int) -> Iterator[tuple[Asked, object]]:
    """Have whatever is rendered meanwhile be so for any page of `depth`, in the place of that of `asking`.

    Gives what will be asked, and what stands for `page`. What is rendered raises `AsksForMoreError`.
    """
    env, asks = asking.environment, Asked(asking, depth)

    class On(OnSomePage):
        asked = asks

    class Unknown(env.undefined):  # type: ignore[misc,name-defined]
        def __init__(
            self, hint: str | None = None, obj: Any = missing, name: str | None = None, **more: Any
        ) -> None:
            if asks.is_open and obj is missing and name and hint is None:  # no attribute: a variable
                asks.name(name)
            super().__init__(hint, obj, name, **more)

    usual = env.context_class, env.undefined, env.filters
    env.context_class, env.undefined = On, Unknown
    env.filters = {**env.filters, **_filters(asks, env)}
    try:
        yield asks, _Page(asks)
    finally:
        env.context_class, env.undefined, env.filters = usual
        asks.is_open = False  # templates that were imported keep what they were made with


def _filters(asked: Asked, env: Environment) -> dict[str, Callable[..., str]]:
    """Give MkDocs' filters as they write addresses on such a page; not in the place of other ones."""

    def on_page(usual: Callable[..., str]) -> Callable[..., str]:
        @pass_context
        def given(context: Context, address: object) -> str:
            asked.folders.add(outermost(str(address)))
            return usual({"page": asked, "base_url": context["base_url"]}, address)

        return given

    own = getattr(env.filters.get("url"), "__func__", None) is PageAddresses.url
    return {
        name: on_page(usual)
        for name, usual in _FILTERS.items()
        if env.filters.get(name) is usual or (name == "url" and own)
    }
