"""All examples of a site in one file for programs."""

from __future__ import annotations

import hashlib
import json

import pytest

from fake_secrets import ISSUED, RANDOM

FULL = """services:
  web:
    image: nginx:${TAG:-1.29}
    environment:
      TZ: ${TZ:-Europe/Madrid}
      PASSWORD: ${PASSWORD:-hunter2}
      URL: ${URL:?where}
      MAIL: me@example.com
  copy: {image: "nginx:${TAG:-1.29}"}
  own: {build: .}
"""
SMALL = "services:\n  a:\n    image: b\n"
NOTE = f"""---
title: «Nota» & <más>
tags: [VPN, Redes, vpn]
lang: es
---

```yaml title="web.yml"
{FULL}```

```yaml excerpt
{SMALL}```

```yaml bad="bad-port"
services:
  a:
    image: b
    ports: ["80:80/tpc"]
```
"""
CONFIG = "site_name: S\nsite_url: https://n.example/b/\nplugins: [estiba]\n"


def read_index(site, path="examples.json"):
    return json.loads(site.read(path))


def test_an_example(build_site):
    site = build_site({"red/nota.md": NOTE}, CONFIG)
    assert read_index(site) == {
        "version": 1,
        "examples": [
            {
                "title": "«Nota» & <más>",
                "page": "https://n.example/b/red/nota/",
                "file": "https://n.example/b/red/nota/compose.yaml",
                "env": "https://n.example/b/red/nota/.env.example",
                "name": "web.yml",
                "tags": ["vpn", "redes"],
                "language": "es",
                "services": [
                    {"name": "web", "image": "nginx:${TAG:-1.29}"},
                    {"name": "copy", "image": "nginx:${TAG:-1.29}"},
                    {"name": "own", "image": None},
                ],
                "images": ["nginx:${TAG:-1.29}"],
                "variables": [
                    variable("TAG", "text", default="1.29"),
                    variable("TZ", "time-zone", default="Europe/Madrid"),
                    variable("PASSWORD", "secret", secret=True),
                    variable("URL", "address", required=True),
                    variable("DOMAIN", "domain", required=True, default="example.com"),
                ],
                "verdict": "checked",
                "sha256": hashlib.sha256(FULL.encode()).hexdigest(),
            }
        ],
    }
    assert (site.root / "red/nota/compose.yaml").read_bytes() == FULL.encode()


def variable(name, role, *, required=False, secret=False, default=None):
    return {"name": name, "role": role, "required": required, "secret": secret, "default": default}


def test_a_line_an_example_in_the_order_of_the_pages(build_site):
    files = dict.fromkeys(("b.md", "a/c.md", "index.md", "a/index.md", "a/b.md"), f"```yaml\n{SMALL}```\n")
    site = build_site(files, "site_name: S\nplugins: [estiba]\n")
    first, *lines, last = site.read("examples.json").splitlines()
    assert (first, last) == ('{"version":1,"examples":[', "]}")
    assert [json.loads(line.rstrip(","))["file"] for line in lines] == [
        "compose.yaml",
        "b/compose.yaml",
        "a/compose.yaml",
        "a/b/compose.yaml",
        "a/c/compose.yaml",
    ]
    found = [(one["page"], one["env"]) for one in read_index(site)["examples"]]
    assert found == [("./", None), ("b/", None), ("a/", None), ("a/b/", None), ("a/c/", None)]


def test_without_examples_it_is_there_and_empty(build_site):
    assert build_site({"index.md": "# Nada\n"}).read("examples.json") == '{"version":1,"examples":[\n]}\n'


def test_what_is_not_published_is_not_in_it(build_site):
    files = {
        "borrador.md": f"---\npublished: false\n---\n\n```yaml\n{SMALL}```\n",
        "nota.md": f"# Nota\n\n```yaml\n{SMALL}```\n",
    }
    assert [one["title"] for one in read_index(build_site(files))["examples"]] == ["Nota"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("services:\n  a:\n    image: [b\n    ports: x\n", "unreadable"),
        ("services:\n  a:\n    image: b\n    prots: [80]\n", "failed"),
        (
            "services:\n  a:\n    image: b\n    ports: ['80:80/tpc']  # estiba: allow bad-port -- so\n",
            "partly-checked",
        ),
    ],
)
def test_what_was_found_is_said(build_site, text, verdict):
    site = build_site({"nota.md": f"# Nota\n\n```yaml\n{text}```\n"})
    assert [one["verdict"] for one in read_index(site)["examples"]] == [verdict]


def test_no_file_of_the_owner_stands_in_its_place(build_site):
    site = build_site({"nota.md": f"```yaml\n{SMALL}```\n", "examples.json": "{}"})
    assert [one["file"] for one in read_index(site)["examples"]] == ["http://127.0.0.1/nota/compose.yaml"]


def test_no_real_credential_is_in_any_file_for_programs(build_site):
    secret, token = RANDOM["hexadecimal"], ISSUED["GitHub"]
    text = (
        "services:\n  a:\n    image: b\n    environment:\n"
        f"      API_TOKEN: ${{API_TOKEN:-{secret}}}\n      WORD: ${{WORD:-{token}}}\n"
        f"      LITERAL_TOKEN: {secret}\n"
        "      OTHER: $OTHER\n      DB_PASSWORD: $DB_PASSWORD\n"
    )
    env = f"```env\nOTHER={token}\nDB_PASSWORD={secret}\n```\n"
    site = build_site({"nota.md": f"---\ntitle: Nota\n---\n\n```yaml\n{text}```\n\n{env}"})
    for name in ("nota/compose.yaml", "nota/.env.example", "examples.json"):
        written = site.read(name)
        assert secret not in written
        assert token not in written
    assert site.read("nota/.env.example").count("•") == 0
    assert {one["default"] for one in read_index(site)["examples"][0]["variables"]} == {None}
