"""What is measured: each program, how its vault is set up, and how it is called."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generated_vault import write_notes
from seed_shape import note_text

HERE = Path(__file__).parents[1]
BENCH = HERE.parent / ".bench"
"""The environment of the others, which `make bench` sets up."""
_ESTIBA = str(Path(sys.executable).with_name("estiba"))
_MKDOCS = str(BENCH / "bin/mkdocs")

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """One way to make a site of a folder of notes."""

    name: str
    title: str
    build: Command
    serve: Callable[[int], Command]
    """Gives the command that serves at a port."""
    files: tuple[tuple[str, str], ...]
    """What lies beside the notes: a file or folder of `benchmarks/`, and its name there."""
    site: str = "site"
    caches: tuple[str, ...] = ()
    """What it keeps between builds besides the site."""
    home: str = "index.md"

    def set_up(self, root: Path, notes: int) -> None:
        """Write a vault of `notes` notes at `root`, as this program wants it."""
        write_notes(root / "docs", notes, note_text, home=self.home)
        for source, name in self.files:
            if (HERE / source).is_dir():
                shutil.copytree(HERE / source, root / name, dirs_exist_ok=True)
            else:
                shutil.copyfile(HERE / source, root / name)

    def forget(self, root: Path) -> None:
        """Take away all that earlier builds have left: the next one is cold."""
        for name in (self.site, *self.caches):
            shutil.rmtree(root / name, ignore_errors=True)


def _estiba(name: str, title: str, config: str, *more: tuple[str, str]) -> Program:
    return Program(
        name,
        title,
        build=(_ESTIBA, "build", "--quiet"),
        serve=lambda port: (_ESTIBA, "serve", "--dev-addr", f"127.0.0.1:{port}"),
        files=((config, "mkdocs.yml"), *more),
        caches=(".cache",),
    )


def _material(name: str, title: str, config: str, *more: tuple[str, str]) -> Program:
    return Program(
        name,
        title,
        build=(_MKDOCS, "build", "--quiet"),
        serve=lambda port: (_MKDOCS, "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"),
        files=((config, "mkdocs.yml"), ("material/base.yml", "base.yml"), *more),
    )


def _hugo() -> Program:
    program = str(next(BENCH.glob("lib/python*/site-packages/hugo/binaries/hugo*"), BENCH / "bin/hugo"))
    return Program(
        "hugo",
        "Hugo",
        build=(program,),
        serve=lambda port: (
            *(program, "server", "--bind", "127.0.0.1", "--port", str(port)),
            *("--baseURL", f"http://127.0.0.1:{port}/"),
        ),
        files=(("hugo", "."),),
        site="public",
        caches=("resources",),
        home="_index.md",  # index.md would make a page out of the whole folder
    )


MAIN = (
    _estiba("estiba", "Estiba", "estiba/without_index.yml", ("../hooks", "hooks")),
    _material("material", "MkDocs + Material", "material/plain.yml"),
    _hugo(),
)
"""The three that are compared, each without an index for a search."""

INDEXING = (
    _estiba("estiba-search", "Estiba with its search", "estiba/whole.yml"),
    _material("material-search", "Material with its search", "material/search.yml"),
    _material(
        "material-search-tags",
        "Material with search and tags",
        "material/search_and_tags.yml",
        ("material/tags.md", "docs/tags.md"),
    ),
)
"""The same with what each brings for searching, and at last with Material's pages of tags."""
