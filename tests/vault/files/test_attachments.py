from __future__ import annotations

from estiba.vault.files.attachments import attachments_of


def test_folders_of_programs_hold_no_attachments():
    kept = ["a.png", "redes/b c.pdf", ".recursos/d.png", "redes/.git", ".gitignore", "redes/.env"]
    dropped = [".git/config", "redes/.obsidian/app.json", ".trash/a.png", "node_modules/x/y.js"]
    assert attachments_of([*kept, *dropped]) == set(kept)
