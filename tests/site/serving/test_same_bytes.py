"""Each file that is served is that of a clean build."""

from __future__ import annotations

VAULT = {
    "estiba.toml": 'language = "es"\n',
    "index.md": "---\ntitle: Inicio\n---\n\nHola, [VPN](redes/vpn.md) y [[dns]].\n",
    "redes/vpn.md": """\
---
title: VPN
description: Una red privada
date: 2025-01-02
tags: [vpn]
aliases: [wireguard]
---

# VPN

Texto con [[dns#Uso]] y ![[plano.png]].

```yaml
services:
  vpn:
    image: linuxserver/wireguard:1.0.20250521
    environment:
      PASSWORD: ${PASSWORD:?}
    ports: ["51820:51820/udp"]
    volumes: ["./config:/config"]
```

## Segunda

| a | b |
|---|---|
| 1 | 2 |
""",
    "redes/dns.md": (
        "---\ntitle: DNS\ndate: 2025-02-03\ntags: [redes]\n---\n\n"
        "## Uso\n\nVéase [[vpn]].[^1]\n\n[^1]: Nota.\n"
    ),
    "redes/plano.png": b"\x89PNG\r\n\x1a\n",
    "redes/index.md": (
        "---\ntitle: Redes\n---\n\nÍndice.\n\n```yaml\nservices:\n  a:\n    image: nginx:1.29\n```\n"
    ),
    "redes.md": "---\ntitle: Sobre redes\n---\n\n```yaml\nservices:\n  b:\n    image: nginx:1.29\n```\n",
    "borrador.md": "---\ntitle: Borrador\npublished: false\n---\n\nSecreto.\n",
    "resumen.md": "---\ntitle: Resumen\n---\n\n![[dns]]\n\n> [!tip] Consejo\n> Uno.\n",
    "callada.md": "---\ntitle: Callada\nunlisted: true\n---\n\nTexto de nadie.\n",
}


def edit(vault, path, old, new):
    file = vault.root / "docs" / path if path != "estiba.toml" else vault.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def rename(vault, old, new):
    (vault.root / "docs" / old).rename(vault.root / "docs" / new)


def override(vault, text):
    (vault.root / "overrides").mkdir(exist_ok=True)
    (vault.root / "overrides/main.html").write_text(text, "utf-8")


EDITS = {
    "text": lambda vault: edit(vault, "redes/vpn.md", "Texto con", "Otro texto con"),
    "text of what is embedded": lambda vault: edit(vault, "redes/dns.md", "Véase", "Mírese"),
    "lines above an example": lambda vault: edit(
        vault, "redes/vpn.md", "# VPN\n", "# VPN\n\nUna línea más.\n"
    ),
    "title": lambda vault: edit(vault, "redes/vpn.md", "title: VPN", "title: Túneles"),
    "tags": lambda vault: edit(vault, "redes/dns.md", "[redes]", "[redes, nueva]"),
    "link": lambda vault: edit(vault, "callada.md", "de nadie", "de [[vpn]]"),
    "example": lambda vault: edit(vault, "redes/index.md", "nginx:1.29", "redis:8.2"),
    "new": lambda vault: vault.write({"redes/nueva.md": "# Nueva\n\n[[vpn]] y [[dns]]\n"}),
    "removed": lambda vault: (vault.root / "docs/resumen.md").unlink(),
    "renamed": lambda vault: rename(vault, "redes/dns.md", "redes/nombres.md"),
    "draft": lambda vault: edit(vault, "borrador.md", "published: false", "published: true"),
    "draft again": lambda vault: edit(vault, "redes/nueva.md", "# Nueva", "---\ndraft: true\n---\n# Nueva"),
    "policy": lambda vault: edit(vault, "estiba.toml", '"es"', '"en"'),
    "template": lambda vault: override(
        vault, '{% extends "estiba.html" %}{% block footer %}<p>Pie</p>{% endblock %}'
    ),
    "template again": lambda vault: override(
        vault, '{% extends "estiba.html" %}{% block footer %}<p>Dos</p>{% endblock %}'
    ),
    "attachment": lambda vault: vault.write({"redes/plano.png": b"\x89PNG\r\n\x1a\n\0"}),
}


CONFIG = """\
site_name: Semilla
site_url: http://127.0.0.1/
plugins: [estiba]
theme: {name: material, custom_dir: overrides}
hooks: [no_index.py]
"""
NO_INDEX = """\
from mkdocs.plugins import event_priority

from estiba.site.state import state_of


@event_priority(-200)
def on_pre_build(config):
    state_of(config).search.stage = None
"""


def test_every_file_is_that_of_a_build(serve_vault, tmp_path):
    (tmp_path / "overrides").mkdir()
    (tmp_path / "no_index.py").write_text(NO_INDEX, "utf-8")
    vault = serve_vault(VAULT, CONFIG)
    expected = vault.built()
    assert len([name for name in expected if name.endswith(".html")]) > 10
    assert {
        "redes/vpn/compose.yaml",
        "redes/vpn/.env.example",
        "feed.xml",
        "examples.json",
        "_headers",
    } <= set(expected)
    found = vault.all_files(expected)
    assert different(found, expected) == []
    for name, change in EDITS.items():
        change(vault)
        expected = vault.built()
        vault.served.look()
        found = vault.all_files(expected)
        assert (name, different(found, expected)) == (name, [])
        assert (name, vault.served.fault) == (name, "")


def different(found, expected):
    return [name for name, data in expected.items() if found.get(name) != data]
