"""The page of the manual on what Obsidian writes: made of the notes in tests/cases/obsidian."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown

from estiba.markdown.standard import STANDARD

ROOT = Path(__file__).parents[2]
VAULT = ROOT / "tests/cases/obsidian"
PAGE = ROOT / "docs/manual/obsidian.md"
INTRODUCTION = """\
# What Obsidian writes, and how it comes out

Each piece of syntax, as its author writes it, and the HTML that becomes of it. The vault of these pieces
is `tests/cases/obsidian`; this page is made of it, and a test holds the one to the other
(`ESTIBA_WRITE_CASES=1 pytest tests/markdown/test_obsidian.py` writes it anew). Links lead to sources here,
as plain Python-Markdown writes them; a site makes addresses of them.
"""
PIECES = sorted((VAULT / "pieces").glob("*.md"))


def pieces(text: str) -> Iterator[tuple[str, str]]:
    for piece in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, _, source = piece.partition("\n")
        yield title, source.strip("\n")


def written(path: Path) -> str:
    text = path.read_text("utf-8")
    place = path.relative_to(VAULT).as_posix()
    configs = {name: dict(options) for name, options in STANDARD.items()}
    configs["estiba"] = {"vault": str(VAULT), "path": place}
    md = Markdown(extensions=list(configs), extension_configs=configs)
    parts = [text.partition("\n")[0].replace("# ", "## ", 1) + "\n"]
    for title, source in pieces(text):
        html = md.reset().convert(source)
        parts.append(f"### {title}\n\n`````markdown\n{source}\n`````\n\n`````html\n{html}\n`````\n")
    return "\n".join(parts)


def manual() -> str:
    return "\n".join([INTRODUCTION, *map(written, PIECES)])


def sections(page: str) -> dict[str, str]:
    found = re.split(r"^(?=###? )", page, flags=re.MULTILINE)
    return {one.partition("\n")[0]: one for one in found}


@pytest.fixture(scope="module")
def pages() -> tuple[dict[str, str], dict[str, str]]:
    made = manual()
    if os.environ.get("ESTIBA_WRITE_CASES"):
        PAGE.write_text(made, "utf-8")
    return sections(made), sections(PAGE.read_text("utf-8"))


def test_manual_holds_the_same_pieces(pages: tuple[dict[str, str], dict[str, str]]) -> None:
    made, kept = pages
    assert list(made) == list(kept)


@pytest.mark.parametrize(
    "title", [f"### {title}" for path in PIECES for title, _ in pieces(path.read_text("utf-8"))]
)
def test_piece(title: str, pages: tuple[dict[str, str], dict[str, str]]) -> None:
    made, kept = pages
    assert made[title] == kept[title]


def test_nothing_is_left_of_what_only_obsidian_reads() -> None:
    page = manual()
    for html in re.findall(r"`````html\n(.*?)\n`````", page, re.DOTALL):
        text = re.sub(r"<(code|pre)\b.*?</\1>", "", html, flags=re.DOTALL)
        assert not re.search(r"\[\[|\]\]|\[!|%%|==|\^\w+$|not seen|Nobody reads", text, re.MULTILINE), html
