"""What a service names, mounts and asks for, as Docker Compose 2.40.3 sees it."""

from __future__ import annotations

import pytest

from estiba.compose.document import read_whole
from estiba.compose.project.ancestry import is_whole
from estiba.compose.project.build_contexts import build_contexts
from estiba.compose.project.mentions import mentions_of
from estiba.compose.project.model import read_model
from estiba.compose.project.profiles import is_always_started, needs_profile, profiles_of
from estiba.compose.project.resources import contradictions
from estiba.compose.project.targets import effective_mounts, mounted_twice


def services_of(text, *, reader_sets_variables=False):
    return read_model(read_whole(text), reader_sets_variables=reader_sets_variables).services


def service_of(body, *, reader_sets_variables=False):
    text = f"services: {{web: {{image: x, {body}}}}}\n"
    return services_of(text, reader_sets_variables=reader_sets_variables)["web"]


@pytest.mark.parametrize(
    ("body", "profiles"),
    [
        ("restart: always", ()),
        ("profiles: []", ()),
        ("profiles: ['', dev]", ()),
        ("profiles: dev", ()),
        ("profiles: [dev, test]", ("dev", "test")),
        ("profiles: ['${X}']", None),
    ],
)
def test_profiles(body, profiles):
    service = service_of(body, reader_sets_variables=True)
    assert profiles_of(service) == profiles
    assert is_always_started(service) == (profiles == ())
    assert needs_profile(service) == bool(profiles)


@pytest.mark.parametrize(
    ("extends", "whole"),
    [
        ("restart: always", True),
        ("extends: base", True),
        ("extends: {service: base}", True),
        ("extends: {service: base, file: base.yaml}", False),
        ("extends: far", False),
        ("extends: nowhere", False),
        ("extends: web", False),
        ("extends: [base]", False),
    ],
)
def test_service_is_whole_where_all_that_it_extends_is_here(extends, whole):
    far = "far: {extends: {service: a, file: b.yaml}}"
    services = services_of(f"services: {{web: {{{extends}}}, base: {{image: x}}, {far}}}\n")
    assert is_whole(services["web"], services) is whole


@pytest.mark.parametrize(
    ("build", "found"),
    [
        ("build: .", []),
        ("build: {additional_contexts: x}", []),
        ("build: {additional_contexts: {a: 'service:db', b: ./b, c: 1}}", [("db", "a", 8)]),
        ("build: {additional_contexts: ['a=service:db', a, 'b=c=service:db']}", [("db", 0, 10)]),
        ("build: {additional_contexts: {a: 'service:${X}'}}", []),
    ],
)
def test_build_contexts(build, found):
    service = service_of(build, reader_sets_variables=True)
    assert [(one.service, one.path[-1], one.offset) for one in build_contexts(service)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("networks: {a: , b: {}}", ["a", "b"]),
        ("networks: [a, '${X}', {source: b}, [c]]", ["a", "b"]),
        ("networks: a", []),
    ],
)
def test_names_in_lists_and_mappings(body, found):
    service = service_of(body, reader_sets_variables=True)
    assert [one.name for one in mentions_of(service, "networks")] == found


@pytest.mark.parametrize(
    ("key", "entries", "found"),
    [
        ("secrets", "[a, {source: b}, {target: c}]", ["a", "b", ""]),
        ("secrets", "[{source: a, target: t}, {source: b, target: t}]", ["b"]),
        ("secrets", "[a, {source: b, target: /run/secrets/a}]", ["b"]),
        ("secrets", "[a, {source: b, target: a}]", ["a", "b"]),
        ("secrets", "[{}, {source: b, target: ''}]", ["", "b"]),
        ("configs", "[a, {source: b, target: /a}]", ["b"]),
        ("configs", "[{source: [a]}, 5]", []),
    ],
)
def test_of_two_entries_with_one_target_the_last_counts(key, entries, found):
    assert [one.name for one in mentions_of(service_of(f"{key}: {entries}"), key)] == found


def test_secrets_of_a_build_have_no_targets_in_the_container():
    service = service_of("build: {secrets: [{source: a, target: t}, {source: b, target: t}]}")
    assert [one.name for one in mentions_of(service, "build", "secrets")] == ["a", "b"]


