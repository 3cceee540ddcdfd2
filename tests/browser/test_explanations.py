"""Explanations and the lines that they speak of: by mouse, touch and keyboard, and without JavaScript."""

from __future__ import annotations

import pytest

from sites import run_build, served, write_files
from waiting import wait_until

EXAMPLE = """services:
  nginx:
    image: nginx:1.30
    network_mode: service:tailscale
  tailscale:
    image: tailscale/tailscale:v1.102
    environment:
      TS_AUTHKEY: ${TS_AUTHKEY:?a key}
      TS_STATE_DIR: /var/lib/tailscale
"""
NOTE = f"""# VPN

[Otra](otra.md)

```yaml
{EXAMPLE}```

- **image:** fija una versión.
- **network_mode: service:tailscale:** comparte la red.
- **environment:** dos variables.
- **TS_AUTHKEY:** una clave.
- Texto corriente.
"""
CONFIG = """site_name: Semilla
site_url: http://127.0.0.1/
theme:
  name: material
  language: es
  features: [navigation.instant]
plugins: [estiba]
"""
SHOWN = "estiba-explained"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("explained")
    with served(root / "www") as address:
        files = {"vpn.md": NOTE, "otra.md": "# Otra\n\n[VPN](vpn.md)\n"}
        write_files(root, files, CONFIG.replace("http://127.0.0.1/", address))
        run_build(root, site_dir=str(root / "www"))
        yield address


def shown(page):
    """Give what is shown: the lines of the example, the heads of the items."""
    lines = page.locator(f"code .{SHOWN}").evaluate_all(
        "all => all.map((one) => Number(one.id.split('-').pop()))"
    )
    return lines, page.locator(f"li.{SHOWN} strong").all_inner_texts()


def test_by_mouse(address, visit):
    page = visit(address + "vpn/").page
    assert shown(page) == ([], [])
    page.locator("li", has_text="fija una versión").hover()
    assert shown(page) == ([3, 6], ["image:"])
    page.locator("li", has_text="dos variables").hover()
    assert shown(page) == ([7, 8, 9], ["environment:"])
    page.locator("h1").hover()
    assert shown(page) == ([], [])
    line = page.locator("#estiba-example-1-8")
    line.locator(".nt").hover()
    assert shown(page) == ([8], ["TS_AUTHKEY:"])
    page.locator("#estiba-example-1-9 .nt").hover()
    assert shown(page) == ([7, 8, 9], ["environment:"])
    page.locator("#estiba-example-1-2 .nt").hover()
    assert shown(page) == ([], [])
    line.locator(".nt").click()
    page.locator("h1").hover()
    assert shown(page) == ([8], ["TS_AUTHKEY:"])
    page.locator("h1").click()
    assert shown(page) == ([], [])
    assert page.locator(".estiba-example code").first.evaluate("one => one.textContent") == EXAMPLE


def test_by_keyboard_and_after_instant_navigation(address, visit):
    seen = visit(address + "otra/")
    page = seen.page
    page.wait_for_load_state("networkidle")  # Material learns from the sitemap which pages there are
    page.evaluate("window.isTheSame = true")
    page.locator("article p a", has_text="VPN").first.click()
    page.wait_for_load_state("networkidle")
    head = page.locator(".estiba-explains__head", has_text="network_mode")
    head.focus()
    assert shown(page) == ([4], ["network_mode: service:tailscale:"])
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.id === 'estiba-example-1-4'")
    assert page.url == f"{address}vpn/#estiba-example-1-4"
    assert page.locator("#estiba-example-1-4").evaluate("one => getComputedStyle(one).boxShadow !== 'none'")
    page.keyboard.press("Tab")
    why = page.get_by_role("link", name="Explicación de «network_mode: service:tailscale»")
    assert why.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.id === 'estiba-example-1-why-2'")
    assert page.url == f"{address}vpn/#estiba-example-1-why-2"
    assert shown(page) == ([4], ["network_mode: service:tailscale:"])
    page.keyboard.press("Tab")
    assert head.evaluate("one => one === document.activeElement")
    assert page.evaluate("window.isTheSame")
    assert seen.errors == []


def test_by_touch_on_a_phone_and_without_javascript(address, chromium):
    context = chromium.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + "vpn/")
    page.locator("html.js").wait_for()
    page.locator("li", has_text="fija una versión").tap(position={"x": 120, "y": 10})
    assert shown(page) == ([3, 6], ["image:"])
    page.locator("#estiba-example-1-8 .nt").tap()
    assert shown(page) == ([8], ["TS_AUTHKEY:"])
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "vpn/")
    page.locator(".estiba-explains__head", has_text="TS_AUTHKEY").click()
    assert page.url == f"{address}vpn/#estiba-example-1-8"
    page.locator("#estiba-example-1-8 .estiba-line__why").click()
    assert page.url == f"{address}vpn/#estiba-example-1-why-4"
    items = page.locator("article li").all_inner_texts()
    assert items[items.index("TS_AUTHKEY: una clave.") + 1] == "Texto corriente."
    context.close()
