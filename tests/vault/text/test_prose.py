from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.text.fences import scan_fences
from estiba.vault.text.prose import Heading, first_heading, first_paragraph, plain_text, shorten


def heading(text: str, *, first_line: int = 1) -> Heading | None:
    lines = text.split("\n")
    return first_heading(lines, scan_fences(lines, first_line=first_line), first_line=first_line)


def paragraph(text: str) -> str:
    lines = text.split("\n")
    return first_paragraph(lines, scan_fences(lines), first_line=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Uno\n# Dos", ("Uno", 1, True)),
        ("\n\n# Uno", ("Uno", 3, True)),
        ("Texto\n\n# Uno", ("Uno", 3, False)),
        ("## Dos\n\n# Uno", ("Uno", 3, False)),
        ("   # Uno", ("Uno", 1, True)),
        ("#\tUno", ("Uno", 1, True)),
        ("# Uno ##", ("Uno", 1, True)),
        ("# Uno \\#", ("Uno #", 1, True)),
        ("# C#", ("C#", 1, True)),
        ("# C# ", ("C#", 1, True)),
        ("# El **primer** `código` [enlace](a)", ("El primer código enlace", 1, True)),
        ("# Uno {#ancla}", ("Uno", 1, True)),
        ("# Uno {: .clase #ancla }", ("Uno", 1, True)),
        ("Uno\n===", ("Uno", 1, True)),
        ("Texto\n\nUno\n=", ("Uno", 3, False)),
        ("# \n\n# Dos", ("Dos", 3, False)),
        ("# ##\n\n# Dos", ("Dos", 3, False)),
        ("![](logo.png)\n===\n\n# Dos", ("Dos", 4, False)),
        ("<!-- nada -->\n# Uno", ("Uno", 2, True)),
        ("<!--\n# Dentro\n-->\n\n# Uno", ("Uno", 5, True)),
        ("```\n# Dentro\n```\n# Uno", ("Uno", 4, True)),
        ("- ```\n  # Dentro\n  ```\n\n# Uno", ("Uno", 5, True)),
    ],
)
def test_the_first_heading_of_level_one(text, expected):
    assert heading(text) == Heading(*expected)


@pytest.mark.parametrize(
    "text",
    ["", "Texto", "## Dos", "#Uno", "    # Uno", "#", "# ", "Uno\n---", "> # Uno", "- # Uno", "===", "\n==="],
)
def test_what_is_no_heading_of_level_one(text):
    assert heading(text) is None


def test_the_line_of_a_heading_is_that_in_the_file():
    assert heading("\n# Uno", first_line=7) == Heading("Uno", 8, leads=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Uno\ndos.\n\nTres.", "Uno dos."),
        ("# Título\n\nUno.", "Uno."),
        ("# Título\nUno.", "Uno."),
        ("Uno.\n# Título", "Uno."),
        ("Título\n===\nUno.", "Uno."),
        ("Título\n---\n\nUno.", "Uno."),
        ("Uno:\n- a\n- b", "Uno:"),
        ("Uno:\n1. a", "Uno:"),
        ("Uno\n2024. Dos", "Uno 2024. Dos"),
        ("Uno\n> cita", "Uno"),
        ("- a\n- b\n\nUno.", "Uno."),
        ("- a\nb\n\nUno.", "Uno."),
        ("> cita\n\nUno.", "Uno."),
        ("> [!note]\n> cita\n\nUno.", "Uno."),
        ("!!! note\n    Dentro.\n\n    Dentro.\n\nUno.", "Uno."),
        ("    código\n\nUno.", "Uno."),
        ("\tcódigo\n\nUno.", "Uno."),
        ("| a | b |\n|---|---|\n\nUno.", "Uno."),
        ("<div>\ntexto\n</div>\n\nUno.", "Uno."),
        ("<!-- nada -->\nUno.", "Uno."),
        ("<!--\nnada\n\nnada\n-->\n\nUno.", "Uno."),
        ("```\nnada\n```\nUno.", "Uno."),
        ("Uno.\n```\nnada\n```", "Uno."),
        ("[TOC]\n\n[a]: https://a.es\n\n[^1]: Nota\n\nUno.", "Uno."),
        ("![logo](a.png)\n\nUno.", "logo"),
        ("![](a.png)\n\nUno.", "Uno."),
        ("![[a.png]]\n\nUno.", "Uno."),
        ("$$\nx\n$$\n\nUno.", "Uno."),
        ("%% nada %%\n\n{{ nada }}\n\n{% nada %}\n\nUno.", "Uno."),
        ("#etiqueta\n\nUno.", "Uno."),
        ("https://gotify.net y más", "https://gotify.net y más"),
        ("Nota: esto es texto.", "Nota: esto es texto."),
        ("**Uno** dos.", "Uno dos."),
        ("- a\n- b", ""),
    ],
)
def test_the_first_paragraph_of_prose(text, expected):
    assert paragraph(text) == expected