@pytest.mark.parametrize(
    ("volumes", "sources"),
    [
        ("['va:/d', 'vb:/d']", ["vb"]),
        ("['va:/d/', 'vb:/d']", ["vb"]),
        ("['va:/d:ro', 'vb:/d:rw,z']", ["vb"]),
        ("['va:/d', {type: volume, source: vb, target: /d/}]", ["va", "vb"]),
        ("['va:/d/', {type: volume, source: vb, target: /d/}]", ["vb"]),
        ("['va:/d:ro', 'vb:/d/:rw', {type: volume, source: vc, target: /d/}]", ["va", "vc"]),
        ("['va:/d', 'va::']", ["va"]),
        ("['/d/', {type: volume, source: vb, target: /d/}]", ["vb"]),
    ],
)
def test_of_two_volumes_with_one_target_the_last_counts(volumes, sources):
    mounts = effective_mounts(service_of(f"volumes: {volumes}"))
    assert [one.mount.source for one in mounts] == sources


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("tmpfs: [/a, /b]", []),
        ("tmpfs: [/a, /a/]", []),
        ("tmpfs: ['/a:size=1', '/a:size=2']", []),
        ("tmpfs: ['/a:ro', '/a:rw']", [("/a", ("tmpfs", 1), ("tmpfs", 0))]),
        ("tmpfs: /a, volumes: ['./b:/a/']", [("/a", ("volumes", 0), ("tmpfs",))]),
        ("tmpfs: /a/, volumes: ['./b:/a']", []),
        ("tmpfs: /a, volumes: [{type: image, source: x, target: //a}]", [("/a", ("volumes", 0), ("tmpfs",))]),
        ("tmpfs: a, volumes: ['./b:a']", [("a", ("volumes", 0), ("tmpfs",))]),
        ("tmpfs: '', volumes: [{type: tmpfs, target: ''}]", []),
        ("tmpfs: ['${X}'], volumes: ['./b:/a']", []),
        ("volumes: ['./b:/a', {type: tmpfs, target: /a/}]", [("/a", ("volumes", 1), ("volumes", 0))]),
    ],
)
def test_two_mounts_on_one_target(body, found):
    service = service_of(body, reader_sets_variables=True)
    twice = [(one.target, one.path[2:], one.first[2:]) for one in mounted_twice(service)]
    assert twice == found


LIMITS = "deploy: {resources: {limits: {%s}}}"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("scale: 2, deploy: {replicas: 2}", []),
        ("scale: 2, deploy: {replicas: '2'}", []),
        ("scale: 2, deploy: {}", []),
        ("scale: 0, deploy: {replicas: 1}", [("scale", "0", "1")]),
        ("scale: 2, deploy: {replicas: '${X}'}", []),
        ("cpus: 0.3, " + LIMITS % "cpus: '0.30'", []),
        ("cpus: 1.0000000001, " + LIMITS % "cpus: 1", []),
        ("cpus: 1, " + LIMITS % "cpus: 2", [("cpus", "1", "2")]),
        ("cpus: 1, " + LIMITS % "", [("cpus", "1", None)]),
        ("cpus: 0, " + LIMITS % "cpus: 2", []),
        ("cpus: half, " + LIMITS % "cpus: 2", []),
        ("cpus: 1e300, " + LIMITS % "cpus: 1e301", []),
        ("cpus: inf, " + LIMITS % "cpus: 2", [("cpus", "inf", "2")]),
        (f"cpus: {10**400}, " + LIMITS % "cpus: 2", []),
        ("cpus: true, " + LIMITS % "cpus: 2", []),
        ("cpus: 1, deploy: {resources: {reservations: {cpus: 2}}}", []),
        ("cpus: 1, deploy: [x]", []),
        ("mem_limit: 1g, " + LIMITS % "memory: 1024m", []),
        ("mem_limit: 1g, " + LIMITS % "cpus: 1", [("mem_limit", "1g", None)]),
        ("mem_limit: 1g, " + LIMITS % "memory: 1Gi", []),
        ("mem_limit: 0.5, " + LIMITS % "cpus: 1", []),
        (
            "mem_reservation: 1g, deploy: {resources: {reservations: {memory: 2g}}}",
            [("mem_reservation", "1g", "2g")],
        ),
        ("pids_limit: 5, " + LIMITS % "pids: '5'", []),
        ("pids_limit: -1, " + LIMITS % "cpus: 1", [("pids_limit", "-1", None)]),
        ("memswap_limit: 1g, " + LIMITS % "memory: 2g", []),
    ],
)
def test_contradictions(body, found):
    service = service_of(body, reader_sets_variables=True)
    assert [(one.keys[0], one.value, one.said) for one in contradictions(service)] == found
