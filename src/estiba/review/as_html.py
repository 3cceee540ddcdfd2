"""A review as one page, which needs no other file, runs nothing and asks for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markdown import markdown
from markupsafe import Markup, escape

from estiba.catalogue import Catalogue
from estiba.checks.registry import checks_called
from estiba.review.addresses import with_addresses
from estiba.review.differences import Line, Sign
from estiba.review.pictures import MOST
from estiba.review.review import Review, ReviewedNote, worst_first
from estiba.review.sanitising import sanitised
from estiba.review.shown_text import marked
from estiba.review.states import NoteState
from estiba.review.styles import fingerprint, styles

Pictures = Callable[[bool, frozenset[str]], Mapping[str, str]]
"""Gives pictures as data, by their paths; after the change (True) or before it."""
_CHANGED = {Sign.ADDED: Markup("<ins>{}</ins>"), Sign.REMOVED: Markup("<del>{}</del>")}
_MOST = 200
"""Entries of one list."""
_LONG = 20
"""With more notes, all but what is said of them is to unfold."""


def write_html(review: Review, catalogue: Catalogue, pictures: Pictures) -> str:
    """Write the page, in the language of the `catalogue`."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["marked"] = marked
    environment.filters["line"] = _line
    template = environment.from_string((files(__package__) / "review.html").read_text("utf-8"))
    style = styles()
    return template.render(
        review=review,
        language=catalogue.language,
        text=catalogue.text,
        count=catalogue.count,
        number=catalogue.number,
        words=catalogue.words,
        worst_first=worst_first,
        date=catalogue.date,
        articles=_Articles(review, pictures),
        style=Markup(style),  # nosec B704 # noqa: S704 - ours, and the theme's
        fingerprint=fingerprint(style),
        checks=_checks(review),
        shown_checks={problem.check for problem in review.new},
        most=_MOST,
        is_long=len(review.notes) > _LONG,
    )


class _Articles:
    """The articles of all notes, with their links and pictures."""

    def __init__(self, review: Review, pictures: Pictures) -> None:
        self._places = {note.path: f"note-{number}" for number, note in enumerate(review.notes, 1)}
        self._pictures = {
            is_after: pictures(is_after, _wanted(review, is_after)) for is_after in (True, False)
        }
        self._left = MOST

    def article(self, state: NoteState, path: str, *, is_after: bool) -> Markup:
        """Give the article of a note, of which `path` is where it stood then."""

        def picture_of(wanted: str) -> str:
            return self.picture(wanted, is_after=is_after)

        html = with_addresses(state.article, path, lambda other: self._places.get(other, ""), picture_of)
        return Markup(html)  # nosec B704 # noqa: S704 - it is clean

    def picture(self, path: str, *, is_after: bool) -> str:
        """Give a picture as data; empty where it is none, or too much for the page."""
        data = self._pictures[is_after].get(path, "")
        if len(data) > self._left:
            return ""
        self._left -= len(data)
        return data


def _wanted(review: Review, is_after: bool) -> frozenset[str]:  # noqa: FBT001 - the one or the other
    """Give the paths of the pictures that are shown, and of the attachments that differ."""
    found = {one.path if is_after else one.old_path for one in review.attachments}

    def note_down(path: str) -> str:
        found.add(path)
        return ""

    for state, path in _states(review.notes, is_after):
        with_addresses(state.article, path, lambda _: "", note_down)
    return frozenset(found)


def _states(notes: tuple[ReviewedNote, ...], is_after: bool) -> Iterator[tuple[NoteState, str]]:  # noqa: FBT001
    for note in notes:
        state = note.after if is_after else note.before
        if state is not None:
            yield state, note.path if is_after else note.old_path


def _line(line: Line) -> Markup:
    """Write the text of a line; what differs in it is marked, and what cannot be seen."""
    parts, end = [], 0
    for start, stop in line.spans:
        parts += [marked(line.text[end:start]), _CHANGED[line.sign].format(marked(line.text[start:stop]))]
        end = stop
    return Markup("").join([*parts, marked(line.text[end:])])


def _checks(review: Review) -> dict[str, Markup]:
    """Give the page of each check that found something new."""
    return {name: _page(name) for name in sorted({problem.check for problem in review.new})}


def _page(name: str) -> Markup:
    pages = (markdown(check.page, extensions=["fenced_code", "tables"]) for check in checks_called(name))
    return Markup(sanitised("\n".join(pages), f"check-{escape(name)}-"))  # nosec B704 # noqa: S704 - it is clean
