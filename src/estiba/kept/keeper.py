"""Notes, and what the checks say of them, out of the store as far as it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from estiba.checks.judge import find_among_notes
from estiba.checks.judged import JudgedExample
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.kept.faces import face_of
from estiba.kept.findings import NO_FINDINGS, NoteFindings, judge_alone
from estiba.kept.shelf import Shelf
from estiba.problem import Problem
from estiba.store.digests import digest, stable_digest
from estiba.store.packing import pack, unpack
from estiba.store.store import Store
from estiba.vault.note import Note, Unreadable, read_note
from estiba.vault.vault import Vault
from estiba.workers import in_workers

_NOTHING: tuple[Problem, ...] = ()
Watch = Callable[[Iterator["Made"], int], Iterable["Made"]]


class NoteFile(NamedTuple):
    """A note as it stands on the disk."""

    path: str
    data: bytes
    key: bytes
    """Tells it from every other, and from itself when it is read in another way."""


class Made(NamedTuple):
    """A note that was read anew, packed: itself, its findings and its examples, if there are any."""

    note: bytes
    findings: bytes | None
    examples: bytes | None


def _unwatched(made: Iterator[Made], total: int) -> Iterator[Made]:
    return made


class Keeper:
    """The notes of one run. Each is read and judged once, now or in a run before."""

    def __init__(self, store: Store, rules: Rules, basis: bytes, *, watch: Watch = _unwatched) -> None:
        """Begin a run; `basis` is the digest of the programs.

        `watch` is given what is read anew and how much it is, and passes it on.
        """
        self.rules = rules
        self.keys: dict[str, bytes] = {}
        """The keys of the notes, by their paths."""
        self.made: list[str] = []
        """Paths of the notes that were read anew."""
        self._watch = watch
        self._notes = Shelf[Note | Problem](store, "note")
        self._findings = Shelf[NoteFindings](store, "findings")
        self._examples = Shelf[tuple[JudgedExample, ...]](store, "examples")
        self._faces = Shelf[bytes](store, "face")
        self._reading = digest(basis, stable_digest(rules.config))
        chosen = (tuple(sorted(rules.select)), tuple(sorted(rules.ignore)))
        self._judging = digest(self._reading, stable_digest(chosen))
        self._read: dict[bytes, Note | Problem] = {}
        self._among: dict[str, tuple[Problem, ...]] = {}
        self._ended: dict[str, bytes] = {}
        """Which silences of the notes are over, by path."""
        self._bare: set[str] = set()
        """Paths of notes that were judged and have no example."""

    def take(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Read and judge the notes `files` (path and bytes), as far as that was not done; pass them on."""
        taken = [NoteFile(path, data, self.key(path, data)) for path, data in files]
        self.keys.update((file.path, file.key) for file in taken)
        self._read = self._notes.get_many(file.key for file in taken)
        missing = [file for file in taken if file.key not in self._read]
        self.made = [file.path for file in missing]
        for file, made in zip(
            missing, self._watch(in_workers(self._make, missing), len(missing)), strict=True
        ):
            self._read[file.key] = unpack(made.note)
            self._notes.put(file.key, made.note)
            if made.findings is not None:
                self._put(self._judged_key(file.key, _NOTHING), made.findings, made.examples)
        return ((file.path, file.data) for file in taken)

    def read(self, data: bytes, path: str, config: Config) -> Note:
        """Give the note at `path`, as `read_note` does, and raise likewise."""
        known = self._read.pop(self.keys.get(path, b""), None)
        if isinstance(known, Problem):
            raise Unreadable(known)
        return known or read_note(data, path, config)

    def judge(self, vault: Vault, paths: Iterable[str]) -> Iterator[tuple[Note, NoteFindings]]:
        """Give the notes at `paths` with what is wrong with each, and with how it stands in `vault`."""
        notes = {path: vault.notes[path] for path in paths}
        self._among |= {
            path: tuple(find_among_notes(note, self.rules, vault)) for path, note in notes.items()
        }
        keys = {path: self._findings_key(path) for path in notes}
        known = self._findings.get_many(keys.values())
        for path, note in notes.items():
            findings = known.get(keys[path])
            if findings is None or not findings.hold_on(self.rules.today):
                findings = self._judge_again(note, keys[path])
            self._ended[path] = repr([end for end in findings.ends if end < self.rules.today]).encode()
            if not findings.examples:
                self._bare.add(path)
            yield note, findings

    def faces(self, notes: Mapping[str, Note], findings: Mapping[str, NoteFindings]) -> dict[str, bytes]:
        """Give what the rest of a site can see of each of `notes`, by path (`face_of`)."""
        keys = {path: self.judged_key(path) for path in notes}
        known = self._faces.get_many(keys.values())
        found = {}
        for path, note in notes.items():
            face = known.get(keys[path])
            if face is None:
                face = face_of(note, findings.get(path, NO_FINDINGS))
                self._faces.put(keys[path], pack(face))
            found[path] = face
        return found

    def examples(self, note: Note) -> tuple[JudgedExample, ...]:
        """Give the examples of a note that was judged, with what the checks say of them."""
        if note.path in self._bare:
            return ()
        known = self._examples.get(self._findings_key(note.path))
        if known is None:
            known = judge_alone(note, self.rules, self._among.get(note.path, _NOTHING)).examples
        return known

    def _make(self, file: NoteFile) -> Made:
        try:
            note = read_note(file.data, file.path, self.rules.config)
        except Unreadable as error:
            return Made(pack(error.problem), None, None)
        judged = judge_alone(note, self.rules)
        return Made(pack(note), pack(judged.findings), pack(judged.examples) if judged.examples else None)

    def _judge_again(self, note: Note, key: bytes) -> NoteFindings:
        judged = judge_alone(note, self.rules, self._among[note.path])
        self._put(key, pack(judged.findings), pack(judged.examples) if judged.examples else None)
        return judged.findings

    def _put(self, key: bytes, findings: bytes, examples: bytes | None) -> None:
        self._findings.put(key, findings)
        if examples is not None:
            self._examples.put(key, examples)

    def key(self, path: str, data: bytes) -> bytes:
        """Give what tells the note at `path` with the bytes `data` from any other."""
        return digest(self._reading, path.encode("utf-8", "surrogatepass"), data)

    def judged_key(self, path: str) -> bytes:
        """Give what tells the note at `path`, and all that the checks say of it, from any other."""
        return digest(self._findings_key(path), self._ended.get(path, b""))

    def _findings_key(self, path: str) -> bytes:
        return self._judged_key(self.keys[path], self._among.get(path, _NOTHING))

    def _judged_key(self, key: bytes, among: tuple[Problem, ...]) -> bytes:
        return digest(self._judging, key, *(repr(one).encode("utf-8", "surrogatepass") for one in among))
