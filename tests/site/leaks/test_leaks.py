"""A build that shows what is not published fails; here a hook of the vault leaks on purpose."""

from __future__ import annotations

import cbor2
import pytest
from mkdocs.exceptions import Abort

from sites import CONFIG

SENTENCE = "La contraseña del sótano está escrita debajo de la tercera maceta."
VAULT = {
    "nota.md": "# Una nota\n\nLo que todos pueden leer. ![[foto.png]]\n",
    "foto.png": b"publica",
    "huerto/plan.md": """---
published: false
title: Servidor del sótano
tags: [bodega/tinto]
aliases: [Máquina escondida]
---

# Otro encabezado

Antes. La **contraseña** del [sótano](x.md)
está escrita debajo de la tercera maceta.

![[plano.png]] ![[foto.png]]
""",
    "huerto/plano.png": b"oculta",
}
HOOK = """
import gzip
from pathlib import Path

from mkdocs.plugins import event_priority

@event_priority(-900)
def on_post_build(config):
    path = Path(config.site_dir, {path!r})
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {data!r}
    if path.suffix == ".html" and path.exists():
        data = path.read_bytes().replace(b"</article>", data + b"</article>")
    path.write_bytes(gzip.compress(data) if {packed!r} else data)
"""


@pytest.fixture
def leak(build_site, tmp_path, caplog):
    """Build the vault with a hook that writes `data` into the file at `path` of its site."""

    def build(path, data, vault=VAULT, *, packed=False, config=CONFIG):
        data = data.encode() if isinstance(data, str) else data
        (tmp_path / "leak.py").write_text(HOOK.format(path=path, data=data, packed=packed), "utf-8")
        with pytest.raises(Abort, match="The new site is thrown away"):
            build_site(vault, f"{config}hooks: [leak.py]\n")
        assert not (tmp_path / "site" / path).exists()
        assert "maceta" not in caplog.text
        said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
        assert said.pop().startswith(("estiba: no site was written to ", "estiba: the site in "))
        return [one.removeprefix("estiba: ") for one in said]

    return build


def test_a_vault_with_drafts_is_built(build_site):
    site = build_site(VAULT)
    assert site.messages == ()
    assert (site.root / "foto.png").exists()
    assert not (site.root / "huerto").exists()


@pytest.mark.parametrize(
    ("path", "data", "packed"),
    [
        ("nota/index.html", f"<p>{SENTENCE}</p>", False),
        (
            "nota/index.html",
            "<p>LA <b>contrase&ntilde;a</b> del sótano\nestá <i>escrita</i> debajo de la</p>",
            False,
        ),
        ("nota/index.html", f'<a title="{SENTENCE}">x</a>', False),
        ("nota/index.html", f'<script type="application/json">{{"a":"{SENTENCE}"}}</script>', False),
        (
            "otra.html",
            f"<script type=application/json>{SENTENCE.encode('unicode_escape').decode()}</script>",
            False,
        ),
        ("canal.xml", f"<feed><content type='html'>&lt;p&gt;{SENTENCE}&lt;/p&gt;</content></feed>", False),
        ("canal.xml.gz", f"<feed><![CDATA[<p>{SENTENCE}</p>]]></feed>", True),
        (
            "lista.json",
            '{"\\u0061": ["La contrase\\u00f1a del s\\u00f3tano est\\u00e1\\nescrita debajo de la"]}',
            False,
        ),
        ("pagefind/fragment/es_0.pf_fragment", f'pagefind_dcd{{"content":"{SENTENCE}"}}', True),
        ("pagefind/es_0.pf_meta", b"pagefind_dcd" + cbor2.dumps([1, {"título": [SENTENCE]}]), True),
        ("llms.txt", f"## Todo\n\n{SENTENCE}\n", False),
    ],
    ids=[
        "page",
        "markup",
        "attribute",
        "data",
        "escapes",
        "feed",
        "packed",
        "json",
        "fragment",
        "cbor",
        "text",
    ],
)
def test_a_sentence_is_found_in_every_form(leak, path, data, packed):
    line = "huerto/plan.md:10: is not published, but a sentence of it stands in the site: "
    assert leak(path, data, packed=packed)[0] == f"{line}{path} [leak]"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("<li>Servidor del s&oacute;tano</li>", "3: is not published, but its title"),
        ("<li>servidor del <b>SOTANO</b></li>", "3: is not published, but its title"),
        ("<li>Máquina escondida</li>", "5: is not published, but another name of it"),
        ("<li>bodega/tinto</li>", "4: is not published, but its tag"),
        ("<li>Huerto</li>", "1: is not published, but the name of its folder"),
        ("<a href='../huerto/plan/'>x</a>", "1: is not published, but its address"),
        ("<a href=../huerto/plan/?q#a>x</a>", "1: is not published, but its address"),
        ('<a href="/huerto/plan">x</a>', "1: is not published, but its address"),
        ('<a href="../huerto/pl%61n/index.html">x</a>', "1: is not published, but its address"),
        ('<a href="http://127.0.0.1/huerto/plan/">x</a>', "1: is not published, but its address"),
        (
            '<meta http-equiv="refresh" content="0; url=../huerto/plan/">',
            "1: is not published, but its address",
        ),
        (
            '<a href="https://example.org/r/edit/main/docs/huerto/plan.md">x</a>',
            "1: is not published, but its path",
        ),
        ("<a href='.././huerto/../huerto/plan/.'>x</a>", "1: is not published, but its address"),
        ("<p>huerto/plan.md</p>", "1: is not published, but its path"),
        ('<img src="../huerto/plano.png">', "13: is not published, but an attachment of it"),
        (
            '<img srcset="../foto.png 1x, ../huerto/plano.png 2x">',
            "13: is not published, but an attachment of it",
        ),
    ],
)
def test_names_and_addresses_are_found(leak, data, found):
    config = f"{CONFIG}repo_url: https://example.org/r\nedit_uri: edit/main/docs/\n"
    wanted = f"huerto/plan.md:{found} stands in the site: nota/index.html [leak]"
    assert wanted in leak("nota/index.html", data, config=config)


