"""Examples as files beside their pages."""

from __future__ import annotations

import html
import re

import pytest

ONE = "services:\n  a:\n    image: b\n"
TWO = "services:\n  c:\n    image: d   # dos\n"
NOTE = f"""# Nota

```yaml
{ONE}```

- paso

    ```docker
    services:
      c:
        image: d   # dos
    ```
"""


def downloads(site, path):
    return re.findall(r'href="([^"]*)" download="([^"]*)"', site.read(path))


@pytest.mark.parametrize(
    ("page", "directory_urls", "folder", "links"),
    [
        ("nota.md", True, "nota/", ["compose.yaml", "compose-2.yaml"]),
        ("a/nota.md", True, "a/nota/", ["compose.yaml", "compose-2.yaml"]),
        ("index.md", True, "", ["compose.yaml", "compose-2.yaml"]),
        ("a/index.md", True, "a/", ["compose.yaml", "compose-2.yaml"]),
        ("a/nota.md", False, "a/nota/", ["nota/compose.yaml", "nota/compose-2.yaml"]),
    ],
)
def test_files_stand_beside_the_page(build_site, page, directory_urls, folder, links):
    config = f"site_name: S\nplugins: [estiba]\nuse_directory_urls: {str(directory_urls).lower()}\n"
    site = build_site({page: NOTE}, config)
    assert (site.root / f"{folder}compose.yaml").read_bytes() == ONE.encode()
    assert (site.root / f"{folder}compose-2.yaml").read_bytes() == TWO.encode()
    name = page.replace(".md", ".html")
    path = name if not directory_urls or page.endswith("index.md") else f"{folder}index.html"
    assert downloads(site, path) == [(link, link.rpartition("/")[2]) for link in links]


def test_file_of_the_owner_keeps_its_name(build_site):
    link = "[mío](nota/compose.yaml)\n"
    site = build_site({"nota.md": f"```yaml\n{ONE}```\n{link}", "nota/compose.yaml": "services: {}\n"})
    assert (site.root / "nota/compose.yaml").read_text() == "services: {}\n"
    assert downloads(site, "nota/index.html") == [("compose-2.yaml", "compose-2.yaml")]
    assert (site.root / "nota/compose-2.yaml").read_text() == ONE


def test_same_folder_of_two_pages_is_shared_without_a_clash(build_site):
    config = "site_name: S\nplugins: [estiba]\nuse_directory_urls: false\n"
    site = build_site({"a/index.md": f"```yaml\n{ONE}```\n", "a.md": f"```yaml\n{TWO}```\n"}, config)
    written = {path.read_text() for path in (site.root / "a").glob("compose*.yaml")}
    assert written == {ONE, TWO}


def test_unreadable_yaml_is_shown_with_a_plain_word_and_kept(build_site):
    broken = "services:\n  a:\n    image: [b\n    ports: x\n"
    site = build_site({"nota.md": f"```yaml\n{broken}```\n"})
    assert "This YAML cannot be read (line 4); it is shown as it was written." in site.read("nota/index.html")
    assert (site.root / "nota/compose.yaml").read_text() == broken


ASKS = 'services:\n  a:\n    image: b:${TAG:-1}\n    environment: {PASSWORD: "${PASSWORD:?}"}\n'
ENV = """# Values that Docker Compose reads from .env, beside the Compose file.

# Optional: a value
TAG=1

# Required: a credential
PASSWORD=
"""


def note(*examples, title="Nota"):
    return f"---\ntitle: {title}\n---\n\n" + "\n".join(f"```yaml\n{one}```\n" for one in examples)


def command_of(site, path):
    found = re.findall(r'<code id="[^"]*-command">(.*?)</code>', site.read(path))
    return [html.unescape(re.sub("<[^>]*>", "", one)) for one in found]


