"""The other ways in which people write a value."""

from __future__ import annotations

import pytest

from estiba.compose.spellings import name_of_volume, spellings


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("image", "nginx:1.29", "nginx nginx:1.29"),
        (
            "image",
            "ghcr.io/a/b:2",
            "ghcr.io/a/b ghcr.io/a/b:2 a/b a/b:2 b b:2",
        ),
        ("image", "localhost:5000/a", "localhost:5000/a a"),
        ("image", "nginx:${TAG:-1.29}", "nginx"),
        ("image", "nginx@${DIGEST}", "nginx"),
        ("image", "${IMAGE}", ""),
        ("image", "<your image>", ""),
        ("ports", "80", "80 80"),
        ("ports", "8080:80", "8080:80 8080 80"),
        (
            "ports",
            "127.0.0.1:53:53/udp",
            "127.0.0.1:53:53 53:53 53:53/udp 53 53/udp 53 53/udp",
        ),
        ("ports", ":80", ":80 80"),
        ("expose", "9000", "9000 9000"),
        ("volumes", "./a:/b/:ro", "/b ./a ./a:/b"),
        ("volumes", "data:/var/lib", "/var/lib data data:/var/lib"),
        ("volumes", "/b", "/b"),
        ("volumes", "${DIR:-./a}:/b", "/b ${DIR:-./a} ${DIR:-./a}:/b"),
        ("volumes", "aa:bb:cc:dd", ""),
        ("devices", "/dev/net/tun:/dev/net/tun", "/dev/net/tun /dev/net/tun /dev/net/tun:/dev/net/tun"),
        ("target", "/b", "/b"),
        ("command", "8080:80", ""),
    ],
)
def test_spellings(key, text, expected):
    assert " ".join(spellings(key, text)) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("volumes", "data:/b", "data"),
        ("volumes", "./data:/b", ""),
        ("volumes", "/b", ""),
        ("volumes", "aa:bb:cc:dd", ""),
        ("source", "data", "data"),
        ("source", "./data", ""),
        ("devices", "data:/b", ""),
    ],
)
def test_name_of_a_volume(key, text, expected):
    assert name_of_volume(key, text) == expected
