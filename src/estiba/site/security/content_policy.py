"""The Content Security Policy of a site (https://www.w3.org/TR/CSP3/)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

_USUAL: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "media-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": (),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
"""Everything is of the site itself. `'wasm-unsafe-eval'` lets the search compile its WebAssembly, and
no text become script; `data:` pictures are those that the theme's styles, and diagrams, have."""
_ANY_STYLE = "'unsafe-inline'"
_META = Markup('<meta http-equiv="Content-Security-Policy" content="{}">')


@dataclass(frozen=True)
class ContentPolicy:
    """The same for every page, since a page that is loaded into another one obeys what that one has."""

    text: str = ""
    """Empty where the owner wants none."""
    scripts: frozenset[str] = field(default_factory=frozenset)
    """Hashes of the scripts within pages that may run."""
    known: set[str] = field(default_factory=set, compare=False)
    """Scripts within pages that were found to be among these."""
    data: set[str] = field(default_factory=set, compare=False)
    """Attributes, as written, of which one was found to make a `script` run nothing that stands in it."""

    @cached_property
    def meta(self) -> Markup:
        """The element for the head of a page; it stands before all that it governs."""
        return _META.format(Markup(self.text.replace("&", "&amp;"))) if self.text else Markup()  # nosec B704 # noqa: S704 - has no `<` or `"`


def content_policy(*added: Mapping[str, Iterable[str]]) -> ContentPolicy:
    """Give the usual policy with what is `added`, each directive -> sources; the same for any order."""
    parts = []
    scripts: set[str] = set()
    for directive, usual in _USUAL.items():
        more = {source for mapping in added for source in mapping.get(directive, ())} - set(usual)
        if directive == "script-src":
            scripts = {source for source in more if source.startswith("'sha")}
        if _ANY_STYLE in more:  # counts for nothing beside a hash
            more = {source for source in more if not source.startswith("'sha")}
        sources = (*usual, *sorted(more))
        if sources:
            parts.append(f"{directive} {' '.join(sources)}")
    return ContentPolicy("; ".join(parts), frozenset(scripts))
