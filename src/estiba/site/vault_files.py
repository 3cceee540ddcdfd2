"""Which of MkDocs' files are the vault's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File


def is_of_vault(file: File, config: MkDocsConfig) -> bool:
    """Whether `file` stands in the vault; MkDocs adds those of the theme."""
    return file.src_dir == config.docs_dir


def is_attachment(file: File, config: MkDocsConfig) -> bool:
    """Whether `file` stands in the vault beside the notes."""
    return is_of_vault(file, config) and not file.is_documentation_page()
