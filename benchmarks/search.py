"""What a search costs its reader and the build, at 5,000 notes: `make bench-search`.

Prints how long Pagefind takes by itself over the documents, what a fresh browser is sent until the
first result (compressed, as a server would send it), and how long after a keystroke the first
result is on a page that has searched before. Needs Chromium.
"""

from __future__ import annotations

import functools
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generated_vault import write_vault
from playwright.sync_api import Page, Response, sync_playwright
from speed.index import documents_of, index_seconds

NOTES = 5000
WORDS = "puerto certificado servicio app00042 5432 clave volumen zigbee imagen red".split()
"""Some are in every note, some in one, one in none."""
_TEXTS = ("text/", "javascript", "json", "svg", "xml")
_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
)
_WATCH = """() => {
  window.shownAt = 0;
  const look = () => {
    const found = document.querySelector(".estiba-result__title");
    if (found && !window.shownAt) window.shownAt = performance.now();
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
}"""
_TYPE = """async (word) => {
  const box = document.querySelector(".md-search__input");
  const said = document.querySelector(".md-search-result__meta");
  const before = said.textContent;
  const groups = document.querySelector(".estiba-search__groups");
  groups.replaceChildren();
  const shown = new Promise((done) => new MutationObserver(() => {
    const found = groups.querySelector(".estiba-result__title");
    const nothing = said.textContent !== before && /^No /.test(said.textContent);
    if (found || nothing) done(performance.now());
  }).observe(document.body, { subtree: true, childList: true, characterData: true }));
  const began = performance.now();
  box.value = word;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return (await shown) - began;
}"""


def main() -> None:
    """Build the vault, then measure index and reader."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_vault(root, NOTES)
        _documents_alone(root)
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        command = [sys.executable, "-m", "mkdocs", "build"]
        built = subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True, text=True)
        print(
            *(line for line in built.stderr.splitlines() if "search:" in line or "built in" in line), sep="\n"
        )
        _reader(root / "site")


def _documents_alone(root: Path) -> None:
    documents = documents_of(root)
    for _ in range(3):
        print(f"index by itself   {index_seconds(documents):6.2f} s")


def _reader(site: Path) -> None:
    handler = functools.partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=_ARGUMENTS
        )
        page = browser.new_page()
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks what it is given
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/grupo-050/servicio-02500/")
        page.wait_for_timeout(500)
        page.evaluate(_WATCH)
        page.keyboard.press("/")
        page.keyboard.type(WORDS[0], delay=40)
        page.wait_for_function("window.shownAt")
        page.wait_for_timeout(1500)
        _sizes(page, answers)
        for word in WORDS:
            page.locator(".md-search__input").fill("")
            page.wait_for_timeout(700)
            print(f"first result      {page.evaluate(_TYPE, word):6.0f} ms  {word}")
        browser.close()
    server.shutdown()


def _sizes(page: Page, answers: list[Response]) -> None:
    """Print what was asked for before the first result was there."""
    shown_at = page.evaluate("window.shownAt")
    entries = "performance.getEntriesByType('resource').map((one) => [one.name, one.startTime])"
    asked = dict(reversed(page.evaluate(entries)))
    sizes: dict[str, int] = {}
    for answer in answers:
        if asked.get(answer.url, 0) <= shown_at:
            body = answer.body()
            is_text = any(kind in answer.headers.get("content-type", "") for kind in _TEXTS)
            sizes[answer.url] = len(gzip.compress(body) if is_text else body)
    for url, size in sorted(sizes.items(), key=lambda one: -one[1])[:12]:
        print(f"sent          {size:10,} B   {url.split('/', 3)[3].split('?')[0]}")
    print(f"sent in all   {sum(sizes.values()):10,} B   until the first result, {len(sizes)} files")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        pass


if __name__ == "__main__":
    main()
