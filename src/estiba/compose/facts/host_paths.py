"""Paths of the host that open it to a container.

Source: the Filesystem Hierarchy Standard 3.0, the manual pages proc(5) and sysfs(5), and the
places at which Docker, Podman and containerd listen by default.
"""

from __future__ import annotations

import re

from estiba.compose.formats.mounts import clean_target

_SOCKETS = re.compile(
    r"(?:/var)?/run/(?:user/[0-9]+/)?(?:docker\.sock|podman/podman\.sock|containerd/containerd\.sock)"
)
_PIPE = re.compile(r"(?:\\\\|//)\.[\\/]pipe[\\/]docker_engine", re.IGNORECASE)
_DISKS = re.compile(
    r"/dev/(?:(?:sd|hd|vd|xvd)[a-z]+[0-9]*|nvme[0-9]+(?:n[0-9]+(?:p[0-9]+)?)?|mmcblk[0-9]+(?:p[0-9]+)?"
    r"|(?:md|dm-|loop)[0-9]+|mapper/.+|disk/by-[^/]+/.+|mem|kmem|port)"
)
_FOLDERS = {
    "/": "root",
    "/etc": "settings",
    "/etc/shadow": "accounts",
    "/etc/sudoers": "accounts",
    "/etc/sudoers.d": "accounts",
    "/etc/ssh": "accounts",
    "/root": "home",
    "/root/.ssh": "accounts",
    "/proc": "kernel",
    "/sys": "kernel",
    "/dev": "devices",
    "/boot": "boot",
    "/run": "run",
    "/var/run": "run",
    "/var/lib/docker": "docker",
    "/var/lib/docker/containers": "docker",
    "/var/lib/docker/volumes": "docker",
    "/var": "system",
    "/var/lib": "system",
    "/usr": "system",
    "/bin": "system",
    "/sbin": "system",
    "/lib": "system",
    "/lib64": "system",
}


def is_engine_socket(source: str) -> bool:
    """Whether whoever reaches `source` commands Docker, Podman or containerd."""
    return bool(_SOCKETS.fullmatch(_clean(source)) or _PIPE.fullmatch(source))


def is_of_user(source: str) -> bool:
    """Whether the socket at `source` is that of an engine that runs without root."""
    return _clean(source).startswith(("/run/user/", "/var/run/user/"))


def what_opens(source: str) -> str | None:
    """Say what a container gets with the path `source`; None where that is nothing to speak of.

    `root`, `settings`, `accounts`, `home`, `kernel`, `devices`, `boot`, `run`, `docker`, `system` or
    `disk`. A folder or file below these, such as `/etc/localtime`, is nothing to speak of.
    """
    path = _clean(source)
    if is_disk(path):
        return "disk"
    return _FOLDERS.get(path)


def is_disk(source: str) -> bool:
    """Whether `source` is a disk, a part of one, or the memory of the host."""
    return bool(_DISKS.fullmatch(_clean(source)))


def _clean(source: str) -> str:
    """Leave out doubled and last slashes, and `.` and `..`; other than absolute paths stay as they are."""
    return clean_target(source) if source.startswith("/") else source
