"""The tags of a vault, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from estiba.catalogue import Catalogue
from estiba.report.commands import json_without_commands
from estiba.report.printable import columns, printable
from estiba.vault.near_tags import near_duplicates
from estiba.vault.tags import Tag
from estiba.vault.vault import Vault

_LONGEST = 60
_GAP = "  "


@dataclass(frozen=True, slots=True)
class TagReport:
    """What is said of the tags of one vault."""

    tags: tuple[Tag, ...]
    """In the order of their keys."""
    near: tuple[tuple[Tag, ...], ...]
    """Groups of tags that look like one."""
    once: tuple[Tag, ...]
    """Tags of one note."""
    canonical: dict[str, str]
    """Key -> the tag as the vocabulary has it."""
    notes: int
    language: str

    def parent(self, tag: Tag) -> str | None:
        """Give the tag above `tag`."""
        return self.canonical[tag.parent] if tag.parent is not None else None


def report_tags(vault: Vault, language: str) -> TagReport:
    """Look at the tags of `vault`; labels are those in `language`."""
    tags = vault.tags
    near = near_duplicates(tags, vault.config.vocabulary.terms)
    return TagReport(
        tags=tuple(tags.values()),
        near=tuple(tuple(tags[key] for key in group) for group in near),
        once=tuple(tag for tag in tags.values() if tag.spellings and len(tag.notes) == 1),
        canonical={key: tag.canonical for key, tag in tags.items()},
        notes=len(vault.notes),
        language=language,
    )


def write_tags(report: TagReport, catalogue: Catalogue) -> str:
    """Write a table, the tags that look like one, and those that are used once."""
    if not report.tags:
        return catalogue.text("tags.none") + "\n"
    lines = list(_table(report, catalogue))
    if report.near:
        lines += ["", catalogue.text("tag-report.near")]
        lines += [f"{_GAP}{_names(group, counted=True)}" for group in report.near]
    if report.once:
        lines += ["", catalogue.text("tag-report.once"), f"{_GAP}{_names(report.once, counted=False)}"]
    tags = catalogue.count("tag-report.tags", len(report.tags))
    notes = catalogue.count("notes.number", report.notes)
    return "\n".join([*lines, "", catalogue.text("tag-report.summary", tags=tags, notes=notes)]) + "\n"


def write_tags_json(report: TagReport) -> str:
    """Give `{"tags": […], "near_duplicates": […], "used_once": […], "summary": {…}}`.

    The keys are part of what Estiba promises.
    """
    content = {
        "tags": [
            {
                "tag": tag.canonical,
                "label": tag.label(report.language),
                "parent": report.parent(tag),
                "notes": len(tag.notes),
                "spellings": dict(tag.spellings),
                "in_vocabulary": tag.term is not None,
            }
            for tag in report.tags
        ],
        "near_duplicates": [[tag.canonical for tag in group] for group in report.near],
        "used_once": [tag.canonical for tag in report.once],
        "summary": {"tags": len(report.tags), "notes": report.notes},
    }
    return json_without_commands(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _table(report: TagReport, catalogue: Catalogue) -> Iterator[str]:
    heads = [catalogue.text(f"tag-report.{name}") for name in ("tag", "notes", "label", "parent")]
    rows = [heads] + [
        [
            _shown(tag.canonical),
            catalogue.number(len(tag.notes)),
            _shown(tag.label(report.language)),
            _shown(report.parent(tag) or "-"),
        ]
        for tag in report.tags
    ]
    widths = [max(columns(row[place]) for row in rows) for place in range(len(heads))]
    spellings = [catalogue.text("tag-report.spellings"), *map(_spellings, report.tags)]
    for (name, count, *others), last in zip(rows, spellings, strict=True):
        cells = [_padded(name, widths[0]), " " * (widths[1] - columns(count)) + count]
        cells += [_padded(text, width) for text, width in zip(others, widths[2:], strict=True)]
        yield _GAP.join([*cells, last])


def _spellings(tag: Tag) -> str:
    return ", ".join(f"{_shown(name)} ({count})" for name, count in tag.spellings) or "-"


def _names(tags: Iterable[Tag], *, counted: bool) -> str:
    return ", ".join(_shown(tag.canonical) + (f" ({len(tag.notes)})" if counted else "") for tag in tags)


def _shown(text: str) -> str:
    safe = printable(text)
    return safe if len(safe) <= _LONGEST else safe[: _LONGEST - 1] + "…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
