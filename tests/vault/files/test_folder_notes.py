"""The notes by which folders are shown."""

from __future__ import annotations

import pytest

from estiba.vault.files.folder_notes import folder_pages


@pytest.mark.parametrize(
    ("paths", "pages"),
    [
        ("index.md a.md", {"": "index.md"}),
        ("README.md a/README.md a/index.md a.md", {"": "README.md", "a": "a/index.md"}),
        ("redes.md redes/vpn.md", {"redes": "redes.md"}),
        ("redes.md", {}),
        ("redes/redes.md", {"redes": "redes/redes.md"}),
        ("redes.md redes/redes.md", {"redes": "redes.md"}),
        ("redes/README.md redes/redes.md redes.md", {"redes": "redes/README.md"}),
        ("Redes.md redes/vpn.md", {"redes": "Redes.md"}),
        ("Redes.md redes.md redes/vpn.md", {"redes": "redes.md"}),
        ("redes.md Redes/a.md redes/b.md", {"redes": "redes.md"}),
        ("dns/DNS.md dns/dns.md", {"dns": "dns/dns.md"}),
        ("Sql_Server/SQL_server.md", {"Sql_Server": "Sql_Server/SQL_server.md"}),
        ("ma\xf1ana.md man\u0303ana/a.md", {"man\u0303ana": "ma\xf1ana.md"}),
        ("a.md a/b.md a/b/c.md", {"a": "a.md", "a/b": "a/b.md"}),
        ("a/a.md a/a/x.md", {"a/a": "a/a.md"}),
        ("a/b/c.md b.md", {}),
        ("a/Index.md a/readme.md", {}),
    ],
)
def test_pages_of_folders(paths, pages):
    assert folder_pages(paths.split()) == pages
    assert folder_pages(reversed(paths.split())) == pages
