"""A real Chromium. Needed where ESTIBA_REQUIRE_BROWSER is set; else its tests are skipped without one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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


@dataclass
class Visit:
    """A page in the browser, and what it did that a reader does not see."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Open an address; options are those of a browser context."""
    contexts: list[BrowserContext] = []

    def open_page(url: str, *, width: int = 1280, **options: object) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.on("console", lambda line: line.type == "error" and visit.errors.append(line.text))

        def close(dialog: object) -> None:
            visit.dialogs.append(dialog.message)
            dialog.dismiss()

        visit.page.on("dialog", close)
        visit.page.set_default_timeout(10_000)
        visit.page.goto(url)
        visit.page.locator("html.js").wait_for()
        return visit

    yield open_page
    for context in contexts:
        context.close()