@pytest.mark.parametrize(
    ("page", "directory_urls", "folder"),
    [("nota.md", True, "nota/"), ("index.md", True, ""), ("a/nota.md", False, "a/nota/")],
)
def test_what_a_reader_sets_is_a_file_beside_the_example(build_site, page, directory_urls, folder):
    config = f"site_name: S\nplugins: [estiba]\nuse_directory_urls: {str(directory_urls).lower()}\n"
    site = build_site({page: note(ASKS, ONE, ASKS)}, config)
    names = {path.name for path in (site.root / folder).iterdir() if path.suffix in (".yaml", ".example")}
    assert names == {
        "compose.yaml",
        "compose-2.yaml",
        "compose-3.yaml",
        ".env.example",
        ".env-3.example",
    }
    assert site.read(f"{folder}.env.example") == ENV
    assert site.read(f"{folder}.env-3.example") == ENV
    path = f"{folder}index.html" if directory_urls else page.replace(".md", ".html")
    assert [link.rpartition("/")[2] for link, _ in downloads(site, path)] == [
        "compose.yaml",
        ".env.example",
        "compose-2.yaml",
        "compose-3.yaml",
        ".env-3.example",
    ]
    assert all((site.root / path).parent.joinpath(link).is_file() for link, _ in downloads(site, path))


def test_the_note_gives_values(build_site):
    site = build_site({"nota.md": note(ASKS) + "\n```env\nTAG=2\nPASSWORD=hunter2-hunter\n```\n"})
    assert site.read("nota/.env.example") == ENV.replace("TAG=1", "TAG=2")


def test_comments_are_in_the_language_of_the_note(build_site):
    site = build_site({"nota.md": note(ASKS).replace("title: Nota", "title: Nota\nlang: es")})
    assert "# Obligatorio: una credencial\n" in site.read("nota/.env.example")


def test_an_env_file_of_the_owner_keeps_its_name(build_site):
    config = "site_name: S\nplugins: [estiba]\nexclude_docs: '!.env.example'\n"
    policy = "[attachments]\nkeep = ['nota/.env.example']\n"
    files = {"nota.md": note(ASKS), "nota/.env.example": "A=1\n", "estiba.toml": policy}
    site = build_site(files, config)
    assert site.read("nota/.env.example") == "A=1\n"
    assert site.read("nota/.env-2.example") == ENV


def test_an_env_file_of_the_build_before_is_gone(build_site):
    site = build_site({"index.md": note(ASKS, ASKS)})
    (site.root / ".nojekyll").write_text("")
    assert {path.name for path in site.root.glob(".*")} == {
        ".env.example",
        ".env-2.example",
        ".estiba",
        ".nojekyll",
    }
    site = build_site({"index.md": note(ONE, ASKS)})
    assert {path.name for path in site.root.glob(".*")} == {".env-2.example", ".estiba", ".nojekyll"}
    site = build_site({"index.md": note(ONE)})
    assert {path.name for path in site.root.glob(".*")} == {".estiba", ".nojekyll"}


def test_the_line_that_fetches_an_example_is_on_its_page(build_site):
    config = "site_name: Mi casa\nsite_url: https://n.example/b/\nplugins: [estiba]\n"
    home = "services:\n  a:\n    image: b\n    env_file: a.env\n"
    site = build_site({"Uno más/Mi nota.md": note(ONE, ASKS), "index.md": note(home)}, config)
    address = "https://n.example/b/Uno%20m%C3%A1s/Mi%20nota/"
    assert command_of(site, "Uno más/Mi nota/index.html") == [
        f"mkdir -p mi-nota && cd mi-nota && curl -fsSLO {address}compose.yaml && docker compose up -d",
        (
            f"mkdir -p mi-nota-2 && cd mi-nota-2 && curl -fsSL -o compose.yaml {address}compose-2.yaml"
            f" && {{ test -e .env || curl -fsSL -o .env {address}.env-2.example; }}"
            " && ${EDITOR:-nano} .env && docker compose up -d"
        ),
    ]
    assert command_of(site, "index.html") == [
        "mkdir -p mi-casa && cd mi-casa && curl -fsSLO https://n.example/b/compose.yaml"
    ]


def test_without_an_address_of_the_site_there_is_no_such_line(build_site):
    site = build_site({"nota.md": note(ONE)}, "site_name: S\nplugins: [estiba]\n")
    assert command_of(site, "nota/index.html") == []
