"""What a template asks, written down page by page.

A page that is rendered anew from the same content, with the same answers, has the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from mkdocs.structure.pages import Page

from estiba.site.engine.asking import Question, Questions
from estiba.vault.note import Note

if TYPE_CHECKING:
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

    from estiba.site.view import View

_PAGE, _NOTE = "page", "note"
_PURE = frozenset("text texts count number day locale language".split())
"""What hangs on nothing but what is given, and on what all pages depend on."""


class AskedView:
    """Answers as `view` does; `questions` hear it while a page is rendered."""

    def __init__(
        self, view: View, pages: Mapping[str, Page], notes: Mapping[str, Note], keys: Mapping[str, bytes]
    ) -> None:
        """Take the pages and notes of the site, by path, and the `keys` that tell the contents of notes."""
        self._view, self._pages, self._notes, self._keys = view, pages, notes, keys
        self.questions: Questions | None = None

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Make the method `name`, once."""
        ask = getattr(self._view, name)
        if name in _PURE:
            setattr(self, name, ask)
            return ask  # type: ignore[no-any-return]

        def asked(*given: Any, **named: Any) -> Any:
            answer = ask(*given, **named)
            if self.questions is not None:
                self._note(self.questions, (name, given, named), answer)
            return answer

        setattr(self, name, asked)
        return asked

    def _note(
        self, questions: Questions, asked: tuple[str, tuple[Any, ...], dict[str, Any]], answer: Any
    ) -> None:
        name, given, named = asked
        arguments = (
            tuple(map(self._named, given)),
            tuple((key, self._named(one)) for key, one in named.items()),
        )
        try:
            questions.note(name, arguments, self._told(answer))
        except TypeError:  # of something that cannot be kept
            questions.is_open = True

    def answers(self, questions: Sequence[Question]) -> bytes | None:
        """Ask again, and give the digest of the answers; None where something is not there any more."""
        again = Questions()
        for name, (given, named) in questions:
            try:
                values = [self._value(one) for one in given]
                options = {key: self._value(one) for key, one in named}
            except KeyError:
                return None
            again.note(name, (given, named), self._told(getattr(self._view, name)(*values, **options)))
        return again.answers

    def _named(self, value: Any) -> Any:
        if isinstance(value, Page):
            return _PAGE, value.file.src_uri
        if isinstance(value, Note):
            return _NOTE, value.path
        return value

    def _value(self, named: Any) -> Any:
        if not isinstance(named, tuple):
            return named
        kind, path = named
        return self._pages[path] if kind == _PAGE else self._notes[path]

    def _told(self, answer: Any) -> Any:
        return (_NOTE, answer.path, self._keys.get(answer.path)) if isinstance(answer, Note) else answer


class AskedNavigation:
    """MkDocs' navigation; whoever looks at more of it than its home page sees all pages."""

    def __init__(self, nav: Navigation, questions: Questions) -> None:
        self._nav, self._questions = nav, questions

    @property
    def homepage(self) -> Page | None:
        """The home page; what is shown of it are its title and its address."""
        return self._nav.homepage

    def __getattr__(self, name: str) -> Any:
        self._questions.is_open = True
        return getattr(self._nav, name)

    def __bool__(self) -> bool:
        return bool(self._nav.items)

    def __iter__(self) -> Iterator[Any]:
        self._questions.is_open = True
        return iter(self._nav)

    def __len__(self) -> int:
        self._questions.is_open = True
        return len(self._nav)


class AskedFiles(Sequence["File"]):
    """MkDocs' list of pages; whoever looks at it sees all of them."""

    def __init__(self, files: Sequence[File], questions: Questions) -> None:
        self._files, self._questions = files, questions

    @overload
    def __getitem__(self, index: int) -> File: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[File]: ...

    def __getitem__(self, index: int | slice) -> File | Sequence[File]:
        self._questions.is_open = True
        return self._files[index]

    def __len__(self) -> int:
        self._questions.is_open = True
        return len(self._files)
