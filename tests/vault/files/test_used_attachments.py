from __future__ import annotations

from estiba.config import Config
from estiba.vault.files.used_attachments import used_attachments
from estiba.vault.vault import read_vault

FILES = ["foto.png", "redes/plano.svg", "a b.pdf", "tapa.jpg", "otra.jpg", "suelta.png"]
NOTE = """---
cover: "[[tapa.jpg]]"
images: [redes/plano.svg, https://example.org/x.png]
lugar: suelta.png
---

![[foto.png|300]] [pdf](a%20b.pdf)

<img src="otra.jpg"> `![[suelta.png]]`
"""


def test_files_are_used_by_links_embeds_tags_and_front_matter():
    vault = read_vault([("nota.md", NOTE.encode())], Config(), attachments=FILES)
    used = used_attachments(vault, vault.notes.values())
    assert used == {"foto.png": 7, "a b.pdf": 7, "otra.jpg": 9, "tapa.jpg": 2, "redes/plano.svg": 3}
