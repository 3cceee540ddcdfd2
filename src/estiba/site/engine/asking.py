"""What the making of a page asks of the rest of the site, so that it can be asked again.

As long as the answers are the same, the page would come out the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from estiba.store.digests import digest
from estiba.vault.links.targets import Target
from estiba.vault.note import Note
from estiba.vault.text.marks import Link
from estiba.vault.vault import Vault

Answer = TypeVar("Answer")
Question = tuple[str, tuple[Any, ...]]
"""What is asked, and of what."""


class Questions:
    """Questions, each once, in their order, with the digest of the answers."""

    def __init__(self) -> None:
        self.asked: dict[Question, bytes] = {}
        self.is_open = False
        """Whether something was asked that nobody can ask again."""

    def note(self, name: str, given: tuple[Any, ...], answer: object) -> None:
        """Write down a question and its answer, whose `repr` tells it from others."""
        self.asked[name, given] = repr(answer).encode("utf-8", "surrogatepass")

    def heed(self, name: str, ask: Callable[..., Answer]) -> Callable[..., Answer]:
        """Make of `ask` a function that does the same, and writes down what it is asked."""

        def asked(*given: Any) -> Answer:
            answer = ask(*given)
            self.note(name, given, answer)
            return answer

        return asked

    @property
    def answers(self) -> bytes:
        """The digest of all answers."""
        return digest(*self.asked.values())


class AskedVault(Vault):
    """A vault of which `questions` know what it was asked."""

    _questions: Questions
    _keys: Mapping[str, bytes]

    @classmethod
    def of(cls, vault: Vault, questions: Questions, keys: Mapping[str, bytes]) -> AskedVault:
        """Make it; `keys` tell the contents of notes, by their paths."""
        vault.resolver  # noqa: B018 - made once, and shared by all
        asked = object.__new__(cls)
        vars(asked).update(vars(vault))
        vars(asked).update(_questions=questions, _keys=keys, notes=_AskedNotes(vault.notes, questions, keys))
        return asked

    def resolve(self, link: Link, source_path: str) -> Target:
        """Do it, and write it down."""
        target = super().resolve(link, source_path)
        self._questions.note("resolve", (link, source_path), target)
        return target

    def refusal_of(self, path: str) -> str:
        """Do it, and write it down."""
        refusal = super().refusal_of(path)
        self._questions.note("refusal_of", (path,), refusal)
        return refusal


class _AskedNotes(Mapping[str, Note]):
    def __init__(self, notes: Mapping[str, Note], questions: Questions, keys: Mapping[str, bytes]) -> None:
        self._notes, self._questions, self._keys = notes, questions, keys

    def __getitem__(self, path: str) -> Note:
        note = self._notes.get(path)
        self._questions.note("note", (path,), note and self._keys.get(path))
        return self._notes[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)
