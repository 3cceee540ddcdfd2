"""A whole file in short."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from estiba.compose.project.summary.mounts import ShownMount, Store
from estiba.compose.project.summary.networks import Share, ShownNetwork
from estiba.compose.project.summary.ports import ShownPort
from estiba.compose.project.summary.summary import Origin, ServiceSummary, Summary

FILE = """services:
  web:
    image: nginx:1.29
    ports: ["8080:80", "8443:443"]
    volumes: ["data:/data", "./conf:/etc/nginx:ro", "/var/cache"]
    networks: [front]
    profiles: [prod]
  backup:
    extends: web
    image: restic/restic:0.18
    ports: !override []
    volumes: !override ["data:/data:ro", "./conf:/conf"]
volumes: {data: }
networks: {front: }
"""


def test_a_file(summed):
    front = (ShownNetwork(Share.NAMED, "front"),)
    assert summed(FILE) == Summary(
        (
            ServiceSummary(
                "web",
                Origin("nginx:1.29"),
                (ShownPort("", "8080", "80/tcp"), ShownPort("", "8443", "443/tcp")),
                (
                    ShownMount(Store.VOLUME, "data", "/data"),
                    ShownMount(Store.HOST, "./conf", "/etc/nginx", is_read_only=True),
                    ShownMount(Store.UNNAMED, "", "/var/cache"),
                ),
                front,
                ("prod",),
            ),
            ServiceSummary(
                "backup",
                Origin("restic/restic:0.18"),
                (),
                (
                    ShownMount(Store.VOLUME, "data", "/data", is_read_only=True),
                    ShownMount(Store.HOST, "./conf", "/conf"),
                ),
                front,
                ("prod",),
            ),
        ),
        ports=2,
        volumes=2,
        paths=1,
    )


@pytest.mark.parametrize(
    ("service", "origin"),
    [
        ({"image": "nginx"}, Origin("nginx")),
        ({"image": "nginx:${TAG:-1.29}"}, Origin("nginx:${TAG:-1.29}")),
        ({"image": "nginx:${TAG:?which one: say}-alpine"}, Origin("nginx:${TAG}-alpine")),
        ({"image": 5}, Origin("5")),
        ({"image": ["nginx"]}, Origin()),
        ({"image": None, "restart": "no"}, Origin()),
        ({"build": "./app"}, Origin(context="./app", is_built=True)),
        ({"build": {"context": "${DIR:-.}/app"}}, Origin(context="${DIR:-.}/app", is_built=True)),
        ({"build": {"dockerfile_inline": "FROM scratch"}}, Origin(is_built=True)),
        ({"build": ".", "image": "mine:1"}, Origin("mine:1", ".", is_built=True)),
        ({"build": None, "image": "x"}, Origin("x")),
        ({"extends": {"file": "base.yml", "service": "web"}}, Origin(extended="web", file="base.yml")),
        ({"extends": {"file": "base.yml"}}, Origin(file="base.yml")),
        ({"extends": "unknown", "image": "x"}, Origin("x")),
        ({"provider": {"type": "cloud"}}, Origin(provider="cloud")),
    ],
)
def test_what_a_service_is_made_of(summed, service, origin):
    assert summed(json.dumps({"services": {"a": service}})).services[0].origin == origin


def test_an_image_is_as_written_whatever_the_variables_are(summed):
    summary = summed("services:\n  a:\n    image: nginx:$TAG\n", {"TAG": "1.29"})
    assert summary.services[0].origin.image == "nginx:$TAG"


def test_an_image_that_a_merge_key_brings_in(summed):
    text = "x-base: &base {image: 'nginx:1.29'}\nservices:\n  a:\n    <<: *base\n"
    assert summed(text).services[0].origin.image == "nginx:1.29"


@pytest.mark.parametrize(
    "text", ["services: [\n", "services:\n", "services: [a]\n", "services: {a: }\n", "x\n", ""]
)
def test_what_cannot_be_read_runs_nothing(summed, text):
    assert summed(text) == Summary((), 0, 0, 0)


def test_all_services_are_summed_up(summed):
    text = "services:\n" + "".join(f"  s{number}: {{image: x}}\n" for number in range(4000))
    summary = summed(text)
    assert [one.name for one in summary.services] == [f"s{number}" for number in range(4000)]


def test_a_text_that_aliases_repeat_does_not_grow_with_them(summed):
    name = "x" * 3_000
    users = "".join(f"  s{number}: {{image: *i, volumes: [*i], profiles: [*i]}}\n" for number in range(200))
    summary = summed(f"x-name: &i {name}\nservices:\n{users}")
    assert len(summary.services) == 200
    assert len(str(summary)) < 400_000


WORDS = "a 80:80 ${A} ${A:-b}:80 ${A}:${B}:c ${ $ ./a:/b a:/b:ro service:x ::".split()
ATOMS = st.sampled_from([*WORDS, "", 1, -1, 1.5, True, None, 10**30])
KEYS = """
    image build context extends service file provider type source target read_only published host_ip protocol
    ports volumes tmpfs networks network_mode profiles
    """.split()
ANYTHING = st.recursive(
    ATOMS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING, min_size=1))
def test_whatever_a_service_holds_is_summed_up(summed, service):
    assert [one.name for one in summed(json.dumps({"services": {"a": service}})).services] == ["a"]
