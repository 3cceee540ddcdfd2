"""Whether an XML document, such as an SVG picture, runs anything when a browser opens it."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from xml.parsers import expat

from estiba.vault.text.allowed_html import is_safe

LARGEST = 8 << 20
"""Bytes of a document; what is larger counts as one that runs."""
_ELEMENTS = frozenset(
    """
    applet base embed fencedframe form frame frameset handler iframe link listener meta object portal script
    """.split()
)
"""Local names, in whatever namespace, of what runs, sends, or brings another document in."""
_PICTURES = frozenset("image feimage img color-profile".split())
"""Elements that show what they name, or colour by it, and run nothing of it."""
_ANIMATIONS = frozenset("animate animatecolor animatemotion animatetransform set".split())
_ADDRESSES = frozenset("action background base cite formaction href longdesc ping poster src".split())
_HANDLER = re.compile("on[a-z0-9]+")
"""Without the `only_selected` of Inkscape."""
_OF_SVG = re.compile(r"-//W3C//DTD SVG [\w. ]+//EN")
"""Public names of document types of which no browser knows an entity."""
_LATIN = frozenset("ascii us-ascii iso-8859-1 latin1 windows-1252".split())
"""What is none of markup in these is none in UTF-8 either, whichever a browser goes by."""


class _RunsError(Exception):
    """Something was found, and nothing further is looked at."""


def runs(data: bytes) -> bool:
    """Whether the XML document `data` runs something, or is not plain enough to tell.

    That is: a script, a handler, an address that runs, a form or a document within it; and whatever would
    have browsers read another text than this one: entities, an internal subset, a style sheet of XSL, an
    encoding of its own, text that is not well-formed. A picture of another site is none, for it runs
    nothing. Nothing is fetched or expanded; the time grows with the length. It never raises.
    """
    if len(data) > LARGEST:
        return True
    is_utf16 = data.startswith((BOM_UTF16_BE, BOM_UTF16_LE))
    if not is_utf16 and b"\0" in data:
        return True
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.XmlDeclHandler = _refuse_utf16_names if is_utf16 else _refuse_names
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.EntityDeclHandler = parser.SkippedEntityHandler = _refuse
    parser.ProcessingInstructionHandler = _refuse_instruction
    parser.StartElementHandler = _refuse_element
    try:
        parser.Parse(data, True)
    except (_RunsError, expat.ExpatError, ValueError, LookupError):
        return True
    return False


def _refuse(*_: object) -> None:
    raise _RunsError


def _refuse_names(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _LATIN | {"utf-8"}:
        raise _RunsError


def _refuse_utf16_names(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() != "utf-16":
        raise _RunsError


def _refuse_document_type(
    _name: str,
    system: str | None,
    public: str | None,
    has_internal_subset: bool,  # noqa: FBT001 - as expat calls it
) -> None:
    is_known = system is None if public is None else bool(_OF_SVG.fullmatch(public))
    if has_internal_subset or not is_known:
        raise _RunsError


def _refuse_instruction(target: str, _data: str) -> None:
    name = target.lower()
    if name.startswith("xml") or "stylesheet" in name:
        raise _RunsError


def _refuse_element(name: str, attributes: Mapping[str, str]) -> None:
    element = _local(name)
    if element in _ELEMENTS:
        raise _RunsError
    for key, value in attributes.items():
        attribute = _local(key)
        if _HANDLER.fullmatch(attribute) or attribute == "srcdoc":
            raise _RunsError
        if attribute in _ADDRESSES and element not in _PICTURES and not is_safe(value):
            raise _RunsError
        if attribute == "attributename" and element in _ANIMATIONS:
            animated = _local(value.strip())
            if animated in _ADDRESSES or animated.startswith("on"):
                raise _RunsError


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
