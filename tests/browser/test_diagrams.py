"""Diagrams drawn by a script of the owner's: here one of ours that stands for Mermaid."""

from __future__ import annotations

import pytest

from sites import run_build, served, write_files
from waiting import wait_until

CONFIG = """site_name: Puerto
site_url: http://127.0.0.1/
theme: {name: material, language: es, features: [navigation.instant]}
plugins: [estiba]
"""
MERMAID = """
let options = {};
window.mermaid = {
  initialize: (given) => (options = given),
  render: async (id, code) => {
    const left = document.createElement("div");
    left.id = `d${id}`;
    left.innerHTML = '<style>.drawn { width: 7px }</style><i class="drawn" style="display: block"></i>';
    document.body.append(left);
    const { width } = left.querySelector("i").getBoundingClientRect();
    if (code.includes("fault")) throw new Error("no diagram");
    return { svg: `<svg id="${id}" xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 40 20">
      <script>alert(1)</script>
      <text y="9">${options.theme} ${options.securityLevel} ${width}<br></text></svg>` };
  },
};
"""
FENCE = "```mermaid\n{}\n```\n"
VAULT = {
    "index.md": "# Puerto\n\n[Dibujo](dibujo.md)\n",
    "dibujo.md": "# Dibujo\n\n"
    + FENCE.format("graph LR")
    + "\n"
    + FENCE.format("fault <b>")
    + "\n[Lejos](lejos.md)\n",
    "lejos.md": '# Lejos\n\n<div class="estiba-diagram" data-estiba-script="https://example.org/x.js"><code>x</code></div>\n',
    "archivos/mermaid.js": MERMAID,
    "estiba.toml": 'mermaid = "archivos/mermaid.js"\ntrust = "trusted"\n',
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("drawn")
    write_files(root, VAULT, CONFIG)
    with served(run_build(root)) as address:
        yield address


def drawn(page) -> str:
    picture = page.locator(".estiba-diagram img")
    picture.wait_for()
    wait_until(page, "document.querySelector('.estiba-diagram img').naturalWidth === 40")
    return picture.evaluate("it => decodeURIComponent(it.src)")


def test_diagrams(address, visit, violations):
    seen = visit(address)
    page = seen.page
    assert not [url for url in seen.requests if "mermaid" in url]

    page.locator("article a", has_text="Dibujo").click()
    assert "default strict 7" in drawn(page)
    first, second = page.locator(".estiba-diagram").all()
    assert first.locator("img").get_attribute("alt") == "Diagrama"
    assert first.locator("code").is_hidden()
    first.locator("summary").click()
    assert first.locator("code").inner_text() == "graph LR\n"
    assert second.locator("code").inner_text() == "fault <b>\n"
    assert second.locator("img, details").count() == 0
    assert page.locator("[id*=estiba-drawing]").count() == 0
    assert violations(page) == []

    page.locator("label[for=__palette_1]").click()
    wait_until(page, "decodeURIComponent(document.querySelector('.estiba-diagram img').src).includes('dark')")
    assert "dark strict 7" in drawn(page)
    assert page.locator(".estiba-diagram img").count() == 1
    assert len([url for url in seen.requests if "mermaid" in url]) == 1

    with page.expect_console_message(lambda line: "not of this site: https://example.org/x.js" in line.text):
        page.locator("article a", has_text="Lejos").click()
    assert page.locator(".estiba-diagram img").count() == 0
    assert [url for url in seen.requests if not url.startswith((address, "data:"))] == []
    assert seen.dialogs == []
    assert seen.errors == []
