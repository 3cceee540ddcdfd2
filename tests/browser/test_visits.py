"""A visit finds nothing of the one before it, though both are tabs of one window."""

from __future__ import annotations

import pytest

from sites import run_build, served, write_files

LEFT = """async () => ({
  cookie: document.cookie,
  kept: [localStorage.kept, sessionStorage.kept, await caches.has("kept")],
  steps: history.length,
  fetched: performance.getEntriesByType("navigation").every(it => it.transferSize > it.encodedBodySize),
  online: navigator.onLine,
  reads: (await navigator.permissions.query({ name: "clipboard-read" })).state,
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  width: innerWidth,
})"""
NOTHING = {
    "cookie": "",
    "kept": [None, None, False],
    "steps": 2,
    "fetched": True,
    "online": True,
    "reads": "prompt",
    "dark": False,
    "width": 1280,
}


@pytest.fixture
def address(tmp_path):
    write_files(tmp_path, {"index.md": "# Inicio\n"})
    with served(run_build(tmp_path)) as address:
        yield address


def test_a_visit_finds_nothing_of_the_one_before_it(visit, address):
    before = visit(address, width=390, color_scheme="dark", permissions=["clipboard-read"])
    before.page.evaluate("""async () => {
      document.cookie = "kept=1; max-age=1000";
      localStorage.kept = sessionStorage.kept = "1";
      await caches.open("kept");
      history.pushState({}, "");
    }""")
    before.page.context.set_offline(True)
    left = before.page.evaluate(LEFT)
    assert [name for name in NOTHING if left[name] == NOTHING[name]] == ["fetched"]
    assert visit(address).page.evaluate(LEFT) == NOTHING
    assert visit(address, fresh=True).page.evaluate(LEFT) == NOTHING
