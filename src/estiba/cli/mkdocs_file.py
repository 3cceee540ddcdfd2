"""What an mkdocs.yml says of the notes, read as text: nothing in it is executed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from estiba.vault.source import NotText, decode
from estiba.yaml_tree import Mapping, Node, Scalar, YamlFault, read_documents

CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
"""The names that MkDocs looks for."""
_DOCS = "docs"


@dataclass(frozen=True, slots=True)
class MkdocsFile:
    """The folder of the notes (`docs_dir`), and the language of the theme, or an empty text."""

    docs: Path
    language: str = ""


def mkdocs_file_in(folder: Path) -> MkdocsFile | None:
    """Read the mkdocs.yml of `folder`; None where it has none.

    Of one that cannot be read MkDocs says what is wrong; here its notes are where they are by default.
    """
    for name in CONFIGS:
        if (folder / name).is_file():
            return _read(folder / name)
    return None


def _read(file: Path) -> MkdocsFile:
    try:
        documents = read_documents(decode(file.read_bytes()))
    except (OSError, NotText, YamlFault):
        documents = []
    root = documents[0] if documents else None
    theme = root.get("theme") if isinstance(root, Mapping) else None
    docs = os.path.normpath(file.parent / (_text(root, "docs_dir") or _DOCS))
    return MkdocsFile(Path(docs), _text(theme, "language"))


def _text(node: Node | None, key: str) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.text.strip() if isinstance(value, Scalar) and value.tag is None else ""
