from __future__ import annotations

import pytest

from estiba.vault.files.file_kinds import is_kept, refusal_of


@pytest.mark.parametrize(
    "path",
    """
    .env a/.env.local a/prod.env .envrc id_rsa a/id_ed25519.pub server.pem a/TLS.KEY vault.kdbx a.p12 a.pfx
    authorized_keys .htpasswd .bash_history home.sqlite a.db wg0.conf secrets.yaml credentials.json
    """.split(),
)
def test_secrets_are_refused_even_where_they_are_kept(path):
    assert refusal_of(path, ("*",)) == "secret"


@pytest.mark.parametrize(
    "path",
    """
    a.png a/B.JPG c.svg d.mp4 e.pdf f.zip compose.yaml Dockerfile .env.example a/wg0.conf.example
    secrets.example.yaml env.png id_rsa.png key.jpg claves.csv
    """.split(),
)
def test_files_for_readers_are_not_refused(path):
    assert refusal_of(path, ()) == ""


@pytest.mark.parametrize("path", ["a.canvas", "a.psd", ".obsidian.vimrc", "a.tmp"])
def test_other_types_are_refused_until_the_owner_keeps_them(path):
    assert refusal_of(path, ()) == "type"
    assert refusal_of(path, (path,)) == ""


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("CNAME", True),
        ("robots.txt", True),
        (".nojekyll", True),
        (".well-known/security.txt", True),
        ("a/CNAME", False),
        ("bajar/a/b.bin", True),
        ("bajar/.env", False),
        ("otra/a.bin", False),
    ],
)
def test_what_is_kept_though_no_note_uses_it(path, kept):
    assert is_kept(path, ("bajar/*",)) is kept
