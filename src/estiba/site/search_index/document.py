"""What the search sees of a page: a document of its own, without navigation and buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

BETWEEN_TAGS = " · "
BETWEEN_FOLDERS = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
_BREAKS = re.compile(r"[\s:/=@,\"'`|<>(){}\[\]]+")
_INNER = re.compile(r"[^\W_][.+-][^\W_]")
_MARKS = ".-+*&!?;$#%~"


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page of the index. All texts are plain but `content`, which is HTML."""

    language: str
    """Of BCP 47, in lower case: decides how words are stemmed, and in which index they stand."""
    title: str
    content: str = field(repr=False)
    lead: str = ""
    """The subtitle and the description, as far as the page shows them."""
    folders: tuple[tuple[str, str], ...] = ()
    """Path and title of each folder that it stands in, the outermost first."""
    tags: tuple[tuple[str, str], ...] = ()
    """Slug and label of its own tags."""
    tags_above: tuple[str, ...] = ()
    """Slugs of the tags above those."""
    words: tuple[str, ...] = ()
    """Words by which it is found besides those of its text."""
    is_checked: bool = False
    """Whether it has an example in which the checks found no error."""

    def html(self) -> Markup:
        """Write the document as Pagefind reads it.

        Facets are filters (`tag`, `folder`, `example`); what a result shows is meta data (`title`,
        `tags`, `path`); `compose` is searched and never shown.
        """
        facets = [("tag", slug) for slug, _ in self.tags]
        facets += [("tag", slug) for slug in self.tags_above]
        facets += [("folder", path) for path, _ in self.folders]
        facets += [("example", "checked")] if self.is_checked else []
        shown = {
            "tags": BETWEEN_TAGS.join(label for _, label in self.tags),
            "path": BETWEEN_FOLDERS.join(title for _, title in self.folders),
            "compose": " ".join(self.words),
        }
        return _DOCUMENT.format(
            language=self.language,
            title=self.title,
            facets=Markup("").join(_FACET.format(name, value) for name, value in facets),
            meta=Markup("").join(_META.format(name, value) for name, value in shown.items() if value),
            lead=_LEAD.format(self.lead) if self.lead else "",
            content=Markup(self.content),  # nosec B704 # noqa: S704 - shown to nobody: read by Pagefind alone
        )


def inner_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the parts of compound words that nobody would find by themselves, each once, in order.

    Pagefind drops punctuation and so reads `nginx:1.29` as `nginx` and `nginx129`: a search
    for `1.29` needs that part as a word of its own.
    """
    return tuple(dict.fromkeys(_inner(texts)))


def _inner(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for word in text.split():
            parts = [part.strip(_MARKS) for part in _BREAKS.split(word)]
            if len(parts) > 1:
                yield from (part for part in parts if len(part) <= 80 and _INNER.search(part))


_DOCUMENT = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"></head><body data-pagefind-body>\n'
    "<h1>{title}</h1>\n{facets}{meta}\n{lead}{content}\n</body></html>\n"
)
_FACET = Markup('<span data-pagefind-filter="{}[data-value]" data-value="{}"></span>')
_META = Markup('<span data-pagefind-meta="{}[data-value]" data-value="{}"></span>')
_LEAD = Markup('<p data-pagefind-weight="2">{}</p>\n')
