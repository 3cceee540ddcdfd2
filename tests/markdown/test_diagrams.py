from __future__ import annotations

import pytest

from estiba.markdown.diagrams import is_diagram

CODE = "graph LR\n  A[<b>a</b>] --> B"
FENCE = f"```mermaid\n{CODE}\n```"
BLOCK = (
    '<div class="estiba-diagram" data-estiba-script="../assets/mermaid.min.js" data-estiba-name="Diagrama"'
    ' data-estiba-code="Código del diagrama">'
    '<pre tabindex="0" role="group" aria-label="Código del diagrama"><code class="language-mermaid">'
    "graph LR\n  A[&lt;b&gt;a&lt;/b&gt;] --&gt; B\n</code></pre></div>"
)


EVERYWHERE = pytest.mark.parametrize("extensions", ["full", "fenced-code", "plain"])


@pytest.fixture
def page(convert, sets):
    """Convert a text in Spanish."""

    def show(text: str, extensions: str = "full", script: str = "../assets/mermaid.min.js") -> str:
        return convert(text, sets[extensions], language="es", diagram_script=script).html

    return show


@EVERYWHERE
@pytest.mark.parametrize("text", [FENCE, FENCE.replace("`", "~"), FENCE.replace("mermaid", "Mermaid", 1)])
def test_a_fence_becomes_a_block(page, text, extensions):
    assert page(text, extensions) == BLOCK


def test_in_lists_and_quotes(page):
    listed = FENCE.replace("\n", "\n    ")
    assert page(f"- a\n\n    {listed}\n") == f"<ul>\n<li>\n<p>a</p>\n{BLOCK}\n</li>\n</ul>"
    assert page("> " + FENCE.replace("\n", "\n> ")) == f"<blockquote>\n{BLOCK}\n</blockquote>"


@EVERYWHERE
def test_without_a_script_it_stays_code(page, convert, sets, extensions):
    own = convert(FENCE, sets[extensions], ours=()).html
    assert page(FENCE, extensions, script="") == own


def test_in_code_it_stays_code(page, convert):
    assert page(f"````\n{FENCE}\n````") == convert(f"````\n{FENCE}\n````").html


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("mermaid", True),
        ("{.mermaid}", True),
        ('MERMAID title="x"', True),
        ("", False),
        ("mermaidjs", False),
        ("yaml mermaid", False),
    ],
)
def test_labels(info, expected):
    assert is_diagram(info) is expected
