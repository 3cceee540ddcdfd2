"""Names of images."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.images import read_image

DIGEST = "sha256:" + "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("text", "parts", "name"),
    [
        ("nginx", ("docker.io", "library/nginx", "", ""), "nginx"),
        ("nginx:1.29", ("docker.io", "library/nginx", "1.29", ""), "nginx"),
        ("docker.io/nginx", ("docker.io", "library/nginx", "", ""), "nginx"),
        ("docker.io/library/nginx:A_b", ("docker.io", "library/nginx", "A_b", ""), "nginx"),
        ("index.docker.io/library/nginx", ("docker.io", "library/nginx", "", ""), "nginx"),
        ("library/a/b", ("docker.io", "library/a/b", "", ""), "library/a/b"),
        ("tailscale/tailscale", ("docker.io", "tailscale/tailscale", "", ""), "tailscale/tailscale"),
        (
            "lscr.io/linuxserver/radarr:5",
            ("lscr.io", "linuxserver/radarr", "5", ""),
            "lscr.io/linuxserver/radarr",
        ),
        ("ghcr.io/a/b@" + DIGEST, ("ghcr.io", "a/b", "", DIGEST), "ghcr.io/a/b"),
        ("redis:7@" + DIGEST, ("docker.io", "library/redis", "7", DIGEST), "redis"),
        ("localhost/a", ("localhost", "a", "", ""), "localhost/a"),
        ("localhost:5000/a:1", ("localhost:5000", "a", "1", ""), "localhost:5000/a"),
        ("My-Host:5000/a", ("My-Host:5000", "a", "", ""), "My-Host:5000/a"),
        ("GHCR.io/a/b", ("GHCR.io", "a/b", "", ""), "GHCR.io/a/b"),
        ("[fd00::1]:5000/a", ("[fd00::1]:5000", "a", "", ""), "[fd00::1]:5000/a"),
        ("a__b/c.d-e--f", ("docker.io", "a__b/c.d-e--f", "", ""), "a__b/c.d-e--f"),
        ("your-image:tag", ("docker.io", "library/your-image", "tag", ""), "your-image"),
    ],
)
def test_read(text, parts, name):
    image = read_image(text)
    assert (image.registry, image.repository, image.tag, image.digest) == parts
    assert (image.name, image.written) == (name, text)


@pytest.mark.parametrize(
    ("text", "floating"),
    [
        ("nginx", True),
        ("nginx:latest", True),
        ("ghcr.io/a/b", True),
        ("nginx:1", False),
        ("nginx:latest@" + DIGEST, False),
        ("nginx@" + DIGEST, False),
    ],
)
def test_floating(text, floating):
    assert read_image(text).floating is floating


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("caddy:<version>", ("placeholder", 6, "<version>")),
        ("<your-image>", ("placeholder", 0, "<your-image>")),
        ("<Your image>:latest", ("placeholder", 0, "<Your image>")),
        ("ghcr.io/<user>/App:1", ("placeholder", 8, "<user>")),
        ("nginx:[tag]", ("placeholder", 6, "[tag]")),
        ("app:{{ version }}", ("placeholder", 4, "{{ version }}")),
        ("app:{version}", ("placeholder", 4, "{version}")),
        ("...", ("placeholder", 0, "...")),
        ("nginx:…", ("placeholder", 6, "…")),
        ("nginx:<x", ("placeholder", 6, "<x")),
        ("nginx latest", ("space", 5, " ")),
        ("nginx:1 # pinned", ("space", 7, " ")),
        ("nginx\u00a0", ("space", 5, "\u00a0")),
        ("My App", ("space", 2, " ")),
        ("Nginx:latest", ("capital", 0, "N")),
        ("nginX:Latest", ("capital", 4, "X")),
        ("Portainer/portainer-ce", ("capital", 0, "P")),
        ("ghcr.io/User/app", ("capital", 8, "U")),
        ("localhost:5000/App", ("capital", 15, "A")),
        ("", ("form", 0, "")),
        ("nginx:", ("form", 5, ":")),
        ("nginx:-1", ("form", 5, ":-1")),
        ("nginx:1:2", ("form", 7, ":2")),
        ("nginx:" + "1" * 129, ("form", 134, "1")),
        ("nginx@sha256:abc", ("form", 5, "@sha256:abc")),
        ("nginx@" + DIGEST.replace("a", "A"), ("form", 5, "@" + DIGEST.replace("a", "A"))),
        ("nginx@md5:" + "a" * 32, ("form", 5, "@md5:" + "a" * 32)),
        ("a___b", ("form", 1, "___b")),
        ("a..b", ("form", 1, "..b")),
        ("-nginx", ("form", 0, "-nginx")),
        ("/nginx", ("form", 0, "/nginx")),
        ("a//b", ("form", 1, "//b")),
        ("https://ghcr.io/a", ("form", 0, "https:")),
        ("-x.io/a", ("form", 0, "-x.io")),
        ("señal", ("form", 2, "ñal")),
        ("a" * 64, ("form", 0, "a" * 64)),
        ("x.io/" + "b" * 256, ("form", 5, "b" * 256)),
    ],
)
def test_no_registry_can_take_it(text, fault):
    with pytest.raises(FormatFault) as caught:
        read_image(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == fault


words = st.from_regex(r"\A[a-z][a-z0-9]{0,6}((\.|_|__|-{1,3})[a-z0-9]{1,4}){0,2}\Z")
repositories = st.lists(words, min_size=2, max_size=3).map("/".join)
tags = st.just("") | st.from_regex(r"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,9}\Z")


@given(
    st.sampled_from(["quay.io", "localhost", "registry:5000"]),
    repositories,
    tags,
    st.sampled_from(["", DIGEST]),
)
@settings(derandomize=True, deadline=None)
def test_image_written_from_its_parts_is_read_back(registry, repository, tag, digest):
    text = f"{registry}/{repository}" + (f":{tag}" if tag else "") + (f"@{digest}" if digest else "")
    image = read_image(text)
    assert (image.registry, image.repository, image.tag, image.digest) == (registry, repository, tag, digest)
    assert image.floating == (not digest and tag in ("", "latest"))
