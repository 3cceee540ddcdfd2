from __future__ import annotations

import re
from importlib.metadata import entry_points

import pytest
from markdown import Markdown

from estiba.catalogue import catalogue_for
from estiba.markdown.blocks import Block, Blocks
from estiba.markdown.extension import EstibaExtension
from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.formulas import BlockFormula
from estiba.markdown.marking import Marked
from estiba.markdown.page import Page
from estiba.position import Position
from estiba.vault.text.marks import InlineTag

TEXT = "services:\n  web:\n    image: nginx\n"
FENCE = f"```yaml\n{TEXT}```\n"
OTHER = "```python\nx = 1\n```\n"


def test_it_is_found_by_its_name():
    (found,) = entry_points(group="markdown.extensions", name="estiba")
    assert found.load() is EstibaExtension


def test_it_needs_no_option():
    assert ">Copy</button>" in Markdown(extensions=["estiba"]).convert(FENCE)


def test_language_option():
    md = Markdown(extensions=["estiba"], extension_configs={"estiba": {"language": "es-MX"}})
    assert ">Copiar</button>" in md.convert(FENCE)


@pytest.mark.parametrize(
    "extensions",
    [
        ["estiba"],
        ["fenced_code", "estiba"],
        ["estiba", "fenced_code"],
        ["fenced_code", "codehilite", "estiba"],
        ["pymdownx.superfences", "estiba"],
        ["estiba", "pymdownx.superfences"],
        ["estiba", "pymdownx.highlight", "pymdownx.superfences"],
        ["pymdownx.highlight", "estiba", "pymdownx.superfences"],
    ],
    ids=" ".join,
)
def test_the_block_is_the_same_beside_whatever_else_reads_fences(convert, extensions):
    alone = convert(FENCE, {})
    beside = convert(
        f"{FENCE}\n{OTHER}", {name: {} for name in extensions if name != "estiba"}, ours=["estiba"]
    )
    assert beside.html.startswith(alone.html)
    assert [one.text for one in beside.blocks] == [TEXT]
    md = Markdown(extensions=extensions)
    assert md.convert(f"{FENCE}\n{OTHER}") == beside.html


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"linenums": True},
        {"linenums": True, "linenums_style": "table"},
        {"linenums": True, "linenums_style": "inline"},
        {"linenums": True, "linenums_style": "pymdownx-inline"},
        {"linenums": True, "linenums_special": 2},
        {"linenums": False},
        {"anchor_linenums": True, "linenums": True},
        {"anchor_linenums": True, "line_spans": "__span", "pygments_lang_class": True},
        {"line_anchors": "line", "linenums_style": "pymdownx-inline", "linenums": True},
        {"use_pygments": False},
        {"use_pygments": False, "code_attr_on_pre": True},
        {"noclasses": True},
        {"auto_title": True},
        {"guess_lang": True, "stripnl": True, "default_lang": "python"},
    ],
    ids=str,
)
def test_highlight_options(convert, options):
    extensions = {"pymdownx.highlight": options, "pymdownx.superfences": {}}
    text = f"\n\n{TEXT}"
    fence = f'``` yaml hl_lines="3" linenums="7"\n{text}```\n'
    page = convert(f"{fence}\n{OTHER}\n{FENCE}\n{OTHER}", extensions)
    assert [one.text for one in page.blocks] == [text, TEXT]
    ids = re.findall(r' id="([^"]*)"', page.html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("style", "number"),
    [
        ("table", '<span class="normal">8</span>'),
        ("inline", 'data-linenos="8 "'),
        ("pymdownx-inline", 'data-linenos="8 "'),
    ],
)
def test_line_numbers_are_no_part_of_the_text(convert, style, number):
    extensions = {"pymdownx.highlight": {"linenums_style": style}, "pymdownx.superfences": {}}
    page = convert(f'```yaml linenums="7"\n{TEXT}```\n', extensions)
    assert [one.text for one in page.blocks] == [TEXT]
    assert number in page.html


def test_preserved_tabs(convert):
    extensions = {"pymdownx.superfences": {"preserve_tabs": True}}
    text = "services:\n  web:\n    image: nginx\t# \x01\x04\ta\n"
    page = convert(f"```yaml\n{text}```\n\n```\nall:\n\techo\n```\n", extensions)
    assert [one.text for one in page.blocks] == [text]
    assert "\techo" in page.html


