"""The values of a new note: by options, and by asking for what is wanting."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from estiba.catalogue import catalogue_for
from estiba.cli.asking import ask
from estiba.cli.output import complain
from estiba.cli.targets import CannotRun, shown
from estiba.config import Config
from estiba.vault.note import readable_name
from estiba.writing.new_note import ASKED, lacking, left_empty, unknown_tags
from estiba.writing.places import TemplateFault
from estiba.writing.template import fill
from estiba.writing.values import NoteValues, tag_names, text_of
from estiba.writing.vault_template import Template

_OPTIONS = {"title": "--title", "description": "--description", "tags": "--tags", "aliases": "--alias"}


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where a note is to be, and what it is made of."""

    root: Path
    path: str
    config: Config
    language: str
    template: Template

    @property
    def shape(self) -> str:
        """The template's file as it is shown; empty for Estiba's own."""
        return shown(self.template.file) if self.template.file else ""

    def filled(self, values: NoteValues) -> str:
        """Give the text of the note; raises `CannotRun` where the template gives none."""
        try:
            return fill(
                self.template.text,
                values,
                config=self.config,
                language=self.language,
                wanted=self.config.required_in(self.path),
            )
        except TemplateFault as error:
            raise CannotRun(f"the template {self.shape}: {error}") from None


def given_values(options: argparse.Namespace, place: NotePlace) -> NoteValues:
    """Give what the options say; raises `CannotRun` for a tag that a closed vocabulary has not."""
    values = NoteValues(
        title=text_of(options.title or ""),
        description=text_of(options.description or ""),
        tags=tag_names(options.tags or ()),
        aliases=tuple(dict.fromkeys(filter(None, map(text_of, options.alias or ())))),
        moment=dt.datetime.now().astimezone(),
        draft=options.draft,
    )
    _refuse_tags(values, place.config)
    return values


def whole_values(place: NotePlace, values: NoteValues) -> NoteValues:
    """Give `values` with a title; raises `CannotRun` where the policy requires more than they have."""
    values = values if values.title else dataclasses.replace(values, title=readable_name(place.path))
    missing = lacking(place.filled(values), place.path, place.config)
    if missing:
        options = ", ".join(_OPTIONS[name] for name in missing)
        raise CannotRun(f"{place.path} needs more, by the policy of this vault: give it with {options}")
    return values


def asked_values(place: NotePlace, values: NoteValues) -> NoteValues:
    """Ask for what `values` have not: the title, what is required, what the template leaves empty."""
    if not values.title:
        answer = ask(catalogue_for("en").text("new.title"), readable_name(place.path))
        values = _with(values, "title", answer)
    text = place.filled(values)
    needed = lacking(text, place.path, place.config)
    empty = left_empty(text, place.path, place.config)
    for name in ASKED:
        if name in needed or name in empty:
            values = _answer(place, values, name, is_needed=name in needed)
    return values


def _answer(place: NotePlace, values: NoteValues, name: str, *, is_needed: bool) -> NoteValues:
    """Ask for the field `name` until there is an answer that will do."""
    texts = catalogue_for("en")
    question = texts.text(f"new.{name}")
    question = question if is_needed else texts.text("new.or-not", question=question)
    while True:
        answer = ask(question)
        if not answer and not is_needed:
            return values
        changed = _with(values, name, answer)
        try:
            _refuse_tags(changed, place.config)
        except CannotRun as error:
            complain(error)
            continue
        if not is_needed or name not in lacking(place.filled(changed), place.path, place.config):
            return changed


def _with(values: NoteValues, name: str, answer: str) -> NoteValues:
    if name == "tags":
        return dataclasses.replace(values, tags=tag_names([answer]))
    if name == "aliases":
        names = (text_of(one) for one in answer.split(","))
        return dataclasses.replace(values, aliases=tuple(dict.fromkeys(filter(None, names))))
    if name == "description":
        return dataclasses.replace(values, description=text_of(answer))
    return dataclasses.replace(values, title=text_of(answer))


def _refuse_tags(values: NoteValues, config: Config) -> None:
    for tag, near in unknown_tags(values.tags, config.vocabulary):
        hint = f"did you mean '{near}'?" if near else "those there are stand in estiba.toml, in [tags]"
        raise CannotRun(f"no tag of this vault is called '{tag}'; {hint}")
