from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

EVERYWHERE = pytest.mark.parametrize("extensions", ["full", "fenced-code", "plain"])
FORMULA = re.compile(
    r'<(span|div) class="estiba-formula[^>]*><math display="(\w+)" alttext="([^"]*)">.*?</math></\1>',
    re.DOTALL,
)


@pytest.fixture
def shown(convert, sets):
    """Convert a text; gives the page with each formula as `⟦inline x⟧` or `⟦block x⟧`."""

    def show(text: str, extensions: str = "full") -> str:
        return FORMULA.sub(r"⟦\2 \3⟧", convert(text, sets[extensions]).html)

    return show


@EVERYWHERE
@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Si $x_1 * y * z_1$, **$y$**.", "<p>Si ⟦inline x_1 * y * z_1⟧, <strong>⟦inline y⟧</strong>.</p>"),
        ("$a<b$ y $c>d$", "<p>⟦inline a&lt;b⟧ y ⟦inline c&gt;d⟧</p>"),
        ("a $$x$$ b", "<p>a ⟦block x⟧ b</p>"),
        ("$$x$$", "⟦block x⟧"),
        ("a:\n$$\nx_1\n\n+ y\n- z\n$$\nb", "<p>a:</p>\n⟦block x_1&#10;+ y&#10;- z⟧\n<p>b</p>"),
        ("> $$\n> a\n> $$\n> c $d$", "<blockquote>\n⟦block a⟧\n<p>c ⟦inline d⟧</p>\n</blockquote>"),
        ("- a $x$\n- $$y$$", "<ul>\n<li>a ⟦inline x⟧</li>\n<li>⟦block y⟧</li>\n</ul>"),
        ("1. a\n\n    $$\n    x\n    $$\n", "<ol>\n<li>\n<p>a</p>\n⟦block x⟧\n</li>\n</ol>"),
        ("`$x$` \\$5 \\$6", "<p><code>$x$</code> $5 $6</p>"),
        ("[$x$](a/$b$) ![$c$](d)", '<p><a href="a/$b$">⟦inline x⟧</a> <img alt="$c$" src="d" /></p>'),
        ("costs $5 and $10", "<p>costs $5 and $10</p>"),
        ("$HOME:$PATH, ${A}/${B}", "<p>$HOME:$PATH, ${A}/${B}</p>"),
        ("$$\nx", "<p>$$\nx</p>"),
    ],
)
def test_pages(shown, text, page, extensions):
    assert shown(text, extensions) == page


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("```\n$x$\n$$\ny\n$$\n```", 0),
        ("    $$\n    x\n    $$", 0),
        ("!!! note\n    $$\n    x\n    $$\n    b $y$", 2),
        ("[^1]\n\n[^1]: a $x$", 1),
        ("a\n:   b $x$", 1),
        ("<!--\n$x$\n-->", 0),
        ("<pre>\n$$\nx\n$$\n</pre>\n\n$$\ny\n$$", 1),
        ("%%\n$$\nx\n$$\n%%", 0),
        ("$$\nx #tag\n\n[[y]] - z\n\n- w^[1]\n$$", 1),
        ("<b>$x$</b> <kbd>$y$</kbd>", 1),
        ('=== "a"\n    $$x$$', 1),
    ],
)
def test_places(shown, text, number):
    assert shown(text).count("⟦") == number


def test_heading_has_an_id_of_its_words(shown):
    assert '<h2 id="el-on">El ⟦inline O(n)⟧' in shown("## El $O(n)$")


def test_bars_in_tables(shown):
    page = shown("| a |\n|---|\n| $\\|x\\|$ |\n")
    assert "<td>⟦inline |x|⟧</td>" in page


def test_what_cannot_be_shown_is_its_source(convert):
    page = convert("a $\\foo<b>$\n\n$$\n\\foo<b>\n$$\n").html
    assert page == (
        '<p>a <code class="estiba-formula-source">$\\foo&lt;b&gt;$</code></p>\n'
        '<pre class="estiba-formula-source"><code>$$\n\\foo&lt;b&gt;\n$$\n</code></pre>'
    )


def test_what_is_wide_can_be_reached_and_has_a_name(convert):
    page = convert(f"$${'x+' * 30}y$$", language="es").html
    assert page.startswith(
        '<div class="estiba-formula estiba-formula--block estiba-formula--wide"'
        ' tabindex="0" role="group" aria-label="Fórmula"><math '
    )


def test_owners_arithmatex_is_left_alone(convert, sets):
    page = convert("a $x$\n\n$$\ny\n$$\n", sets["full"] | {"pymdownx.arithmatex": {"generic": True}}).html
    assert page == (
        '<p>a <span class="arithmatex">\\(x\\)</span></p>\n<div class="arithmatex">\\[\ny\n\\]</div>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "$" * 10_000,
        "$x$ " * 1_000,
        "$$\n" * 5_000,
        "$" + "{" * 100_000 + "$",
        "$$" + "\\sqrt" * 700 + "$$",
        "> $$\n" * 2_000,
        "- $$\n" * 500,
    ],
)
def test_hostile_texts(convert, text):
    assert convert(text).html


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("$$$\\`a1 \n{}()<>[]!x_^*|-&\x02\x03:é%#"), max_size=60))
@example("$\x02wzxhzdk:0\x03$")
@example("$a`b$`")
@example("$$\n<div>\n$$\n</div>")
def test_any_text(convert, text):
    convert(text)


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("`a1 \n{}()<>!x_^*|-&:é"), max_size=60))
def test_text_without_dollars_has_no_formula(convert, text):
    assert "estiba-formula" not in convert(text).html
