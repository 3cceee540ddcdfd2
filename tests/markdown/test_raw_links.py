from __future__ import annotations

import pytest
from markdown import Markdown

from estiba.config import Config
from estiba.markdown.page import Page
from estiba.vault.vault import read_vault

VAULT = read_vault(
    [("x/a.md", b""), ("b c.md", "# Sección".encode()), ("d.md", b"---\ndraft: true\n---\n")],
    Config(),
    attachments=["p.png"],
)


def convert(text: str) -> str:
    page = Page(path="x/a.md", vault=VAULT, url_of=lambda path: f"/site/{path.replace(' ', '%20')}")
    configs = {"estiba": {"page": page}}
    return Markdown(extensions=["pymdownx.superfences", "estiba"], extension_configs=configs).convert(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('<img src="../p.png" width=3>', '<p><img src="/site/p.png" width="3"></p>'),
        ("a <a href='../b%20c.md#seccion'>x</a>", '<p>a <a href="/site/b%20c.md#secci%C3%B3n">x</a></p>'),
        ("<div>\n<a href=../b%20c.md>x</a>\n</div>", '<div>\n<a href="/site/b%20c.md">x</a>\n</div>'),
        ('<a href="https://x.org/p.png">x</a>', '<p><a href="https://x.org/p.png">x</a></p>'),
        ('<a href="nothing.md">x</a>', '<p><a href="nothing.md">x</a></p>'),
        ('<a href="../d.md" id="y">x</a>', '<p><a id="y">x</a></p>'),
        ('<a href="#y">x</a>', '<p><a href="#y">x</a></p>'),
        ('`<img src="../p.png">`', '<p><code>&lt;img src="../p.png"&gt;</code></p>'),
        ('<b title="src=../p.png">x</b>', '<p><b title="src=../p.png">x</b></p>'),
    ],
)
def test_addresses(text: str, html: str) -> None:
    assert convert(text) == html


def test_code_stays() -> None:
    assert "../p.png" in convert('```html\n<img src="../p.png">\n```')
