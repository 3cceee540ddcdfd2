"""What a build says of notes that are not published: how many they are, and never which."""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs.plugins import get_plugin_logger

from estiba.config import FILE_NAME
from estiba.folding import fold
from estiba.report.printable import printable
from estiba.vault.vault import Vault

log = get_plugin_logger("estiba")


def say_publishing(vault: Vault) -> None:
    """Say how many notes are not published, and which folders of the policy hold no note."""
    paths = {*vault.notes, *vault.withheld}
    if vault.drafts:
        words = "left out" if vault.withheld.issuperset(vault.drafts) else "shown here all the same"
        log.info("not published, and %s: %d of %d notes", words, len(vault.drafts), len(paths))
    there = {parent.as_posix() for path in paths for parent in PurePosixPath(fold(path)).parents}
    for folder in filter(None, vault.config.publish):
        if folder not in there:
            log.info("%s: publish: there is no folder '%s' with notes", FILE_NAME, printable(folder))
