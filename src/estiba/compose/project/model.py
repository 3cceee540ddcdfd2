"""A Compose file as Compose sees it: documents merged, `extends` written out, variables put in."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from estiba.compose.document import Document
from estiba.compose.project.service import Service
from estiba.compose.reading.inheritance import BrokenExtends, inherit
from estiba.compose.reading.interpolation import references
from estiba.compose.reading.merge_keys import written_out
from estiba.compose.reading.merging import merge_documents
from estiba.compose.reading.schema import Complaint, complaints
from estiba.compose.reading.tree import Path, Values, read_values
from estiba.yaml_tree import Mapping


@dataclass(frozen=True)
class Model:
    """What the checks look at. Nothing in it is as it should be, unless a check has seen to it."""

    values: Values
    broken_extends: tuple[BrokenExtends, ...] = field(default=())
    open: frozenset[Path] = frozenset()
    """Values that nobody can know: they hang on variables that the reader sets."""

    @cached_property
    def complaints(self) -> list[Complaint]:
        """What the Compose schema has against the file."""
        return complaints(self.values.root)

    @cached_property
    def services(self) -> dict[str, Service]:
        """Its services that are mappings, by name."""
        return {
            name: Service(name, body, self.open)
            for name, body in self.section("services").items()
            if isinstance(body, dict)
        }

    def section(self, name: str) -> dict[str, Any]:
        """Give a top-level mapping; empty where it is none."""
        found = self.values.root.get(name)
        return found if isinstance(found, dict) else {}

    def value_at(self, path: Path) -> Any:
        """Give the value that `path` leads to; None where there is none."""
        value: Any = self.values.root
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    @property
    def includes(self) -> bool:
        """Whether other files, which nobody here has seen, are a part of it."""
        return bool(self.values.root.get("include"))


def read_model(
    document: Document, variables: Dict[str, str] | None = None, *, reader_sets_variables: bool = False
) -> Model:
    """Read a document with `variables` put in; empty where it cannot be read.

    Other variables are empty, as they are to Compose, unless `reader_sets_variables`. Those that
    must be set (`${NAME:?}`) are never taken for empty.
    """
    if not document.roots:
        return Model(Values({}))
    inherited = [inherit(root) for root in document.roots]
    broken = [one for _, found in inherited for one in found]
    values = read_values(_merged([root for root, _ in inherited]), variables)
    unknown = (path for path in values.unset if reader_sets_variables or _must_be_set(values, path))
    return Model(values, tuple(broken), frozenset(unknown))


def _merged(roots: list[Mapping]) -> Mapping:
    """Lay documents over one another; one alone stays as it is written."""
    if len(roots) == 1:
        return roots[0]
    return merge_documents([one for one in map(written_out, roots) if isinstance(one, Mapping)])


def _must_be_set(values: Values, path: Path) -> bool:
    unset = values.unset[path]
    return any(one.must_be_set and one.name in unset for one in references(values.templates[path]))
