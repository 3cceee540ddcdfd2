"""`extends` within a document, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest

from estiba.compose.document import read_whole
from estiba.compose.project.model import read_model
from estiba.compose.reading.inheritance import inherit
from estiba.yaml_tree import read_documents


def services_of(text):
    services = read_model(read_whole(text)).values.root["services"]
    return {
        name: {k: v for k, v in body.items() if k != "extends"} for name, body in services.items() if body
    }


def broken_in(text):
    return [
        (one.kind, one.service, one.extended, one.circle, text[one.offset :].split("}")[0].split("\n")[0])
        for one in inherit(read_documents(text)[0])[1]
    ]


@pytest.mark.parametrize(
    ("text", "service"),
    [
        (
            "services:\n  b: {image: i, init: true}\n  a: {extends: b, image: j}\n",
            {"image": "j", "init": True},
        ),
        ("services:\n  a: {extends: {service: b}}\n  b: {image: i}\n", {"image": "i"}),
        (
            "services:\n  a: {extends: b, tty: true}\n  b: {extends: c, init: true}\n  c: {image: i}\n",
            {"image": "i", "tty": True, "init": True},
        ),
        (
            "services:\n  a: {extends: b, dns: x}\n  b: {image: i, dns: [y]}\n",
            {"image": "i", "dns": ["y", "x"]},
        ),
        ("services:\n  a: {extends: b, ports: !reset []}\n  b: {image: i, ports: [80]}\n", {"image": "i"}),
        (
            "services:\n  a: {extends: b, ports: !override [81]}\n  b: {image: i, ports: [80]}\n",
            {"image": "i", "ports": [81]},
        ),
        ("services:\n  a: {extends: b}\n  b: {image: i, ports: !reset [80]}\n", {"image": "i"}),
        ("services:\n  a: {extends: b, image: null}\n  b: {image: i}\n", {"image": "i"}),
        ("services:\n  a: {extends: b, image: i}\n  b:\n", {"image": "i"}),
        (
            (
                "x-m: &m {hostname: h, init: true}\nservices:\n"
                "  b: {<<: *m, image: i, hostname: own}\n  a: {extends: b, <<: {hostname: n}}\n"
            ),
            {"image": "i", "hostname": "n", "init": True},
        ),
        (
            (
                "x-m: &m {A: 1, B: 2}\nservices:\n  b: {image: i, environment: {<<: *m, C: 3}}\n"
                "  a: {extends: b, environment: {<<: *m, B: 9}}\n"
            ),
            {"image": "i", "environment": {"A": 1, "B": 9, "C": 3}},
        ),
        (
            "x-m: &m {extends: b}\nservices:\n  b: {image: i}\n  a: {<<: *m, init: true}\n",
            {"image": "i", "init": True},
        ),
        ("x-m: &m {b: {image: i}}\nservices:\n  <<: *m\n  a: {extends: b}\n", {"image": "i"}),
        (
            "services:\n  b: {image: i, hostname: x}\n  a: {extends: b}\n---\nservices: {b: {hostname: y}}\n",
            {"image": "i", "hostname": "x"},
        ),
        (
            "services:\n  a: {extends: {file: x.yml, service: b}, init: true}\n  b: {image: i}\n",
            {"init": True},
        ),
        ("services:\n  a:\n    extends: ${B:-b}\n    init: true\n  b: {image: i}\n", {"init": True}),
    ],
)
def test_service_gets_what_it_extends(text, service):
    assert services_of(text)["a"] == service


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("services:\n  a: {extends: b}\n", [("unknown", "a", "b", (), "b")]),
        ("services:\n  a: {extends: {service: b}}\n", [("unknown", "a", "b", (), "b")]),
        ("services:\n  a: {extends: a}\n", [("cycle", "a", "a", ("a", "a"), "a")]),
        (
            "services:\n  a: {extends: b}\n  b: {extends: c}\n  c: {extends: b}\n",
            [("cycle", "c", "b", ("b", "c", "b"), "b")],
        ),
        ("services:\n  a: {extends: {file: x.yml, service: b}}\n", []),
        ("services:\n  a: {extends: [b]}\n", []),
        ("services:\n  a: {extends: '${B}'}\n", []),
        ("services: [a]\n", []),
    ],
)
def test_what_leads_nowhere(text, found):
    assert broken_in(text) == found


def test_a_service_of_another_document_is_unknown():
    text = "services:\n  a: {image: i}\n---\nservices:\n  b: {extends: a}\n"
    assert [(one.kind, one.service) for one in read_model(read_whole(text)).broken_extends] == [
        ("unknown", "b")
    ]


def test_a_file_without_extends_is_itself():
    root = read_documents("services: {a: {<<: {image: i}}}")[0]
    assert inherit(root) == (root, [])
    assert inherit(root)[0] is root


def test_a_long_chain():
    count = 3000
    text = "services:\n  s0: {image: i}\n" + "".join(
        f"  s{n}: {{extends: s{n - 1}}}\n" for n in range(1, count)
    )
    assert services_of(text)[f"s{count - 1}"] == {"image": "i"}


def test_services_get_so_much_and_no_more():
    ports = ", ".join(f"'{number}:{number}'" for number in range(1, 1000))
    text = f"services:\n  a: {{image: i, ports: [{ports}]}}\n" + "".join(
        f"  s{n}: {{extends: a}}\n" for n in range(1000)
    )
    root, broken = inherit(read_documents(text)[0])
    assert [(one.kind, one.service, one.extended) for one in broken] == [("size", "s14", "a")]
    assert text[broken[0].offset :].startswith("a}\n  s15:")
    services = root.get("services")
    assert [len(body.pairs) for _, body in services.pairs[:20]] == [2] + [3] * 15 + [1] * 4