def test_a_snippet_mark_in_an_example_stays(convert, tmp_path):
    (tmp_path / "part.yaml").write_text("secret: part\n")
    extensions = {"pymdownx.superfences": {}, "pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    text = f'{TEXT}--8<-- "part.yaml"\n# --8<-- "part.yaml"\n'
    page = convert(f"```yaml\n{text}```\n", extensions)
    assert [one.text for one in page.blocks] == [text]
    assert "secret" not in page.html


def test_critic_marks_in_an_example_stay(convert):
    text = f"{TEXT}    # {{++more++}} {{--less--}}\n"
    page = convert(f"```yaml\n{text}```\n", {"pymdownx.superfences": {}, "pymdownx.critic": {}})
    assert [one.text for one in page.blocks] == [text]


def test_nobody_can_know_the_word_for_a_block():
    blocks = Blocks()
    tokens = set()
    for _ in range(100):
        blocks.start([])
        tokens.add(blocks.token)
    assert len(tokens) == 100


def test_the_word_for_a_block_is_nowhere_in_the_page(monkeypatch):
    numbers = iter(["aa", "bb", "cc"])
    monkeypatch.setattr("secrets.token_hex", lambda _: next(numbers))
    blocks = Blocks()
    blocks.start(["estibabbn0e", "see estibaaan0e"])
    assert blocks.token == "estibacc"


def test_the_words_of_another_page_are_text():
    ours, theirs = Blocks(), Blocks()
    words = []
    for blocks in (ours, theirs):
        blocks.start([])
        block = Block(BlockFormula("a"), FenceInfo(), ["$$a$$"])
        marked = Marked(InlineTag(Position(1, 1), "x"), "<x>")
        words.append((blocks.add(block), blocks.tie(block, "tie"), blocks.mark(marked)))
    (block_word, tie_word, marked_word), foreign = words
    said = " ".join(foreign)
    assert ours.with_blocks(f"{said} {block_word}", lambda block: block.content.latex) == f"{said} a"
    assert ours.without_ties(f"{said} {tie_word}b") == f"{said} b"
    assert [ours.tie_at(word) for word in (foreign[1], f"x{tie_word}")] == [None, None]
    assert ours.tie_at(f"{tie_word}x") == (ours.ties[0][0], "tie")
    assert ours.with_sources(f"{said} {marked_word}", escaped=True) == f"{said} &lt;x&gt;"
    assert [ours.marked_by(word) for word in (foreign[2], f"{marked_word}x")] == [None, None]
    assert ours.marked_by(marked_word) is ours.marked[0]


def test_a_word_that_is_brought_in_is_text(convert, monkeypatch, tmp_path):
    monkeypatch.setattr("secrets.token_hex", lambda _: "a" * 16)
    words = [f"estiba{'a' * 16}n{number}e" for number in ("0", "1", "-1", "\u0660", "9" * 5000)]
    (tmp_path / "forged.md").write_text(" ".join(words))
    extensions = {"pymdownx.superfences": {}, "pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    page = convert(f'{FENCE}\n--8<-- "forged.md"\n', extensions)
    assert [one.text for one in page.blocks] == [TEXT]
    assert page.html.endswith(f"<p>{' '.join(words)}</p>")


def test_pages_do_not_leak_into_each_other():
    page = Page(catalogue_for("en"))
    names = ["toc", "pymdownx.superfences", "estiba"]
    md = Markdown(extensions=names, extension_configs={"estiba": {"page": page}})
    page.heading = "One"
    first = md.convert(f"# One\n\n{FENCE}")
    assert [one.text for one in page.examples] == [TEXT]
    assert page.anchor == "one"
    assert FENCE not in first

    page.heading = None
    for text in ("", "Text.", f"    {FENCE}", f"{OTHER}\n# Two\n"):
        md.reset()
        assert md.convert(text) == Markdown(extensions=names).convert(text)
        assert page.examples == []
        assert page.anchor is None

    md.reset()
    page.heading = "One"
    assert md.convert(f"# One\n\n{FENCE}") == first
    assert [one.text for one in page.examples] == [TEXT]
    assert page.anchor == "one"
