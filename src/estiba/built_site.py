"""When a folder holds a site that a build has made, and may be made anew."""

from __future__ import annotations

from pathlib import Path

MARKER = ".estiba"
"""The file by which we know our own folders again."""
_TEXT = """\
Estiba made this folder. The next build replaces everything in it,
but for what stands at its top and begins with a point.
"""
_IN_SITES = ("404.html", "assets")
"""What MkDocs writes into every site."""
_IN_PROJECTS = ("mkdocs.yml", "mkdocs.yaml")


def mark_as_site(folder: Path) -> None:
    """Let a later build know that it may empty `folder`. Raises OSError."""
    (folder / MARKER).write_text(_TEXT, "utf-8")


def holds_more_than_a_site(folder: Path) -> bool:
    """Whether a build into `folder` would remove what no build has made.

    What begins with a point stays there in any case. Raises OSError where `folder` cannot be listed.
    """
    names = {one.name for one in folder.iterdir()}
    if MARKER in names or all(name.startswith(".") for name in names):
        return False
    return not names.issuperset(_IN_SITES) or not names.isdisjoint(_IN_PROJECTS)
