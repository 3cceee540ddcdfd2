from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.text.formulas import LONGEST, block_formula, formula_end, formulas_in

TEXT = st.text(alphabet=st.sampled_from("$$$$\\`a1 \n{}()<>[]x_/:é中"), max_size=60)


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in formulas_in(text)]


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("Con $x^2$, y $y_1$.", ["$x^2$", "$y_1$"]),
        ("($x$)-$y$/$z$", ["$x$", "$y$", "$z$"]),
        ("**$x$** *$y$*", ["$x$", "$y$"]),
        ("the $n$th, $k$-th, $\\alpha$s", ["$n$", "$k$", "$\\alpha$"]),
        ("$a<b$ and $c>d$", ["$a<b$", "$c>d$"]),
        ("$O(n log n)$ $TP/(TP+FP)$ $5$", ["$O(n log n)$", "$TP/(TP+FP)$", "$5$"]),
        ("$(a+b)^2$ ${n \\choose k}$ $]0,1[$", ["$(a+b)^2$", "${n \\choose k}$", "$]0,1[$"]),
        ("$10\\%$ and $\\$5$", ["$10\\%$", "$\\$5$"]),
        ("cuesta \\$5 y $x$", ["$x$"]),
        ("是$x$的", ["$x$"]),
        ("so $$x = 1$$ and $$\ny\n$$.", ["$$x = 1$$", "$$\ny\n$$"]),
        ("$$\\text{if $x$}$$", ["$$\\text{if $x$}$$"]),
    ],
)
def test_formulas(text, formulas):
    assert found(text) == formulas


@pytest.mark.parametrize(
    "text",
    """
    costs $5 and $10
    de $5 y 10$ a $20
    $5 or 10$
    US$5, 10 C$ or R$10
    $HOME and $PATH
    $HOME:$PATH
    $HOME/$USER
    "$A$B", "$1$2", '$a', '$b'
    $HOME/.config or ~/10$
    son **^** y **$**, en particular **^** el principio, y **$** el fin
    $MY_VAR or 10$
    ${VAR}/${OTHER}
    ${VAR}$ or ${VAR:-a}$
    $(id -u):$(id -g)
    $(docker ps -q)$
    ${{ secrets.A }}/${{ secrets.B }}
    hash:$2y$10$abcdefghijk/lmn$
    user:$apr1$H6uskkkW$IgXLP6ewTrSuBkTrqE8wj/
    user:$$apr1$$H6uskkkW$$IgXLP6ewTrSuBkTrqE8wj/
    $argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA
    write $$ for $ and $$ ends
    \\$x\\$
    $ x$ $x $ $$ $$$ $$$$
    $$$x$$$
    `$x$` and ``$y$ ` $z$``
    $x, `y$` and $$x, `y$$`
    <code>$x$</code> <b title="$x$"> <!-- $x$ -->
    https://example.com/$x$/y?z=$a$
    [text](address/$x$ "and $y$") ![$x$](a.png)
    [[note $x$|text $y$]]
    """.strip().split("\n"),
)
def test_other_dollars(text):
    assert found(text.strip()) == []


def test_a_formula_in_a_line_ends_in_it():
    assert found("a $x\ny$ b") == []


def test_end():
    assert formula_end("a $x$ b", 2) == 5
    assert formula_end("a $x$ b", 4) is None
    assert formula_end("$$x$$", 0) == 5
    assert formula_end("$$x$$", 1) is None


def test_what_is_too_long_is_none():
    assert found("$" + "x" * (LONGEST - 2) + "$ $y$")[0].startswith("$xx")
    assert found("$" + "x" * LONGEST + "$") == []
    assert block_formula(["$$", *["x"] * LONGEST, "$$"]) is None


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("$$x$$", ("x", 1)),
        ("$$x$$  \ny", ("x", 1)),
        ("$$\nx\n$$", ("x", 3)),
        ("$$\n\nx\n\n- y\n$$\nz", ("x\n- y", 6)),
        ("$$ x\n+ y$$", ("x\n+ y", 2)),
        ("$$\n\\$$\n$$", ("\\$$", 3)),
        ("$$ x\n\ny $$", None),
        ("$$x$$ is it", None),
        ("$$\nx\n$$ is it\n$$", None),
        ("$$ stands for a dollar, and ends with $$", None),
        ("$$\n$$", None),
        ("$$", None),
        ("$$$\nx\n$$$", None),
        ("$x$", None),
    ],
)
def test_blocks(text, formula):
    assert block_formula(text.split("\n")) == formula


@given(TEXT)
def test_any_text(text):
    formulas = list(formulas_in(text))
    ends = [0, *(one.end for one in formulas)]
    for one, end in zip(formulas, ends, strict=False):
        assert one.start >= end
        assert formula_end(text, one.start) == one.end
        mark = "$$" if one.is_block else "$"
        assert text[one.start : one.end].removeprefix(mark).removesuffix(mark).strip() == one.latex != ""
    block_formula(text.split("\n"))


@pytest.mark.parametrize(
    ("piece", "number"),
    [
        ("$x$ ", 20_000),
        ("$$x ", 10_000),
        ("<code>$x$ ", 20_000),
        ("$x$", 0),
        ("$x ", 0),
        ("x$$", 0),
        ("\\$", 0),
        ("$\\$ ", 0),
        ("`$x", 0),
        ("<a ", 0),
        ("<a", 0),
        ("](", 0),
        ("[[", 0),
        ("![", 0),
    ],
)
def test_long_texts(piece, number):
    assert len(found(piece * 20_000)) == number
