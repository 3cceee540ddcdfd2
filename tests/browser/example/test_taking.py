"""What a reader takes away: the table, the files, the line for a shell."""

from __future__ import annotations

import pytest

from sites import Site, run_build, served, write_files

EXAMPLE = """services:
  web:
    image: registry.example.org/a-team/a-program-with-a-rather-long-name:2026.11.22-alpine
    ports: ["${IP:?la dirección}:8080:80"]
    volumes:
      - ./a-folder/with-a-long-name/that-has-no-end:/etc/a-program/with-a-long-name
    networks: [front]
networks: {front: }
"""
NOTE = f"# Servidor web\n\n```yaml\n{EXAMPLE}```\n"
CONFIG = """site_name: Semilla
site_url: https://notas.example/
theme: {name: material, language: es}
plugins: [estiba]
"""
COMMAND = (
    "mkdir -p web && cd web && curl -fsSLO https://notas.example/web/compose.yaml"
    " && { test -e .env || curl -fsSL -o .env https://notas.example/web/.env.example; }"
    " && ${EDITOR:-nano} .env && docker compose up -d"
)
ON_SCREEN = "(one) => [one.getBoundingClientRect()].every((box) => box.left >= 0 && box.right <= innerWidth)"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("take")
    write_files(root, {"web.md": NOTE}, CONFIG)
    return Site(run_build(root))


def test_on_a_phone(site, visit):
    with served(site.root) as address:
        page = visit(address + "web/", width=390, permissions=["clipboard-read", "clipboard-write"]).page
        runs, start = page.locator(".estiba-part--runs"), page.locator(".estiba-part--start")
        assert runs.locator("summary").inner_text() == (
            "Qué arranca: 1 servicio, 1 puerto, 1 carpeta o archivo"
        )
        assert [one.evaluate(ON_SCREEN) for one in runs.locator("td").all()] == [True] * 4
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        table = page.get_by_role("table", name="Qué arranca este ejemplo")
        assert table.get_by_role("columnheader").count() == 5
        assert table.get_by_role("rowheader", name="web").count() == 1
        assert table.get_by_role("cell").all_inner_texts()[1] == "IP:8080 → 80/tcp"
        start.get_by_role("button", name="Copiar la orden").press("Enter")
        page.locator(".estiba-example__status", has_text="Copiado").first.wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == COMMAND
        assert start.locator("code").last.evaluate(ON_SCREEN)
        with page.expect_download() as caught:
            page.locator(".estiba-example__download", has_text=".env.example").click()
        assert caught.value.path().read_text("utf-8") == site.read("web/.env.example")
