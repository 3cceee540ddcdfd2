"""Waiting for a page in the browser, in a way that its Content Security Policy does not forbid."""

from __future__ import annotations

import time

from playwright.sync_api import Page


def wait_until(page: Page, expression: str, arg: object = None, *, seconds: float = 10) -> None:
    """Wait until `expression` is true in `page`; `page.wait_for_function` would make script of text."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"not true after {seconds} s: {expression}"
        page.wait_for_timeout(20)
