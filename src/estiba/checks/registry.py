"""Every check, written out."""

from __future__ import annotations

from estiba.checks.check import Check, check_of
from estiba.checks.notes import (
    coerced_value,
    control_character,
    duplicate_key,
    hidden_direction,
    invalid_front_matter,
    missing_field,
    modified_before_date,
    odd_tag,
    placeholder_text,
    title_differs_from_heading,
    unclosed_front_matter,
    unknown_key,
    unknown_tag,
    unreadable_note,
    wrong_field_type,
)
from estiba.checks.on_examples import EXAMPLE_CHECKS
from estiba.checks.silences import expired_silence, silence_without_reason, unused_silence
from estiba.checks.subjects import NoteInVault, PlacedExample, UsedSilence
from estiba.checks.vault import tag_clash
from estiba.vault.vault import Vault

NOTE_CHECKS: tuple[Check[NoteInVault], ...] = tuple(
    check_of(module)
    for module in (
        unreadable_note,
        control_character,
        hidden_direction,
        invalid_front_matter,
        unclosed_front_matter,
        duplicate_key,
        wrong_field_type,
        coerced_value,
        missing_field,
        placeholder_text,
        unknown_key,
        odd_tag,
        unknown_tag,
        modified_before_date,
        title_differs_from_heading,
    )
)
VAULT_CHECKS: tuple[Check[Vault], ...] = (check_of(tag_clash),)
SILENCE_CHECKS: tuple[Check[UsedSilence], ...] = tuple(
    check_of(module) for module in (unused_silence, silence_without_reason, expired_silence)
)

AnyCheck = Check[NoteInVault] | Check[PlacedExample] | Check[Vault] | Check[UsedSilence]
GROUPS: tuple[tuple[str, tuple[AnyCheck, ...]], ...] = (
    ("notes", NOTE_CHECKS),
    ("examples", EXAMPLE_CHECKS),
    ("vault", VAULT_CHECKS),
    ("silences", SILENCE_CHECKS),
)
OPTIONAL: frozenset[str] = frozenset(
    f"{check.group}/{check.name}" for _, checks in GROUPS for check in checks if check.optional
)
"""Checks, with their groups, that run only where they are asked for."""
NAMES: frozenset[str] = frozenset(check.name for _, checks in GROUPS for check in checks)


def checks_called(name: str) -> list[AnyCheck]:
    """Give the checks called `name`: one on notes and one on examples may share it.

    `examples/unknown-key` means the one of that group.
    """
    wanted, _, short = name.rpartition("/")
    return [
        check
        for _, checks in GROUPS
        for check in checks
        if check.name == short and wanted in ("", check.group)
    ]
