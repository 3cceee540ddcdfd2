"""The server as a browser meets it."""

from __future__ import annotations

import http.client
import json
import threading

import pytest

from estiba.site.serving.answering import SiteServer
from estiba.site.serving.model import Model
from estiba.site.serving.search import SearchIndex

FILES = {
    "estiba.toml": 'language = "en"\n',
    "index.md": "# Home\n",
    "vpn/setup.md": """\
# Set up

```yaml
services:
  vpn:
    image: nginx:1.29
    environment:
      TOKEN: ${TOKEN:?}
```

![[plan.svg]]
""",
    "vpn/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        self.text = self.body.decode("utf-8", "replace")


@pytest.fixture
def get(serve_vault, tmp_path):
    """Ask a server for a path below its mount."""
    vault = serve_vault(
        FILES,
        "site_name: N\nsite_url: http://127.0.0.1/sub/\nplugins: [estiba]\n",
        mount="sub/",
        is_open=False,
    )

    started = threading.Event()

    def work():
        vault.worker.take_over()
        vault.served.do(Model.open)
        started.set()
        vault.worker.run()
        vault.served.do(Model.close)

    (tmp_path / "search").mkdir()
    server = SiteServer(
        ("127.0.0.1", 0), "/sub/", vault.served, SearchIndex(vault.served, tmp_path / "search")
    )
    threads = [threading.Thread(target=work), threading.Thread(target=server.serve_forever, args=(0.01,))]
    threads[0].start()
    threads[1].start()
    started.wait()

    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection(*server.server_address)
        connection.request(method, path, headers=headers)
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    ask.vault = vault
    yield ask
    server.shutdown()
    server.server_close()
    vault.worker.end()
    for thread in threads:
        thread.join()


def test_what_is_where_and_of_which_type(get):
    page = get("/sub/vpn/setup/")
    assert page.status == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert (page.headers["Cache-Control"], page.headers["X-Content-Type-Options"]) == ("no-cache", "nosniff")
    assert '<meta http-equiv="Content-Security-Policy"' in page.text
    assert page.text.count('<script type="module" src="/sub/.estiba/live.js" data-estiba-page="') == 1
    assert page.text.endswith("</script>\n</body>\n</html>")
    types = {
        "assets/estiba/estiba.css": "text/css; charset=utf-8",
        ".estiba/live.js": "text/javascript; charset=utf-8",
        ".estiba/live.css": "text/css; charset=utf-8",
        "vpn/plan.svg": "image/svg+xml; charset=utf-8",
        "vpn/setup/compose.yaml": "text/plain; charset=utf-8",
        "vpn/setup/.env.example": "text/plain; charset=utf-8",
        "examples.json": "application/json; charset=utf-8",
        "sitemap.xml.gz": "application/gzip",
    }
    found = {path: get(f"/sub/{path}") for path in types}
    assert {path: (one.status, one.headers["Content-Type"]) for path, one in found.items()} == {
        path: (200, kind) for path, kind in types.items()
    }
    assert json.loads(found["examples.json"].text)["examples"][0]["file"].endswith(
        "/sub/vpn/setup/compose.yaml"
    )


def test_addresses_lead_on_as_under_any_server(get):
    assert [(one.status, one.headers["Location"]) for one in map(get, ("/", "/sub", "/sub/vpn/setup"))] == [
        (302, "/sub/"),
        (302, "/sub/"),
        (302, "/sub/vpn/setup/"),
    ]
    assert (get("/other/").status, get("/other/").text) == (404, "not found")
    missing = get("/sub/nothing/")
    assert missing.status == 404
    assert "live.js" in missing.text
    assert get("/sub/vpn/plan.svg", "HEAD").body == b""
    assert get("/sub/vpn/plan.svg", "HEAD").headers["Content-Length"] == str(len(FILES["vpn/plan.svg"]))


@pytest.mark.parametrize(
    "path",
    [
        "/sub/../estiba.toml",
        "/sub/%2e%2e/mkdocs.yml",
        "/sub/.estiba/../answering.py",
        "/sub/.estiba/__main__.py",
        "/sub/pagefind/%2e%2e/%2e%2e/mkdocs.yml",
        "/sub/vpn/setup.md",
    ],
)
def test_nothing_else_is_served(get, path):
    assert get(path).status == 404


def test_it_has_the_names_of_this_computer_alone(get):
    names = {
        "127.0.0.1:8000": 200,
        "localhost": 200,
        "[::1]:8000": 200,
        "a.localhost": 200,
        "evil.example": 403,
        "": 403,
    }
    assert {name: get("/sub/", Host=name).status for name in names} == names


def test_the_index_is_that_of_the_texts_now(get):
    first = json.loads(get("/sub/pagefind/pagefind-entry.json").text)
    assert first["languages"]["en"]["page_count"] == 2
    same = json.loads(get("/sub/pagefind/pagefind-entry.json").text)
    assert same == first
    get.vault.write({"index.md": "# Home\n\nOther words.\n"})
    second = json.loads(get("/sub/pagefind/pagefind-entry.json").text)
    assert second != first
    old = first["languages"]["en"]["hash"]
    assert get(f"/sub/pagefind/pagefind.{old}.pf_meta").status == 200  # for who has begun with it
    assert get("/sub/pagefind/nothing.pf_meta").status == 404


def test_a_page_hears_of_a_change(get):
    first = json.loads(get("/sub/.estiba/live?page=/sub/vpn/setup/").text)
    assert first["page"] in get("/sub/vpn/setup/").text
    assert (first["status"], first["problems"]) == ("", [])
    heard = []
    waiting = threading.Thread(
        target=lambda: heard.append(
            get(f"/sub/.estiba/live?page=/sub/vpn/setup/&state={first['state']}").text
        )
    )
    waiting.start()
    get.vault.write({"vpn/setup.md": FILES["vpn/setup.md"] + "\nOther words.\n"})
    get.vault.served.look()
    waiting.join()
    second = json.loads(heard[0])
    assert second["page"] != first["page"]
    assert second["page"] in get("/sub/vpn/setup/").text


def test_a_page_that_fails_says_so_and_hears_when_it_is_mended(get, monkeypatch):
    monkeypatch.setattr(type(get.vault.served), "find_page", lambda *_: 1 / 0)
    page = get("/sub/")
    assert page.status == 500
    assert "<pre>ZeroDivisionError: division by zero</pre>" in page.text
    assert "live.js" in page.text
