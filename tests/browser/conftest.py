"""A real Chromium. Needed where ESTIBA_REQUIRE_BROWSER is set; else its tests are skipped without one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from waiting import wait_until

_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("ESTIBA_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine, and ESTIBA_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium on this machine: install 'chromium' to run the browser tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    """What all tabs are opened in. Its first one stays open: to begin anew is half of what a visit costs."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.new_page()
    yield context
    context.close()


@dataclass
class Visit:
    """A page in the browser, and what it did that a reader does not see."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


class Visits:
    """Opens addresses, each in a new tab, and closes what it opened."""

    def __init__(self, window: BrowserContext) -> None:
        self._window = window
        self._opened: list[BrowserContext | Page] = []

    def __call__(
        self,
        url: str,
        *,
        width: int = 1280,
        color_scheme: Literal["light", "dark"] = "light",
        permissions: Sequence[str] = (),
        fresh: bool = False,
    ) -> Visit:
        """Open an address where nothing is kept of what was visited before.

        A `fresh` visit has a window of its own, beside those that are open.
        """
        window = self._window
        if fresh:
            window = window.browser.new_context()
            self._opened.append(window)
        page = window.new_page()
        self._opened.append(page)
        _forget(window, page, url)
        if permissions:
            window.grant_permissions(permissions)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=color_scheme)
        page.set_default_timeout(10_000)
        visit = _watched(page)
        page.goto(url)
        page.locator("html.js").wait_for()
        if "clipboard-write" in permissions:
            page.evaluate("navigator.clipboard.writeText('')")
        return visit

    def close(self) -> None:
        """Close what was opened."""
        for one in reversed(self._opened):
            one.close()


def _forget(window: BrowserContext, page: Page, url: str) -> None:
    """Take from a window what it keeps from one tab to the next."""
    window.set_offline(False)
    window.clear_permissions()
    tab = window.new_cdp_session(page)
    tab.send("Network.clearBrowserCache")
    address = urlsplit(url)
    tab.send(
        "Storage.clearDataForOrigin",
        {"origin": f"{address.scheme}://{address.netloc}", "storageTypes": "all"},
    )
    tab.detach()


def _watched(page: Page) -> Visit:
    visit = Visit(page)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on("console", lambda line: line.type == "error" and visit.errors.append(line.text))

    def close(dialog: Dialog) -> None:
        visit.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    return visit


@pytest.fixture
def visit(window: BrowserContext) -> Iterator[Visits]:
    """Open an address."""
    visits = Visits(window)
    yield visits
    visits.close()


@pytest.fixture(scope="session")
def violations() -> Callable[[Page], list[str]]:
    """Give what axe-core finds in a page by its own choice of rules: WCAG 2, A and AA, and good practice.

    Each element is one text: the rule, the impact and a selector.
    """
    axe = Axe()

    def find(page: Page) -> list[str]:
        wait_until(page, "document.getAnimations().every(it => it.playState !== 'running')")
        return sorted(
            f"{rule['id']} ({rule['impact']}): {' '.join(map(str, element['target']))}"
            for rule in axe.run(page).response["violations"]
            for element in rule["nodes"]
        )

    return find