@pytest.mark.parametrize(
    ("inline", "plain"),
    [
        ("", ""),
        ("  a \t b ", "a b"),
        ("*a* **b** ***c*** _d_ __e__ ___f___ ~~g~~ ==h==", "a b c d e f g h"),
        ("**a *b* c**", "a b c"),
        ("__a _b_ c__", "a b c"),
        ("snake_case_name y 2 * 3 * 4", "snake_case_name y 2 * 3 * 4"),
        ("a * b* c", "a * b* c"),
        ("`a *b*` y ``c ` d``", "a *b* y c ` d"),
        ("`a``b`", "a``b"),
        ("`sin cerrar *a*", "`sin cerrar a"),
        (r"\*a\* \[b\] \`c\` \\", r"*a* [b] `c` \ ".strip()),
        (r"C:\Users\a", r"C:\Users\a"),
        ("[a](b) [c](<d e> 'f') [g][h] [i](j_(k))", "a c g i"),
        ("[a] [b", "[a] [b"),
        ("![a](b.png) c", "a c"),
        ("![a](b_(c).png 'd') e", "a e"),
        ("[![a](b)](c) d", "a d"),
        ("[[a]] [[a|b]] [[a#b|c]] ![[d]]", "a b c"),
        ("a[^1] b[^nota]", "a b"),
        ("<https://a.es> <mailto:a@b.es>", "https://a.es mailto:a@b.es"),
        ("<b>a</b> <br/>c<!-- d -->e", "a ce"),
        ("a < b > c", "a < b > c"),
        ("<!-- a", "<!-- a"),
        ("&lt;a&gt; &amp;amp; &copy;", "<a> &amp; ©"),
        ("&#0; a\x00b\x001", "\ufffd ab1"),
        ("`&lt;` &lt;", "&lt; <"),
        ("`a`5`b`", "a5b"),
        ("a {#b .c}", "a"),
        ("a {b}", "a {b}"),
    ],
)
def test_the_words_of_a_line_without_its_marks(inline, plain):
    assert plain_text(inline) == plain


def test_of_a_line_beyond_measure_the_beginning_is_looked_at():
    assert plain_text("a " * 5000) == ("a " * 2000).strip()


@given(st.text(st.sampled_from("ab é*_~=`[]()!<>#&;\\^|\x00{}:."), max_size=60) | st.text())
def test_no_line_has_no_words_and_words_are_one_line(inline):
    plain = plain_text(inline)
    assert plain == " ".join(plain.split())


@given(st.text(st.characters(categories=["L", "Nd"], include_characters=" ,.;:-¿?¡()"), max_size=80))
def test_what_has_no_marks_is_left_as_it_is(text):
    assert plain_text(text) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("uno dos", 7, "uno dos"),
        ("uno dos tres", 8, "uno dos…"),
        ("uno dos tres", 7, "uno…"),
        ("uno, dos tres", 8, "uno…"),
        ("uno — dos tres", 9, "uno…"),
        ("unodostres", 5, "unod…"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_at_a_word(text, limit, expected):
    assert shorten(text, limit=limit) == expected


@given(st.text(), st.integers(1, 50))
def test_a_cut_text_is_never_longer_than_its_limit(text, limit):
    short = shorten(text, limit=limit)
    assert len(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
