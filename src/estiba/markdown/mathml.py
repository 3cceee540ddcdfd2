"""LaTeX -> MathML, by latex2mathml.

latex2mathml lets an author's addresses, classes, styles and sizes through, and writes text
unescaped; so its tree is copied, element by element, and only what is known here gets into
the copy. MathML in browsers is MathML Core (https://www.w3.org/TR/mathml-core/).
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from latex2mathml.converter import Converter

from estiba.vault.text.formulas import LONGEST

_DEEPEST = 60
"""Braces in one another, and elements: browsers cut HTML off at some 500."""
_MOST = 4 * LONGEST
"""Elements: a command stands for a few."""
_DEFINITION = re.compile(r"\\(?:def|newcommand|newenvironment|DeclareMathOperator)(?![A-Za-z])")
"""Macros may grow without bound: refused."""
_ENVIRONMENT = re.compile(r"(?P<side>\\(?:begin|end)\s*)\{(?P<name>[a-z]+\*?)\}")
_KNOWN_AS = {
    **dict.fromkeys(("align", "aligned"), "align*"),
    **dict.fromkeys(("gather", "gather*", "gathered"), "matrix"),
    "equation": "equation*",
}
"""Environments that latex2mathml does not know, or numbers -> their like. Obsidian numbers nothing."""
_NOT_UNDERSTOOD = re.compile(r"\\[A-Za-z]+|&")
"""What is left of a command, or of the columns of an environment, that latex2mathml does not know."""
_CHARACTER = re.compile(r"&#x([0-9A-Fa-f]{1,6});")
"""What latex2mathml writes for a symbol, to be read by whoever writes the HTML."""
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FUNCTION = re.compile("[A-Za-z]{2,12}")
_OF_FUNCTION = {"form": "prefix", "lspace": "0.167em", "rspace": "0.167em"}
"""`log` is an identifier for latex2mathml, and would stick to its neighbours."""
_ELEMENTS = frozenset(
    """
    menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle
    msub msubsup msup mtable mtd mtext mtr munder munderover none
    """.split()
)
_LENGTH = r"[+-]?(?:\d{1,2}(?:\.\d{1,4})?|\.\d{1,4})(?:em|ex|px|pt|mu)?"
_LENGTHS = re.compile(rf"{_LENGTH}(?: {_LENGTH}){{0,40}}")
_WORDS = re.compile(r"[a-z-]{1,30}(?: [a-z-]{1,30}){0,40}")
_COLOUR = re.compile(r"[a-zA-Z]{3,20}|#(?:[0-9a-fA-F]{3}){1,2}")
_ATTRIBUTES = {
    **dict.fromkeys(("mathcolor", "mathbackground"), _COLOUR),
    **dict.fromkeys(
        """
        width height depth voffset lspace rspace linethickness minsize maxsize mathsize
        rowspacing columnspacing
        """.split(),
        _LENGTHS,
    ),
    **dict.fromkeys(
        """
        accent accentunder columnalign columnlines displaystyle fence form largeop mathvariant
        movablelimits notation rowlines separator stretchy
        """.split(),
        _WORDS,
    ),
    "scriptlevel": re.compile(r"[+-]?\d"),
}


class NoFormula(Exception):
    """LaTeX that nobody can show."""


def mathml(latex: str, *, is_block: bool) -> Element:
    """Give `latex` as an element `math` with its source as `alttext`; nothing in it can do harm.

    Raises `NoFormula` for what latex2mathml does not understand, and for what is too long,
    too deep, or defines commands.
    """
    if len(latex) > LONGEST or _depth(latex) > _DEEPEST or _DEFINITION.search(latex):
        raise NoFormula
    display = "block" if is_block else "inline"
    try:
        made = Converter(display=display).convert_to_element(_ENVIRONMENT.sub(_known, latex))
    except Exception:  # noqa: BLE001 - it raises whatever its code comes upon
        raise NoFormula from None
    copy = Element("math", {"display": display, "alttext": _clean(latex)})
    _copy_children(made, copy)
    return copy


def _known(match: re.Match[str]) -> str:
    name = match["name"]
    return f"{match['side']}{{{_KNOWN_AS.get(name, name)}}}"


def _depth(latex: str) -> int:
    r"""Count how deep braces stand in one another, `\left` and `\begin` too.

    Where one too many closes, that is too deep.
    """
    deepest = depth = 0
    for mark in re.findall(r"\\left(?![A-Za-z])|\\right(?![A-Za-z])|\\begin|\\end|\\.|[{}]", latex):
        if mark in (r"\left", r"\begin", "{"):
            depth += 1
            deepest = max(deepest, depth)
        elif mark in (r"\right", r"\end", "}"):
            depth -= 1
            if depth < 0:
                return _DEEPEST + 1
    return deepest


def _copy_children(made: Element, copy: Element) -> None:
    copies = 0
    waiting = [(made, copy, 0)]
    while waiting:
        source, target, depth = waiting.pop()
        copies += len(source)
        if depth > 2 * _DEEPEST or copies > _MOST:
            raise NoFormula
        for child in source:
            tag = child.tag if child.tag in _ELEMENTS else "mrow"
            if tag == "mi" and _NOT_UNDERSTOOD.fullmatch(child.text or ""):
                raise NoFormula
            if tag == "mi" and _FUNCTION.fullmatch(child.text or "") and not child.attrib:
                element = SubElement(target, "mo", _OF_FUNCTION)
            else:
                element = SubElement(target, tag, _attributes(child))
            element.text = _clean(child.text) if child.text else None
            waiting.append((child, element, depth + 1))


def _attributes(element: Element) -> dict[str, str]:
    return {
        name: value
        for name, value in element.items()
        if name in _ATTRIBUTES and _ATTRIBUTES[name].fullmatch(value)
    }


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", _CHARACTER.sub(lambda match: _character(int(match[1], 16)), text))


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 else "\ufffd"
