"""What an author is told about mounts, devices and extra hosts that cannot be read."""

from __future__ import annotations

import pytest

from said import said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("volumes: [./a:/a, '/b', '~/c:/c:ro,z', c:/d]", ""),
        ("volumes: [{type: bind, source: '', target: ''}, {type: tmpfs, target: /a}]", ""),
        (
            "volumes: ['./a:/a:ro:z']",
            "4:26 'z' is a part too many; write 'source:target:options', and commas between options",
        ),
        (
            "volumes: [./a::ro]",
            "4:19 a part of the mount is empty; write './data:/data', with no colon too many",
        ),
        (
            "volumes: ['./a:']",
            (
                "4:20 the mount names no path in the container;"
                " write it behind a colon, for example './data:/data'"
            ),
        ),
        (
            "volumes: [{type: bind, source: ./a}]",
            "4:15 the mount names no path in the container; add 'target: /data'",
        ),
        (
            "volumes: [{type: bind, target: /a}]",
            "4:15 the bind mount names no path of the host; add 'source: ./data'",
        ),
        ("volumes: [{type: bind, source: ./a, target: null}, 5, {type: []}]", ""),
        ("devices: [/dev/a, '/dev/a:/dev/b:rwm', {source: a, target: b}]", ""),
        (
            "devices: [{source: /dev/sda}]",
            "4:15 the device names no path in the container; add 'target: /dev/sda'",
        ),
        (
            "devices: ['/dev/a:/dev/b:rwm:x']",
            (
                "4:34 'x' is a part too many;"
                " write 'source:target:permissions', for example '/dev/sda:/dev/sda:rwm'"
            ),
        ),
        ("devices: [{source: a, target: null}, 5, []]", ""),
        ("extra_hosts: ['a:1.1.1.1', 'b=::1', 'c=']", ""),
        ("extra_hosts: {a: 1.1.1.1, b: [1.1.1.1]}", ""),
        (
            "extra_hosts: [db]",
            "4:19 'db' has no address; write 'name:address', for example 'db:host-gateway'",
        ),
        (
            "build: {context: ., extra_hosts: ['=1.1.1.1']}",
            "4:39 the extra host has no name; write 'name:address', for example 'db.lan:192.168.1.10'",
        ),
        (
            "extra_hosts: ['a:b=1.1.1.1']",
            "4:19 'a:b' is no name of a host; write one without ':' and '='",
        ),
        (
            "extra_hosts: {'a=b': 1.1.1.1}",
            "4:19 'a=b' is no name of a host; write one without ':' and '='",
        ),
        ("extra_hosts: [5, {}]", ""),
    ],
)
def test_entry(field, told):
    assert said(f"{ABOVE}    {field}\n", "bad-mount") == ([told] if told else [])


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("volumes: ['./a:${X}']", "volumes.0"),
        ("devices: ['a:b:c:${X}']", "devices.0"),
        ("extra_hosts: ['${X}']", "extra_hosts.0"),
    ],
)
def test_entry_with_a_variable_is_judged_in_a_file_only(field, name):
    text = f"{ABOVE}    {field}\n"
    told = "cannot be read while 'X' has no value; set it, or write a default: '${X:-…}'"
    (line,) = said(text, "bad-mount")
    assert line.partition(" ")[2] == f"'services.web.{name}' {told}"
    assert said(text, "bad-mount", in_note=True) == []
