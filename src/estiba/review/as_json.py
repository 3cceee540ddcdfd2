"""A review as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from estiba.catalogue import Catalogue
from estiba.problem import Problem, Severity
from estiba.report.as_json import json_of_problem
from estiba.report.commands import json_without_commands
from estiba.review.changed_addresses import AddressChange
from estiba.review.changed_examples import ExampleChange
from estiba.review.review import Review, ReviewedNote
from estiba.review.shown_text import with_code_points
from estiba.review.states import NoteState


def write_review_json(review: Review, catalogue: Catalogue) -> str:
    """Give one object; its keys, and theirs, are part of what Estiba promises.

    `outcome` is `ready`, `errors`, `waits` or `nothing`. What cannot be seen stands as a code point. Nothing
    of a file of `others` is told but its name. Paths are those in the vault, which is in `folder` of the
    repository; those of `others` are those in the repository.
    """
    content = {
        "outcome": review.outcome.value,
        "base": {"name": review.base.name, "commit": review.base.commit},
        "head": {"name": review.head.name, "commit": review.head.commit},
        "fork": review.fork,
        "folder": review.folder,
        "counts": {one.value: review.counts[one] for one in Severity} | {"gone": review.gone},
        "notes": [_note(note, catalogue) for note in review.notes],
        "elsewhere": _problems(review.elsewhere, catalogue),
        "gone_elsewhere": _problems(review.gone_elsewhere, catalogue),
        "addresses": [_address(one) for one in review.addresses],
        "attachments": [
            _named(one.kind, one.path, one.old_path) | {"size": one.size, "old_size": one.old_size}
            for one in review.attachments
        ],
        "others": [_named(one.kind, one.path, one.old_path) for one in review.others],
    }
    text = json.dumps(_readable(content), ensure_ascii=False, indent=2) + "\n"
    return json_without_commands(text)


def _readable(value: Any) -> Any:
    """Give `value` with every text in it as `with_code_points` writes it."""
    if isinstance(value, str):
        return with_code_points(value)
    if isinstance(value, Mapping):
        return {key: _readable(one) for key, one in value.items()}
    return [_readable(one) for one in value] if isinstance(value, list) else value


def _note(note: ReviewedNote, catalogue: Catalogue) -> dict[str, Any]:
    return _named(note.kind, note.path, note.old_path) | {
        "title": note.title,
        "is_note": note.is_note,
        "draft": note.is_withheld,
        "was_draft": note.was_withheld,
        "added_lines": note.difference.added,
        "removed_lines": note.difference.removed,
        "new": _problems(note.new, catalogue),
        "gone": _problems(note.gone, catalogue),
        "examples": [_example(one) for one in note.examples],
        "tags": {
            "added": [{"tag": tag.name, "new": tag.is_new} for tag in note.tags.added],
            "gone": list(note.tags.gone),
        },
        "aliases": {"added": list(note.aliases), "gone": list(note.lost_aliases)},
        "address": _address(note.address) if note.address else None,
        "sizes": {"before": _sizes(note.before), "after": _sizes(note.after)},
    }


def _named(kind: str, path: str, old_path: str) -> dict[str, Any]:
    return {"kind": str(kind), "path": path, "old_path": old_path or None}


def _problems(problems: tuple[Problem, ...], catalogue: Catalogue) -> list[dict[str, Any]]:
    return [json_of_problem(problem, catalogue) for problem in problems]


def _example(one: ExampleChange) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "line": one.line,
        "verdict": one.verdict.value if one.verdict else None,
        "old_verdict": one.old_verdict.value if one.old_verdict else None,
        "variables": [
            {"name": each.name, "role": each.role, "default": each.default, "required": each.is_required}
            for each in one.variables
        ],
    }


def _address(change: AddressChange) -> dict[str, Any]:
    return {
        "path": change.path,
        "old": change.old,
        "new": change.new or None,
        "leads_on": change.leads_on,
    }


def _sizes(state: NoteState | None) -> dict[str, int] | None:
    if state is None or state.sizes is None:
        return None
    return {
        "article": state.sizes.article,
        "attachments": state.sizes.attachments,
        "search": state.sizes.search,
    }
