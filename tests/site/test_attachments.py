"""Of the files beside the notes, only those are in the site that something published uses."""

from __future__ import annotations

from sites import CONFIG

NOTE = """---
cover: tapa.jpg
---

# Nota

![[foto.png]] ![a](.recursos/b.png) [mapa](mapa.html) [valores](.env) [lienzo](a.canvas)
"""
FILES = {
    "nota.md": NOTE,
    "lejos.md": "---\nunlisted: true\n---\n# Lejos ![[lejos.png]]\n",
    "oculta.md": "---\ndraft: true\n---\n# Oculta ![[oculta.png]]\n",
}
USED = {"tapa.jpg", "foto.png", ".recursos/b.png", "mapa.html", "mapa/estilo.css", "lejos.png"}
KEPT = {"CNAME", "robots.txt", ".well-known/security.txt", "extra.css", "letras/a.woff2", "bajar/x.bin"}
OUT = set(
    """
    oculta.png suelta.png suelta.pdf .env id_rsa a.canvas .recursos/c.png .obsidian/app.json
    .trash/foto2.png templates/t.png
    """.split()
)


def built(site):
    own = (path.relative_to(site.root) for path in site.root.rglob("*") if path.is_file())
    return {path.as_posix() for path in own if path.parts[0] not in ("assets", "pagefind")}


def test_only_what_is_used_or_kept_is_in_the_site(build_site):
    files = FILES | dict.fromkeys(USED | KEPT | OUT, "x")
    files["mapa.html"] = '<link rel=stylesheet href="mapa/estilo.css"><img src="id_rsa">'
    files["extra.css"] = "@font-face { src: url(letras/a.woff2) }"
    files["estiba.toml"] = "trust = 'trusted'\n[attachments]\nkeep = ['bajar/*']\n"
    site = build_site(files, f"{CONFIG}extra_css: [extra.css]\n")
    assert built(site) & (USED | KEPT | OUT) == USED | KEPT
    page = site.read("nota/index.html")
    assert 'src="../.recursos/b.png"' in page
    assert ".env" not in page
    said = [one.partition("nota.md:")[2] for one in site.messages]
    assert [one[:5] for one in said if one.endswith("[refused-attachment]")] == ["7:55:", "7:71:"]


def test_what_the_owner_excludes_stays_out(build_site):
    files = {"nota.md": "# Nota ![[a.png]] ![[b.png]]\n", "fotos/a.png": "x", "b.png": "x"}
    site = build_site(files, f"{CONFIG}exclude_docs: /fotos/\n")
    assert not (site.root / "fotos").exists()
    assert (site.root / "b.png").exists()


def test_the_number_of_files_left_out_is_said(build_site, caplog):
    build_site({"nota.md": "# Nota\n", "a.png": "x", "b.pdf": "x", ".git/config": "x"})
    said = "files that no published note uses, or that a site must not show, left out: 2"
    assert f"estiba: {said}" in caplog.text
