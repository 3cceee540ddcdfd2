from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.markdown.mathml import NoFormula, mathml
from estiba.vault.text.formulas import LONGEST

LATEX = st.lists(
    st.sampled_from(
        r"""
        \frac \sqrt \text \href \left \right \begin{array} \end{array} \begin{align} \end{align} \over \hbox
        \style \class \color \rule \unicode \genfrac \sideset \skew \verb|a| \limits \xrightarrow \mathbf
        \substack \tag \def \newcommand \operatorname { } [ ] ( ) ^ _ & \\ x 1 1em ' | # % < > " ; \x $ ☃
        """.split()
    ),
    max_size=30,
).map(" ".join)


def inside(latex: str) -> str:
    """Write what is in the element, without the row around all of it."""
    row = mathml(latex, is_block=False)[0]
    return "".join(tostring(child, encoding="unicode") for child in row)


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        (r"\sum < 1", "<mo>∑</mo><mo>&lt;</mo><mn>1</mn>"),
        (r"\text{<script>a & b</script>}", "<mtext>&lt;script&gt;a\xa0&amp;\xa0b&lt;/script&gt;</mtext>"),
        (r"\unicode{x3c}b", "<mi>&lt;</mi><mi>b</mi>"),
        (r"\unicode{0}\unicode{d800}", "<mi>\ufffd</mi><mi>\ufffd</mi>"),
        (r"\href{javascript:alert(1)}{x}", "<mrow><mrow><mi>x</mi></mrow></mrow>"),
        (r"\class{md-overlay}{x}", "<mrow><mi>x</mi></mrow>"),
        (r"\style{position:fixed}{x}", "<mrow><mi>x</mi></mrow>"),
        (r"\color{red}x", '<mstyle mathcolor="red"><mi>x</mi></mstyle>'),
        (r"\color{url(//x)}x", "<mstyle><mi>x</mi></mstyle>"),
        (r"\colorbox{#ff0}{x}", '<mpadded mathbackground="#ff0"><mtext>x</mtext></mpadded>'),
        (r"\rule{1em}{9999em}", '<mspace mathbackground="black" width="1em" />'),
        (r"\hspace{-900em}x", "<mspace /><mi>x</mi>"),
        (
            r"n \log n",
            '<mi>n</mi><mo form="prefix" lspace="0.167em" rspace="0.167em">log</mo><mi>n</mi>',
        ),
        (r"a\,b", '<mi>a</mi><mspace width="0.167em" /><mi>b</mi>'),
        (
            r"\begin{gathered}a\\b\end{gathered}",
            "<mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>",
        ),
    ],
)
def test_what_gets_through(latex, expected):
    assert inside(latex) == expected


def test_nothing_is_numbered():
    assert inside(r"\begin{align}a&=b\\c&=d\end{align}") == inside(r"\begin{aligned}a&=b\\c&=d\end{aligned}")


def test_source_and_display():
    assert mathml("x\x02\n<", is_block=True).attrib == {"display": "block", "alttext": "x\ufffd\n<"}
    assert mathml("x", is_block=False).attrib == {"display": "inline", "alttext": "x"}


@pytest.mark.parametrize(
    "latex",
    [
        "",
        "%",
        "x^",
        "}{",
        "{",
        r"\frac",
        r"\ce{H_2O}",
        r"\require{x}",
        r"\begin{foo}a&b\end{foo}",
        "a & b",
        r"\def\a{\b\b}\def\b{\c\c}\a",
        r"\newcommand{\a}{x}\a",
        "x" * (LONGEST + 1),
        "{" * 61 + "x" + "}" * 61,
        "{" * 2_000,
        r"\left(" * 600,
        r"\sqrt" * 800,
        "x_{" * 59 + "}" * 59 + "^" * 99,
    ],
)
def test_what_nobody_can_show(latex):
    with pytest.raises(NoFormula):
        mathml(latex, is_block=False)


@given(st.text(max_size=200) | LATEX)
def test_any_text(latex):
    try:
        made = mathml(latex, is_block=True)
    except NoFormula:
        return
    for element in made.iter():
        assert element.tag.startswith("m") or element.tag == "none"
        assert not {"href", "class", "style", "id", "src", "onclick"} & set(element.keys())
