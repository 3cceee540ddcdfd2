"""Every check, written out."""

from __future__ import annotations

from estiba.checks.check import Check, check_of
from estiba.checks.notes import (
    ambiguous_link,
    broken_anchor,
    broken_link,
    coerced_value,
    control_character,
    duplicate_key,
    embed_cycle,
    file_include,
    hidden_direction,
    invalid_front_matter,
    link_to_draft,
    missing_field,
    modified_before_date,
    odd_tag,
    outside_picture,
    oversized_note,
    placeholder_text,
    refused_attachment,
    title_differs_from_heading,
    unclosed_comment,
    unclosed_fence,
    unclosed_front_matter,
    unknown_key,
    unknown_tag,
    unreadable_note,
    unsafe_html,
    wrong_field_type,
)
from estiba.checks.on_examples import EXAMPLE_CHECKS
from estiba.checks.silences import expired_silence, silence_without_reason, unused_silence
from estiba.checks.subjects import NoteInVault, PlacedExample, UsedSilence
from estiba.checks.vault import (
    address_clash,
    alias_clash,
    odd_name,
    orphan_note,
    refused_file,
    tag_clash,
    unused_attachment,
)
from estiba.vault.vault import Vault

NOTE_CHECKS: tuple[Check[NoteInVault], ...] = tuple(
    check_of(module)
    for module in (
        unreadable_note,
        oversized_note,
        control_character,
        hidden_direction,
        invalid_front_matter,
        unclosed_front_matter,
        unclosed_fence,
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
        unclosed_comment,
        unsafe_html,
        broken_link,
        link_to_draft,
        refused_attachment,
        outside_picture,
        broken_anchor,
        ambiguous_link,
        embed_cycle,
        file_include,
    )
)
VAULT_CHECKS: tuple[Check[Vault], ...] = tuple(
    check_of(module)
    for module in (
        tag_clash,
        address_clash,
        alias_clash,
        odd_name,
        refused_file,
        orphan_note,
        unused_attachment,
    )
)
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
NEEDING_VAULT: frozenset[str] = frozenset(check.name for check in NOTE_CHECKS if check.needs_vault)
"""Checks that find nothing in a note whose vault was not read."""
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
