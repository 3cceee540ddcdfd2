from __future__ import annotations

import pytest

from estiba.compose.facts.host_paths import is_disk, is_engine_socket, is_of_user, what_opens


@pytest.mark.parametrize(
    "source",
    [
        "/var/run/docker.sock",
        "/run/docker.sock",
        "//var/run//docker.sock",
        "/var/../run/docker.sock",
        "/run/podman/podman.sock",
        "/run/user/1000/docker.sock",
        "/var/run/containerd/containerd.sock",
        r"\\.\pipe\docker_engine",
        "//./pipe/docker_engine",
    ],
)
def test_sockets(source):
    assert is_engine_socket(source)
    assert what_opens(source) is None


@pytest.mark.parametrize("source", ["", "docker.sock", "./docker.sock", "/srv/docker.sock", "/run/dbus"])
def test_no_sockets(source):
    assert not is_engine_socket(source)


def test_a_socket_of_a_user():
    assert is_of_user("/run/user/1000/podman/podman.sock")
    assert not is_of_user("/run/podman/podman.sock")


@pytest.mark.parametrize(
    ("source", "opens"),
    [
        ("/", "root"),
        ("//", "root"),
        ("/etc/", "settings"),
        ("/etc/.", "settings"),
        ("/srv/../etc", "settings"),
        ("/etc/ssh", "accounts"),
        ("/root", "home"),
        ("/dev", "devices"),
        ("/dev/sdb", "disk"),
        ("/etc/localtime", None),
        ("/etc/nginx", None),
        ("/srv", None),
        ("", None),
        (".", None),
        ("~", None),
        ("etc", None),
    ],
)
def test_what_opens(source, opens):
    assert what_opens(source) == opens


@pytest.mark.parametrize(
    ("source", "disk"),
    [
        ("/dev/sda", True),
        ("/dev/sdaa1", True),
        ("/dev/nvme0", True),
        ("/dev/nvme0n1p2", True),
        ("/dev/md0", True),
        ("/dev/dm-3", True),
        ("/dev/disk/by-uuid/x", True),
        ("/dev/disk", False),
        ("/dev/mapper", False),
        ("/dev/sdr-radio", False),
        ("/dev/ttyS0", False),
        ("/dev/video0", False),
        ("/dev/shm", False),
    ],
)
def test_is_disk(source, disk):
    assert is_disk(source) == disk
