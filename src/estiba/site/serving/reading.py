"""Notes that have changed, read anew one by one, where nobody else can see what has changed in them."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING

from estiba.kept.faces import face_of
from estiba.kept.findings import NO_FINDINGS
from estiba.site.notes import hand_over
from estiba.site.serving.renewing import renewed
from estiba.site.state import keeper_of, vault_of
from estiba.vault.links.targets import TargetKind
from estiba.vault.note import Note, Unreadable

if TYPE_CHECKING:
    from estiba.site.serving.gathering import Gathered
    from estiba.vault.vault import Vault


class Reading(enum.Enum):
    """What became of a look at the file of a note."""

    SAME = enum.auto()
    RENEWED = enum.auto()
    """It has another text, which its own page alone shows."""
    OUTDATED = enum.auto()
    """It is another note for the others too, or none any more: all has to be gathered anew."""


class Reader:
    """Looks after the notes of one model."""

    def __init__(self, gathered: Gathered) -> None:
        self._config, self._state, self._is_whole = gathered.config, gathered.state, gathered.is_whole
        self._sources = {
            file.src_uri: Path(file.abs_src_path)
            for file in gathered.pages
            if file.abs_src_path and file.src_uri in keeper_of(gathered.state).keys
        }
        docs = Path(gathered.config.docs_dir)
        for path in vault_of(gathered.config).withheld:
            self._sources[path] = docs / path
        self._shown = _shown_elsewhere(vault_of(gathered.config))

    def path_of(self, file: str) -> str | None:
        """Give the path in the vault of the note in `file`; None where that is none of the model's."""
        path = Path(file)
        docs = Path(self._config.docs_dir)
        inside = path.relative_to(docs).as_posix() if path.is_relative_to(docs) else ""
        return inside if inside in self._sources else None

    def read(self, path: str) -> Reading:
        """Look whether the note at `path` is as the model has it, and take the new one if it can."""
        source, keeper = self._sources.get(path), keeper_of(self._state)
        if source is None:
            return Reading.SAME
        try:
            data = source.read_bytes()
        except OSError:
            return Reading.OUTDATED
        before = keeper.keys.get(path)
        if keeper.key(path, data) == before:
            return Reading.SAME
        vault = vault_of(self._config)
        old = vault.notes.get(path) or vault.drafts.get(path)
        if old is None or self._is_whole or path in self._shown or source.is_symlink():
            return Reading.OUTDATED
        if self._take(path, data, old, vault):
            return Reading.RENEWED
        if before is not None:
            keeper.keys[path] = before
        self._state.vault = vault
        self._judge(path, vault)
        return Reading.OUTDATED

    def _take(self, path: str, data: bytes, old: Note, vault: Vault) -> bool:
        keeper = keeper_of(self._state)
        findings = self._state.findings.get(path, NO_FINDINGS)
        face = face_of(old, findings)
        [_] = keeper.take([(path, data)])
        try:
            note = keeper.read(data, path, self._state.policy)
        except Unreadable:
            return False
        self._state.vault = new = renewed(vault, note)
        self._judge(path, new)
        if face_of(note, self._state.findings.get(path, NO_FINDINGS)) != face:
            self._state.findings[path] = findings
            return False
        if path in self._state.files:
            hand_over(self._state.files[path], note)
        return True

    def _judge(self, path: str, vault: Vault) -> None:
        if path in vault.notes:
            for note, findings in keeper_of(self._state).judge(vault, [path]):
                self._state.findings[note.path] = findings


def _shown_elsewhere(vault: Vault) -> frozenset[str]:
    """Give the paths of notes whose text stands in others too."""
    return frozenset(
        target.path
        for path in vault.notes
        for link, target in vault.targets_of(path)
        if link.is_embed and target.kind is TargetKind.NOTE
    )
