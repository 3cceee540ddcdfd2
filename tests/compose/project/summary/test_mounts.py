"""What is kept where, as it is shown."""

from __future__ import annotations

import json

import pytest

from estiba.compose.project.summary.mounts import ShownMount, Store


def mounts_of(summed, entries, *, extra="", **variables):
    text = f"services:\n  a:\n    image: x\n    volumes: {json.dumps(entries)}\n{extra}"
    return summed(text, variables).services[0].mounts


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ("data:/data", ShownMount(Store.VOLUME, "data", "/data")),
        ("data:/data:ro", ShownMount(Store.VOLUME, "data", "/data", is_read_only=True)),
        ("./conf:/etc/x/:z,ro", ShownMount(Store.HOST, "./conf", "/etc/x", is_read_only=True)),
        ("~/x:/x", ShownMount(Store.HOST, "~/x", "/x")),
        ("C:\\data:/x", ShownMount(Store.HOST, "C:\\data", "/x")),
        ("/data", ShownMount(Store.UNNAMED, "", "/data")),
        ("<path to data>:/data", ShownMount(Store.HOST, "<path to data>", "/data")),
        ("some/data:/data", ShownMount(Store.HOST, "some/data", "/data")),
        ("${DIR:-./data}:/data", ShownMount(Store.HOST, "./data", "/data")),
        ("${DIR:?where: say}:/data", ShownMount(Store.HOST, "${DIR}", "/data")),
        ("${DIR}/x:/data:ro", ShownMount(Store.HOST, "${DIR}/x", "/data", is_read_only=True)),
        ("${PWD}/x:/x", ShownMount(Store.HOST, "./x", "/x")),
        ("$HOME:/x", ShownMount(Store.HOST, "~", "/x")),
        ("C:\\${DIR}:/x", ShownMount(Store.HOST, "C:\\${DIR}", "/x")),
        ("/data/${DIR}", ShownMount(Store.UNNAMED, "", "/data/${DIR}")),
        ("${MOUNT}", ShownMount(Store.OTHER, "${MOUNT}", "")),
        ("./a:/b:ro:z", ShownMount(Store.OTHER, "./a:/b:ro:z", "")),
        ({"type": "volume", "source": "d", "target": "/d"}, ShownMount(Store.VOLUME, "d", "/d")),
        ({"type": "volume", "target": "/d"}, ShownMount(Store.UNNAMED, "", "/d")),
        (
            {"type": "bind", "source": "/s", "target": "/d", "read_only": True},
            ShownMount(Store.HOST, "/s", "/d", is_read_only=True),
        ),
        ({"type": "bind", "source": "${S}", "target": "/d"}, ShownMount(Store.HOST, "${S}", "/d")),
        ({"type": "volume", "source": "${S}", "target": "/d"}, ShownMount(Store.HOST, "${S}", "/d")),
        ({"type": "tmpfs", "target": "/d"}, ShownMount(Store.MEMORY, "", "/d")),
        ({"type": "image", "source": "i:1", "target": "/d"}, ShownMount(Store.IMAGE, "i:1", "/d")),
        ({"source": "s", "target": "/d"}, ShownMount(Store.OTHER, "s", "/d")),
    ],
)
def test_an_entry(summed, entry, shown):
    assert mounts_of(summed, [entry]) == (shown,)


@pytest.mark.parametrize("entries", [None, "a:/b", {"a": "/b"}, [None], [{}], [[]], [""]])
def test_what_says_nothing_is_left_out(summed, entries):
    assert mounts_of(summed, entries) == ()


def test_a_variable_with_a_value_is_that_value(summed):
    assert mounts_of(summed, ["${DIR}:/d", "${VOLUME}:/e"], DIR="/srv", VOLUME="data") == (
        ShownMount(Store.HOST, "/srv", "/d"),
        ShownMount(Store.VOLUME, "data", "/e"),
    )


@pytest.mark.parametrize(
    ("tmpfs", "targets"),
    [
        ("/tmp", ["/tmp"]),
        ("/tmp:size=64m,mode=1777", ["/tmp"]),
        (["/run", "/tmp:size=1m"], ["/run", "/tmp"]),
        (["${DIR}:size=1m", None, 5], ["${DIR}", "5"]),
        ({"a": "b"}, []),
        (None, []),
    ],
)
def test_what_is_kept_in_memory(summed, tmpfs, targets):
    shown = mounts_of(summed, [], extra=f"    tmpfs: {json.dumps(tmpfs)}\n")
    assert shown == tuple(ShownMount(Store.MEMORY, "", target) for target in targets)


def test_of_two_with_one_target_the_last_counts(summed):
    assert mounts_of(summed, ["./a:/data", "./b:/b", "./c:/data:ro"]) == (
        ShownMount(Store.HOST, "./b", "/b"),
        ShownMount(Store.HOST, "./c", "/data", is_read_only=True),
    )
