"""Every check on Compose examples, written out: errors first, then warnings, information, advice."""

from __future__ import annotations

from estiba.checks.check import Check, check_of
from estiba.checks.compose import (
    duplicate_key,
    excerpt,
    invalid_yaml,
    needs_file,
    obsolete_version,
    oversized_yaml,
    several_documents,
    unknown_key,
    wrong_type,
)
from estiba.checks.subjects import PlacedExample

EXAMPLE_CHECKS: tuple[Check[PlacedExample], ...] = tuple(
    check_of(module)
    for module in (
        # errors: Docker Compose refuses the file
        invalid_yaml,
        oversized_yaml,
        duplicate_key,
        unknown_key,
        wrong_type,
        # warnings: it takes the file, which then does not start, or does something else
        several_documents,
        # information
        excerpt,
        needs_file,
        obsolete_version,
        # advice: it works, and copying it is risky
    )
)
