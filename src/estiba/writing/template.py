"""A template of notes, and the note that is made of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from estiba.catalogue import catalogue_for
from estiba.config import Config
from estiba.vault.front_matter import read_front_matter
from estiba.vault.splitting import split
from estiba.vault.text.reading_marks import read_marks
from estiba.writing.block_filling import FilledBlock, fill_block
from estiba.writing.fields import put_fields
from estiba.writing.places import PLACE, TEMPLATER, Places, TemplateFault
from estiba.writing.values import NoteValues

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
_MARKUP = re.compile(r"[\\`*\[\]<>&$~=%^#|]|(?<!\w)_|_(?!\w)")


def fill(
    template: str,
    values: NoteValues,
    *,
    config: Config | None = None,
    language: str = "en",
    wanted: Collection[str] = (),
) -> str:
    """Make the text of a note out of `template` (LF line ends), filled in with `values`.

    Places are `{{title}}`, `{{description}}`, `{{tags}}`, `{{aliases}}`, `{{date}}`, `{{mod}}`,
    `{{time}}`, the last three with a format if one is wanted (`{{date:D [de] MMMM}}`, names in
    `language`). Any other `{{…}}` is text. Values are never read as a template, nor as YAML; those that
    are empty leave their places empty.

    Values for which the template has no place come into its front matter too, under the names that
    `config` has for them, as do the `wanted` fields that need no answer (`published`, `mod`).

    Raises `TemplateFault` for a template that no note can be made of.
    """
    policy = config or Config()
    if templater := TEMPLATER.search(template):
        raise TemplateFault(
            f"'{templater[0].strip()}' is for Templater, which is not run here;"
            " write {{title}}, {{date}} …, or name another template"
        )
    cut = split(template)
    if not cut.closed:
        raise TemplateFault("its front matter never closes; end it with a line '---'")
    places = Places(values, language)
    body = _body(template[cut.body_start :], places)
    if cut.block is None:
        filled, text = FilledBlock("", frozenset()), f"---\n---\n\n{body}"
    else:
        filled = fill_block(cut.block, places)
        end = cut.block_start + len(cut.block)
        text = template[: cut.block_start] + filled.text + template[end : cut.body_start] + body
    text = put_fields(text, values, policy, kept=filled.keys, wanted=wanted)
    problems = read_front_matter(text, "").problems
    if problems:
        raise TemplateFault(f"its front matter: {catalogue_for('en').problem(problems[0])}")
    return text


def _body(body: str, places: Places) -> str:
    """Fill in the places of the text: in a heading as words, elsewhere as the characters that they are."""
    if not PLACE.search(body):
        return body
    lines = body.split("\n")
    fences, _ = read_marks(lines, first_line=1)
    code = {number for fence in fences for number in range(fence.first_line, fence.last_line + 1)}
    for index, line in enumerate(lines):
        is_heading = index + 1 not in code and _HEADING.match(line)
        write = _as_words if is_heading else str
        lines[index] = PLACE.sub(lambda place, write=write: write(places.text(place)), line)  # type: ignore[misc]
    return "\n".join(lines)


def _as_words(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
