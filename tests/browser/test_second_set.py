"""The second hostile set in Chromium, without a Content Security Policy: each article is put into a page."""

from __future__ import annotations

import pytest

from second_set import NOTES
from sites import CONFIG, run_build, served, write_files
from waiting import wait_until

TAKE = """async (pages) => {
  window.ran = 0
  window.alert = () => { ran += 1 }
  const names = /^(on.*|srcdoc|style|srcset|ping|background|formaction)$/
  const never = /^(script|iframe|object|embed|form|style|link|meta|base|template)$/
  const found = []
  const body = document.createElement("div")
  document.body.append(body)
  for (const page of pages) {
    const made = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html")
    const article = made.querySelector(".md-main .md-content article")
    if (!article || made.querySelectorAll(".md-footer").length !== 1) found.push([page, "layout"])
    for (const element of article?.querySelectorAll("*") ?? []) {
      const type = element.localName
      if (never.test(type)) found.push([page, type])
      if (/^__(config|search|drawer)/.test(element.id)) found.push([page, element.id])
      for (const { name, value } of element.attributes) {
        const runs = /^[\\0-\\x20]*(javascript|vbscript|data):/i.test(value) && !/^(alt|title)/.test(name)
        if (names.test(name) || /["'<>]|^data-md-/.test(name) || runs) found.push([page, type, name, value])
      }
    }
    body.replaceChildren(document.adoptNode(article))
    for (const it of body.querySelectorAll("details")) it.open = true
    await new Promise((next) => setTimeout(next, 2))
  }
  return [found, ran]
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("second-set")
    write_files(root, NOTES, CONFIG)
    with served(run_build(root)) as address:
        yield address


def test_row_27_nothing_of_the_second_set_runs_or_leaves_the_site(site, visit):
    seen = visit(f"{site}otra/")
    pages = [f"{site}{name[:-3]}/" for name in NOTES if name.endswith(".md")]
    assert seen.page.evaluate(TAKE, pages) == [[], 0]
    wait_until(seen.page, "document.readyState === 'complete'")
    assert seen.dialogs == []
    assert {url for url in seen.requests if not url.startswith(site)} == set()
