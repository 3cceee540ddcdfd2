"""The JSON Schema of the front matter of one vault's notes.

It accepts whatever `wrong-field-type` and `coerced-value` say nothing of, in the eyes of an editor, whose
YAML knows no dates: draft 7, in words that draft 4 has too, which is all that some editors know.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from estiba.checks.notes.unknown_key import OTHER_KEYS
from estiba.config import KEYS, Config
from estiba.schemas.forms import DRAFT, Schema, described, list_of
from estiba.vault.fields import NAMES
from estiba.vocabulary import Vocabulary

_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_SWITCH: Schema = {"type": ["boolean", "null"]}
_TIME = r"([Tt]|[ \t]+)\d{1,2}:\d{2}(:\d{2}([.,]\d*)?)?[ \t]*([Zz]|[-+]\d{1,2}(:?\d{2})?)?"
_DATE = rf"^\s*(\d{{4}}-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])({_TIME})?)?\s*$"
_ONE_TAG = r"^\s*[^\s,]*\s*$"
_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "title": "What the note is called. Without it: its first heading, else the name of its file.",
        "description": "One or two sentences for lists, search and feeds.",
        "date": "The day on which it was written: 2025-12-24.",
        "mod": "The day of the last change of note: 2025-12-24.",
        "published": "Whether it is in the site.",
        "draft": "Whether it is kept out of the site.",
        "unlisted": "Whether it is a page that nothing lists and no search finds.",
        "aliases": "Other names, by which notes may link to it.",
        "tags": "Tags: [network, network/vpn].",
    }
)
_LOUD = ("error", "warning")


def note_schema(config: Config) -> Schema:
    """Give the schema of the front matter of any note under the policy `config`.

    What a folder of its own demands is no part of it. Keys without a meaning are refused where the
    policy makes `unknown-key` a warning or an error.
    """
    names = {**NAMES, **config.fields}
    properties = {key: _field(key, config.vocabulary) for key in KEYS}
    patterns: Schema = {}
    for name, key in names.items():
        same = {"allOf": [{"$ref": f"#/properties/{key}"}]}
        properties.setdefault(name, described(same, f"Another name of '{key}'."))
        patterns[_in_other_case(name)] = same
    for name in sorted(config.own_keys):
        properties.setdefault(name, {"description": "A key of your own."})
    schema: Schema = {
        "$schema": DRAFT,
        "title": "Front matter of a note",
        "type": ["object", "null"],
        "properties": properties,
        "patternProperties": patterns,
    }
    if _severity("unknown-key", config) in _LOUD:
        properties |= {name: {} for name in sorted(OTHER_KEYS - properties.keys())}
        patterns |= {_in_other_case(name): {} for name in properties if name not in names}
        schema["additionalProperties"] = False
    if demands := _demands(config, names):
        schema["allOf"] = demands
    return schema


def _field(key: str, vocabulary: Vocabulary) -> Schema:
    form = _SWITCH
    if key in ("title", "description"):
        form = _TEXT
    elif key in ("date", "mod"):
        form = {"type": ["string", "null"], "pattern": _DATE}
    elif key == "published":
        form = {"anyOf": [_SWITCH, {"type": "string", "pattern": _DATE}]}
    elif key == "aliases":
        form = {"anyOf": [list_of(_TEXT), _TEXT]}
    elif key == "tags":
        form = {"anyOf": [list_of(_tag(vocabulary)), {"type": ["string", "null"], "pattern": _ONE_TAG}]}
    return described(form, _MEANINGS[key])


def _tag(vocabulary: Vocabulary) -> Schema:
    """Give the form of a tag: those of the vocabulary are offered, and nothing else taken if it is closed."""
    labels = {term.name: " / ".join(term.labels.values()) for term in vocabulary.terms.values()}
    for term in vocabulary.terms.values():
        labels |= dict.fromkeys(term.labels.values(), term.name)
    for name, tag in vocabulary.names.items():
        labels.setdefault(name, vocabulary.terms[tag].name)
    text = {"type": "string", "pattern": r"\S"}
    if not labels:
        return text
    known = {"enum": list(labels), "enumDescriptions": list(labels.values())}
    return known if vocabulary.closed else {"anyOf": [known, text]}


def _demands(config: Config, names: Mapping[str, str]) -> list[Schema]:
    """Give what holds for every folder: a title may also be a heading, so it is not asked for."""
    if _severity("missing-field", config) == "off":
        return []
    rules = list(config.required.values()) if "" in config.required else []
    wanted = [key for key in KEYS if key != "title" and rules and all(key in rule for rule in rules)]
    found = []
    for key in wanted:
        spellings = [key, *(name for name, meant in names.items() if meant == key and name != key)]
        spellings += ["published"] if key == "date" else []
        found.append({"anyOf": [{"required": [name]} for name in spellings]})
    return found


def _severity(check: str, config: Config) -> str | None:
    return config.severities.get(f"notes/{check}", config.severities.get(check))


def _in_other_case(name: str) -> str:
    r"""Write a pattern for what is the key `name`, but in other letters: case does not count.

    >>> _in_other_case("a.b")
    '^(?!a\\.b$)\\s*[aA]\\.[bB]\\s*$'
    """
    letters = (
        f"[{char}{char.upper()}]" if char != char.upper() and len(char.upper()) == 1 else _plain(char)
        for char in name
    )
    return rf"^(?!{''.join(map(_plain, name))}$)\s*{''.join(letters)}\s*$"


def _plain(char: str) -> str:
    return rf"\{char}" if char in r"\^$.*+?()[]{}|/" else char
