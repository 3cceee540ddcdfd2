"""The JSON Schema of `estiba.toml`.

It says what one can say of a key by itself; that a parent is in the vocabulary, or that no two tags share
a name, is found when the policy is read (`estiba.config`). Draft 7, in words that draft 4 has too: the
editors' programs for TOML know no more (https://taplo.tamasfe.dev/configuration/developing-schemas.html).
"""

from __future__ import annotations

from estiba.checks.registry import GROUPS
from estiba.config import KEYS, LANGUAGES, PUBLISHING, SEVERITIES, TRUST
from estiba.forge import KINDS, PLACES
from estiba.schemas.forms import DRAFT, TEXT, Schema, address, described, list_of, one_of, table
from estiba.security import SOURCES
from estiba.vocabulary import LEVELS

_FOLDER_PART = r"(?!\.{1,2}(/|$))[^/\\]+"
_FOLDER = rf"^/*({_FOLDER_PART}(/{_FOLDER_PART})*)?/*$"
_INSIDE = r"(?!/)(?![\s\S]*//)(?![\s\S]*\\)(?!([\s\S]*/)?\.{1,2}(/|$))"
_TAG = rf"^(?=[\s\S]*[^#/\s])/*[^/]+(/+[^/]+){{0,{LEVELS - 1}}}/*$"
_REPOSITORY = r"""^https?://[^\s\x00-\x20\x7f@/?#\\{}<>"']+(/[^\s\x00-\x20\x7f?#\\{}<>"']*)?$"""
_BRANCH = r"^(?![/.\-])(?!.*(\.\.|//))(?!.*[/.]$)[^\s\x00-\x20\x7f~^:?*\[\\{}]+$"
_PATTERN = r"^(\{repository\}|https?://)"
_LEADS = {
    "edit": "lets a reader edit a note",
    "history": "shows the changes of a note",
    "report": "lets a reader report a mistake",
    "propose": "lets a reader propose a note",
}


def policy_schema() -> Schema:
    """Give the schema of any vault's policy."""
    properties = {
        "language": one_of(LANGUAGES, "The language of the site, where mkdocs.yml names none."),
        "publish": _by_folder(
            PUBLISHING,
            "Which notes are published: all that do not wish otherwise, or only those that say "
            "'published: true'. For the whole vault, or by folder.",
        ),
        "trust": _by_folder(
            TRUST,
            "Whose HTML in notes reaches the page as it is, and whose attachments may run: nobody's, or the "
            "authors' that you trust. For the whole vault, or by folder.",
        ),
        "mermaid": {
            "type": "string",
            "pattern": rf"^{_INSIDE}[^:?#\s][^:?#\n]*\.m?js$",
            "description": "Path in the vault of the script that draws diagrams.",
        },
        "fields": table({}, "Other names for keys of front matter: name = key.", others=one_of(KEYS)),
        "folders": table({}, "Titles of folders that have no index of their own.", others=TEXT),
        "pages": table(
            {
                "tags": address("Address of the page of tags."),
                "notes": address("Address of the page that lists every note."),
                "changes": address("Address of the page of what changed last."),
            },
            "Addresses of pages, inside the site.",
        ),
        "attachments": table(
            {
                "keep": list_of(
                    {"type": "string", "pattern": rf"^{_INSIDE}[\s\S]*\S"},
                    "Files that are published though no note uses them: patterns of paths.",
                )
            },
            "Files beside the notes.",
        ),
        "required": table(
            {},
            'Keys that notes must have, by folder; "" is the whole vault.',
            others=list_of(one_of(KEYS)),
        ),
        "keys": table(
            {"own": list_of({"type": "string"}, "Keys of front matter that are your own.")},
            "Keys of front matter.",
        ),
        "tags": _tags(),
        "checks": _checks(),
        "new": table(
            {
                "template": {
                    "type": "string",
                    "pattern": rf"^{_INSIDE}[^\n]*[^\s][^\n]*$",
                    "description": "Path in the vault of the template of new notes.",
                },
                "folder": {
                    "type": "string",
                    "pattern": rf"^{_INSIDE}[^\n]*[^\s][^\n]*$",
                    "description": "Path in the vault of the folder that paths of new notes begin at.",
                },
            },
            "What 'estiba new' begins with.",
        ),
        "forge": _forge(),
        "fix": table(
            {
                "mod": described(
                    {"type": "boolean"}, "Whether 'estiba fix' sets mod to the day of the last change."
                )
            },
            "What 'estiba fix' mends.",
        ),
        "security": table(
            {
                "csp": described(
                    {"type": "boolean"}, "Whether pages carry a Content Security Policy: true, or false."
                ),
                "sources": table(
                    {
                        directive: list_of({"type": "string", "pattern": form})
                        for directive, form in SOURCES.items()
                    },
                    "What pages may ask for from other sites, by directive of the Content Security Policy.",
                ),
            },
            "What pages may run and ask for.",
        ),
    }
    return {"$schema": DRAFT, "title": "Policy of a vault: estiba.toml", **table(properties)}


def _by_folder(allowed: tuple[str, ...], description: str) -> Schema:
    words = one_of(allowed)
    return {
        "anyOf": [words, table({}, patterns={_FOLDER: words})],
        "description": description,
    }


def _tags() -> Schema:
    name = {"type": "string", "pattern": _TAG}
    term = table(
        {
            "labels": table(dict.fromkeys(LANGUAGES, name), "What readers see, by language."),
            "description": table(dict.fromkeys(LANGUAGES, TEXT), "What its page says first, by language."),
            "synonyms": list_of(name, "Other words for this tag."),
            "parent": described(TEXT, "The tag of the vocabulary that stands above this one."),
        }
    )
    closed = described({"type": "boolean"}, "Whether tags outside of the vocabulary are problems.")
    vocabulary = table({}, "The tags that you know: a table each.", patterns={_TAG: term})
    some = {"required": ["vocabulary"], "properties": {"vocabulary": {"minProperties": 1}}}
    return {
        **table({"closed": closed, "vocabulary": vocabulary}, "Tags."),
        "anyOf": [{"properties": {"closed": {"enum": [False]}}}, some],
    }


def _checks() -> Schema:
    summaries: dict[str, str] = {}
    for group, checks in GROUPS:
        for check in checks:
            summary = f"{check.summary}."
            summaries[f"{group}/{check.name}"] = summary
            summaries[check.name] = " ".join(filter(None, (summaries.get(check.name), summary)))
    known = {name: one_of(SEVERITIES, summary) for name, summary in sorted(summaries.items())}
    return table(known, "How bad the problems of a check are, or off.")


def _forge() -> Schema:
    pattern = {"anyOf": [{"enum": [False, ""]}, {"type": "string", "pattern": _PATTERN}]}
    properties = {
        "kind": one_of(tuple(KINDS), "The program that the forge runs."),
        "repository": {
            "type": "string",
            "pattern": _REPOSITORY,
            "description": "Address of the repository: https://host/owner/name.",
        },
        "branch": {"type": "string", "pattern": _BRANCH, "description": "The branch that is published."},
        "folder": described(
            {"anyOf": [{"enum": ["", "."]}, address()]}, "Path of the notes in the repository."
        ),
    }
    for name, places in PLACES.items():
        shown = ", ".join(f"{{{place}}}" for place in places)
        properties[name] = described(pattern, f"The address that {_LEADS[name]}, or false. Places: {shown}.")
    return table(properties, "Where the repository of the vault is kept.")
