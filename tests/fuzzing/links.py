"""Text of a note -> links, what they lead to, and the page: inside the vault, and nothing of ours left."""

from __future__ import annotations

import datetime as dt

from estiba.checks.judge import examples_of, find_in_note, judge_vault
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.vault.links.targets import TargetKind
from estiba.vault.note import Unreadable
from estiba.vault.source import decode
from estiba.vault.vault import Vault, read_vault
from fuzzing.harmless import check_harmless
from fuzzing.pages import page_of
from fuzzing.places import check_places

TOKENS = """
[[ ]] ![[ [[a]] [[b]] [[redes/b#Sección]] [[b#^id]] [[a|b]] ![[b]] ![[c]] ![[foto.png|100x50]] [a](b.md)
![a](foto.png) [a]: <b> [a][b] [^1] [^1]: ^[ ../ ./ / %20 %2e%2e %00 %ff # #^ ^id &amp; &#58; javascript:
data: https://e.org mailto: <a href="b.md"> <img src=x> <div markdown> </div> <!-- --> ` ``` ~~~ $ $$ \\ * _
** __ ~~ == %% #tag > - 1. | --- === !!! [!note]- *[a]: :-: {#x .y} ' " ( ) < > title: aliases: published:
""".split()
TOKENS += ["\n", "\n\n", "\n    ", "\t", "---\n", "\n> ", "\n- ", "\\|", "\u202e", "\xa0", "ñ", "n\u0303"]
_RULES = Rules(Config(), dt.date(2026, 1, 1))
_OTHERS = (
    ("redes/b.md", "---\naliases: [be]\n---\n# B\n\n## Sección\n\nTexto ^id\n\n![[c]]\n".encode()),
    ("redes/c.md", b"![[b]] [[a]]\n\n- [ ] x\n"),
    ("draft.md", b"---\npublished: false\n---\n[[a]]\n"),
)
_FILES = ("foto.png", "redes/m.mp4", "x.pdf")


def check(data: bytes) -> None:
    """Fail where a link in the note `data` leads astray, or its page is not whole."""
    try:
        vault = read_vault([("a.md", data), *_OTHERS], _RULES.config, attachments=_FILES)
    except Unreadable:
        return
    note = vault.notes.get("a.md")
    if note is None:
        return
    _check_targets(vault)
    findings = find_in_note(note, _RULES, list(examples_of(note)), vault)
    check_places(findings.problems, decode(data), note.text)
    judge_vault(vault, _RULES)
    for path in vault.notes:
        check_harmless(page_of(vault, path))


def _check_targets(vault: Vault) -> None:
    known = {*vault.notes, *vault.drafts, *vault.attachments, ""}
    for path in vault.notes:
        for link, target in vault.targets_of(path):
            assert known.issuperset((target.path, *target.others))
            assert (target.kind is TargetKind.EXTERNAL) == bool(link.to.scheme)
            assert not (target.kind is TargetKind.DRAFT and (target.anchor or target.section))
