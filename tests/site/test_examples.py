"""Examples as files beside their pages."""

from __future__ import annotations

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
    html = name if not directory_urls or page.endswith("index.md") else f"{folder}index.html"
    assert downloads(site, html) == [(link, link.rpartition("/")[2]) for link in links]


def test_file_of_the_owner_keeps_its_name(build_site):
    site = build_site({"nota.md": f"```yaml\n{ONE}```\n", "nota/compose.yaml": "services: {}\n"})
    assert (site.root / "nota/compose.yaml").read_text() == "services: {}\n"
    assert downloads(site, "nota/index.html") == [("compose-2.yaml", "compose-2.yaml")]
    assert (site.root / "nota/compose-2.yaml").read_text() == ONE


def test_same_folder_of_two_pages_is_shared_without_a_clash(build_site):
    site = build_site({"a/index.md": f"```yaml\n{ONE}```\n", "a.md": f"```yaml\n{TWO}```\n"})
    written = {path.read_text() for path in (site.root / "a").glob("compose*.yaml")}
    assert written == {ONE, TWO}


def test_unreadable_yaml_is_shown_with_a_plain_word_and_kept(build_site):
    broken = "services:\n  a:\n    image: [b\n    ports: x\n"
    site = build_site({"nota.md": f"```yaml\n{broken}```\n"})
    assert "This YAML cannot be read (line 4); it is shown as it was written." in site.read("nota/index.html")
    assert (site.root / "nota/compose.yaml").read_text() == broken
