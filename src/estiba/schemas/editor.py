"""The schemas as files that editors find.

What reads them, as found in November 2026:

- `estiba.toml`: Even Better TOML and others of Taplo's kind, and Tombi, by a comment in its first lines
  (https://taplo.tamasfe.dev/configuration/directives.html). A setting with a path from the workspace
  does not work there (https://github.com/tamasfe/taplo/issues/479).
- front matter: extensions that hand it to YAML's language server, by the setting `yaml.schemas`. Red Hat's
  own is none of them (https://github.com/redhat-developer/vscode-yaml/issues/207).
"""

from __future__ import annotations

import json
import re
from typing import Any

from estiba.config import Config
from estiba.schemas.forms import Schema
from estiba.schemas.note import note_schema
from estiba.schemas.policy import policy_schema

NOTE_FILE = ".vscode/estiba-note.schema.json"
POLICY_FILE = ".vscode/estiba-policy.schema.json"
SETTINGS_FILE = ".vscode/settings.json"
DIRECTIVE = f"#:schema ./{POLICY_FILE}"
"""The comment by which editors know the schema of the `estiba.toml` that begins with it."""
_SETTING = "yaml.schemas"
_INDENTED = re.compile(r'\A\s*\{\s*?\n([ \t]+)"')


class NotMerged(Exception):
    """Settings that cannot be rewritten without a loss; `lines` are what to add to them by hand."""

    def __init__(self, lines: str) -> None:
        super().__init__(lines)
        self.lines = lines


def schema_text(schema: Schema) -> str:
    """Write a schema as a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_files(config: Config) -> dict[str, str]:
    """Give both schemas as files: path from the folder of `estiba.toml` -> text."""
    return {NOTE_FILE: schema_text(note_schema(config)), POLICY_FILE: schema_text(policy_schema())}


def merged_settings(text: str | None, notes: str) -> str:
    """Put the schema of notes into the settings `text` (None: there are none yet).

    `notes` is a pattern of the paths of notes, `docs/**/*.md`. Whatever else is in the settings stays, in
    its order; where nothing is to do, each byte. Raises `NotMerged` for settings with comments, with a key
    twice, or of another form.
    """
    ours = {NOTE_FILE: [notes]}
    if text is None or not text.strip():
        return json.dumps({_SETTING: ours}, indent=2) + "\n"
    lines = json.dumps({_SETTING: ours}, indent=2)[2:-2]
    try:
        settings = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise NotMerged(lines) from None
    known = settings.setdefault(_SETTING, {}) if isinstance(settings, dict) else None
    if not isinstance(known, dict):
        raise NotMerged(lines)
    if known.get(NOTE_FILE) == ours[NOTE_FILE]:
        return text
    known |= ours
    indent = _INDENTED.match(text)
    return json.dumps(settings, ensure_ascii=False, indent=indent[1] if indent else 2) + "\n"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; raises `ValueError` for a key that is there twice, since one would be lost."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key twice")
    return made
