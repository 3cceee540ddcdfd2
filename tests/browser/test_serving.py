"""`estiba serve` in a browser: the page refreshes where its reader is, and a bar says what is wrong."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from waiting import wait_until

LINES = "\n\n".join(f"Párrafo {number}." for number in range(200))
NOTE = f"---\ntitle: Nota\n---\n\nPrimero.\n\n{LINES}\n"
FILES = {
    "mkdocs.yml": "site_name: Notas\nsite_url: http://127.0.0.1/\nplugins: [estiba]\n",
    "estiba.toml": 'language = "es"\n',
    "docs/index.md": "# Inicio\n",
    "docs/nota.md": NOTE,
}


@pytest.fixture
def served(tmp_path):
    """A vault under a real `estiba serve`; gives its address."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-P", "-m", "estiba", "serve", "--dev-addr", address]
    with (tmp_path / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)
        try:
            _wait(f"http://{address}/", process)
            yield f"http://{address}/"
        finally:
            process.terminate()
            process.wait()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(url).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("estiba serve has ended")


def write(root: Path, more: str) -> None:
    (root / "docs/nota.md").write_text(f"{NOTE}\n{more}\n", "utf-8")


def test_a_page_refreshes_in_its_place_and_says_what_is_wrong(served, tmp_path, visit, violations):
    seen = visit(f"{served}nota/", width=390)
    page, bar = seen.page, seen.page.locator(".estiba-live")
    page.evaluate("scrollTo(0, 2500)")
    write(tmp_path, "Una frase nueva.")
    page.get_by_text("Una frase nueva.").wait_for()
    assert page.evaluate("scrollY") == 2500
    assert bar.is_hidden()

    write(tmp_path, "[roto](nada.md)")
    bar.get_by_text("1 problema en esta nota.").wait_for()
    assert page.evaluate("scrollY") == 2500
    assert bar.get_by_role("status").inner_text() == "1 problema en esta nota."
    bar.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "[broken-link]" in bar.get_by_role("listitem").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []

    box = page.evaluate_handle("document.body.appendChild(document.createElement('input'))")
    box.type("a medias")
    write(tmp_path, "Otra frase.")
    bar.get_by_text("Esta página ha cambiado.").wait_for()
    assert box.evaluate("it => it.value") == "a medias"
    bar.get_by_role("button", name="Mostrarla como está ahora").click()
    page.get_by_text("Otra frase.").wait_for()

    (tmp_path / "estiba.toml").write_text("language = \n", "utf-8")
    bar.get_by_text("Las páginas siguen como estaban:").wait_for()
    (tmp_path / "estiba.toml").write_text(FILES["estiba.toml"], "utf-8")
    wait_until(page, "document.querySelector('.estiba-live').hidden")
    assert seen.errors == []
