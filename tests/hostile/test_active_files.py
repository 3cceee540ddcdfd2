"""Attachments that would run in a browser, in the site and in what the checks say of the vault."""

from __future__ import annotations

from estiba.cli.main import main
from sites import CONFIG

SCRIPT = "<script>alert(1)</script>"
NOTE = """# Nota

![a](malo.svg) [b](malo.html) [c](raro.yml) <img src="sucio.svg"> ![d](bueno.svg) [e](datos.xml)
[f](a.html.zip) [g](propia/juego.html) ![h](propia/vivo.svg) [i](compose.yml) [j](manual.pdf)
"""
ACTIVE = {
    "malo.svg": f'<svg xmlns="http://www.w3.org/2000/svg">{SCRIPT}</svg>',
    "malo.html": SCRIPT,
    "raro.yml": SCRIPT,
    "sucio.svg": "<svg onload='alert(1)'/>",
    "bajar/otro.html": SCRIPT,
}
OTHERS = {
    "bueno.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>',
    "datos.xml": "<datos/>",
    "a.html.zip": "PK",
    "propia/juego.html": SCRIPT,
    "propia/vivo.svg": f"<svg>{SCRIPT}</svg>",
    "compose.yml": "services: {web: {image: 'nginx:1.29'}}\n",
    "manual.pdf": "%PDF-1.7",
    "bajar/x.bin": "x",
    "google0123.html": SCRIPT,
    "marca/logo.svg": f"<svg>{SCRIPT}</svg>",
}
POLICY = """[trust]
propia = "trusted"
[attachments]
keep = ["bajar/*", "google0123.html"]
"""
THEME = "theme: {name: material, logo: marca/logo.svg}\n"


def test_what_runs_is_not_in_the_site_and_all_else_is(build_site, tmp_path, capsys):
    files = {"nota.md": NOTE, "suelto.html": SCRIPT, **ACTIVE, **OTHERS, "estiba.toml": POLICY}
    site = build_site(files, CONFIG + THEME)
    written = {path.relative_to(site.root).as_posix() for path in site.root.rglob("*") if path.is_file()}
    assert written & {*ACTIVE, *OTHERS, "suelto.html"} == {*OTHERS}
    page = site.read("nota/index.html")
    assert not [name for name in ACTIVE if f'="../{name}"' in page]
    assert [
        name for name in ("bueno.svg", "propia/juego.html", "manual.pdf") if f'="../{name}"' not in page
    ] == []
    said = [one.removeprefix("estiba: ") for one in site.messages]
    refused = {one.partition(":")[0] for one in said if one.endswith("[refused-file]")}
    assert refused == {*ACTIVE}
    assert len([one for one in said if one.endswith("[refused-attachment]")]) == 4
    assert main(["check", str(tmp_path / "docs"), "--select", "refused-file"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert {
        one.partition(":")[0].rpartition("docs/")[2] for one in lines if "[refused-file]" in one
    } == refused