@pytest.mark.parametrize(
    ("path", "data", "found"),
    [
        ("huerto/plan/index.html", "", "1: is not published, but its address"),
        ("huerto/plan/compose.yaml", "a: b\n", "1: is not published, but its address"),
        ("huerto/plano.png", "otra", "13: is not published, but an attachment of it"),
        ("assets/x.png", "oculta", "13: is not published, but an attachment of it"),
        ("tags/bodega-tinto/index.html", "", "4: is not published, but the page of its tag"),
        ("servidor-del-sotano.html", "", "3: is not published, but its title"),
        ("huerto/feed.xml", "", "1: is not published, but its folder"),
        ("sitemap.xml", "<loc>http://127.0.0.1/huerto/plan/</loc>", "1: is not published, but its address"),
        ("lista.json", '[{"url":"huerto/plan/"}]', "1: is not published, but its address"),
    ],
)
def test_files_are_found(leak, path, data, found):
    wanted = f"huerto/plan.md:{found} stands in the site: {path} [leak]"
    assert wanted in leak(path, data)


def test_the_site_of_before_stays(build_site, tmp_path):
    before = build_site(VAULT).read("nota/index.html")
    (tmp_path / "leak.py").write_text(
        HOOK.format(path="nota/index.html", data=SENTENCE.encode(), packed=False), "utf-8"
    )
    with pytest.raises(Abort, match="The new site is thrown away"):
        build_site(VAULT, f"{CONFIG}hooks: [leak.py]\n")
    assert (tmp_path / "site/nota/index.html").read_text("utf-8") == before


def test_what_a_published_note_says_stays(build_site):
    note = f"""# Servidor del sótano

Máquina escondida, huerto, bodega/tinto, `huerto/plan.md`: {SENTENCE.replace("debajo", "*debajo*")}
"""
    site = build_site({**VAULT, "nota.md": note})
    assert site.messages == ()
    assert "Máquina escondida" in site.read("nota/index.html")


@pytest.mark.parametrize(
    "title",
    [
        "2025-10-25",
        "25 de octubre",
        "Search",
        "Table of contents",
        "404",
        "Header",
        "Services",
        "Tags",
        "Estiba",
        "Ir",
    ],
)
def test_words_that_sites_have_anyway_are_no_leak(build_site, title):
    draft = f'---\npublished: false\ntitle: "{title}"\ndate: 2025-10-25\n---\nTexto.\n'
    note = "---\ntitle: Nota\ndate: 2025-10-25\n---\n```yaml\nservices:\n  a:\n    image: b:1\n```\n"
    assert build_site({"nota.md": note, "huerto/plan.md": draft}).messages == ()


def test_a_draft_at_the_address_of_a_folder_is_no_leak(build_site):
    site = build_site({"huerto.md": "---\ndraft: true\n---\nx\n", "huerto/nota.md": "# Nota\n"})
    assert site.messages == ()
    assert (site.root / "huerto/index.html").is_file()


def test_the_address_of_a_file_that_cannot_be_read_is_found(leak):
    vault = {"nota.md": "# Nota\n", "huerto/plan.md": "# Añejo\n".encode("latin-1")}
    assert leak("nota/index.html", '<a href="../huerto/plan/">x</a>', vault)[-1] == (
        "huerto/plan.md:1: is not published, but its address stands in the site: nota/index.html [leak]"
    )


def test_a_page_that_is_left_as_it_was_is_looked_through_too(build_site, tmp_path, caplog, monkeypatch):
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text(
        f'{{% extends "estiba.html" %}}{{% block announce %}}{SENTENCE}{{% endblock %}}', "utf-8"
    )
    config = f"{CONFIG}theme: {{name: material, custom_dir: overrides}}\n"
    public = {name: text for name, text in VAULT.items() if "/" not in name}
    page = build_site(public, config).root / "nota/index.html"
    before = page.stat()
    monkeypatch.setattr("estiba.site.leaks.leaks.public_texts", lambda _: [])
    with pytest.raises(Abort, match="The new site is thrown away"):
        build_site(VAULT, config)
    assert (
        "estiba: huerto/plan.md:10: is not published, but a sentence of it stands in the site: "
        in caplog.text
    )
    assert "nota/index.html [leak]" in caplog.text
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
