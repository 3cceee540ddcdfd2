"""The words with which an item begins that explains something."""

from __future__ import annotations

import pytest

from estiba.vault.text.heads import Head, read_head


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("**network_mode: service:tailscale:** x", Head("network_mode: service:tailscale", False, True)),
        ("**image** \u2013 x", Head("image", False, True)),
        ("**image** - x", Head("image", False, True)),
        ("**image** x", Head("image", False, False)),
        ("**image**", Head("image", False, True)),
        ("**image** (the server): x", Head("image", False, True)),
        ("**network_mode: host.** x", Head("network_mode: host", False, True)),
        ("__image:__ x", Head("image", False, True)),
        ("`ports`: x", Head("ports", True, True)),
        ("`ports:` x", Head("ports", True, True)),
        ("``a`b``: x", Head("a`b", True, True)),
        ("**`volumes`:** x", Head("volumes", True, True)),
        ("**`volumes`**: x", Head("volumes", True, True)),
        ("**the `volumes`:** x", Head("the volumes", False, True)),
        ("**[image](x.md):** y", Head("image", False, True)),
        (r"**TS\_AUTHKEY:** x", Head("TS_AUTHKEY", False, True)),
        ("**TS_DIR=/var/lib:** x", Head("TS_DIR=/var/lib", False, True)),
        ("**PUID y PGID:** x", Head("PUID y PGID", False, True)),
        ("`PUID` y `PGID`: x", Head("PUID y PGID", True, True)),
        ("**PUID**, **PGID:** x", Head("PUID, PGID", False, True)),
        ("`PUID`/`PGID` — x", Head("PUID/PGID", True, True)),
        ("`PUID` y luego `PGID`", Head("PUID", True, False)),
    ],
)
def test_head(line, head):
    assert read_head(line, 0) == head


@pytest.mark.parametrize(
    "line",
    ["image: x", "*image:* x", "** image** x", "**image", "****", "``", "the **image**", "", "***a***"],
)
def test_no_head(line):
    assert read_head(line, 0) is None


def test_head_begins_where_it_is_said_to():
    assert read_head("- **image:** x", 2) == Head("image", False, True)
    assert read_head("- **image:** x", 3) is None


def test_what_is_very_long_is_no_head():
    assert read_head(f"**{'x' * 201}:** y", 0) is None
    assert read_head("**a**, " * 100_000, 0) == Head(", ".join(["a"] * 28), False, False)
    assert read_head("**a" * 100_000, 0) == Head("a", False, False)
    assert read_head("`" * 100_000, 0) is None
