"""Each fact fires on a service that breaks it, and is silent on one that heeds it."""

from __future__ import annotations

import pytest
import yaml

from estiba.catalogue import catalogue_for
from estiba.compose.example import read_file
from estiba.compose.facts.image_facts.evaluation import unheeded
from estiba.compose.facts.image_facts.facts import KINDS, all_facts, facts_of, major_version
from estiba.compose.formats.images import read_image
from estiba.compose.project.model import read_model

FACTS = [pytest.param(fact, id=fact.name) for fact in all_facts()]
IMAGES = [
    pytest.param(fact, image, id=f"{fact.name}-{image}") for fact in all_facts() for image in fact.images
]
COMMANDS = {
    "redis-data": "redis-server --appendonly yes",
    "traefik-socket": "--providers.docker=true",
}
"""For facts that only hold with a command."""


def found(service):
    """Give the names of the facts that a service does not heed."""
    text = yaml.safe_dump({"services": {"app": service}})
    model = read_model(read_file(text).document)
    return {finding.fact.name for finding in unheeded(model.services["app"])}


def tag_of(fact):
    return str(fact.from_major or (fact.below_major or 2) - 1)


def breaking(fact, pattern=None):
    """Make a service that breaks `fact`."""
    image = (pattern or fact.images[0]).replace("*", "app")
    service = {"image": f"{image}:{tag_of(fact)}", "restart": "always"}
    if fact.name in COMMANDS:
        service["command"] = COMMANDS[fact.name]
    match fact.kind:
        case "mount_of":
            service["environment"] = {fact.mount_of: "/state"}
        case "no_mount":
            service["volumes"] = [f"./data:{fact.no_mount}"]
        case "renamed":
            service["environment"] = {next(iter(fact.renamed)): "x"}
        case "idle":
            service["cap_add"] = [name for name in fact.idle if not name.startswith("/")]
    return service


def variables(fact):
    pairs = [(name, value or "x") for name, _, value in (one.partition("=") for one in fact.variables)]
    yield from ({"environment": {name: value}} for name, value in pairs)
    yield from ({"environment": [f"{name}={value}"]} for name, value in pairs)
    yield from ({"environment": [name]} for name, _ in pairs)
    yield {"env_file": "app.env"}


def mount(fact):
    for path in fact.mount:
        yield {"volumes": [f"./data:{path}"]}
        yield {"volumes": [f"./data:{path}/"]}
        yield {"volumes": [{"type": "volume", "target": path}]}
        yield {"tmpfs": path}
    yield {"volumes_from": ["other"]}
    yield {"restart": "no"}


HEEDING = {
    "variables": variables,
    "mount": mount,
    "mount_of": lambda _: [{"volumes": ["./data:/state"]}, {"environment": {}}],
    "no_mount": lambda fact: [{"volumes": [f"./data:{fact.instead or '/elsewhere'}"]}],
    "renamed": lambda fact: [{"environment": dict.fromkeys(fact.renamed.values(), "x")}],
    "capabilities": lambda fact: [
        {"cap_add": [f"cap_{name.lower()}" for name in fact.capabilities]},
        {"cap_add": ["ALL"]},
        {"privileged": True},
    ],
    "socket": lambda _: [
        {"volumes": ["/var/run/docker.sock:/var/run/docker.sock:ro"]},
        {"use_api_socket": True},
    ],
    "command": lambda fact: [{"command": fact.command}],
    "idle": lambda _: [{"cap_add": ["NET_RAW"]}],
}
"""By kind: what makes a service heed a fact, each in another way."""


def heeding(fact):
    """Make services that heed `fact`, or of which it says nothing."""
    service = breaking(fact)
    yield from (service | change for change in HEEDING[fact.kind](fact))
    for wanted in fact.unless_variables:
        name, _, value = wanted.partition("=")
        yield service | {"environment": service.get("environment", {}) | {name: value or "x"}}
    yield from (service | {"volumes": [f"./data:{path}"]} for path in fact.unless_mounts)
    yield from (service | {key: "service:other"} for key in fact.unless_keys)
    yield from (service | change for change in ({"build": "."}, {"entrypoint": "/x"}, {"command": "other"}))


@pytest.mark.parametrize(("fact", "image"), IMAGES)
def test_it_fires(fact, image):
    assert fact.name in found(breaking(fact, image))


@pytest.mark.parametrize("fact", FACTS)
def test_it_is_silent(fact):
    services = list(heeding(fact))
    assert [service for service in services if fact.name in found(service)] == []
    assert len(services) > 3


@pytest.mark.parametrize("fact", [fact for fact in all_facts() if fact.from_major or fact.below_major])
def test_it_holds_of_its_versions(fact):
    service = breaking(fact)
    image = service["image"].rpartition(":")[0]
    other = fact.below_major or fact.from_major - 1
    assert fact.name not in found(service | {"image": f"{image}:{other}-slim"})
    assert (fact.name in found(service | {"image": image})) == (not fact.below_major)
    assert (fact.name in found(service | {"image": f"{image}:latest"})) == (not fact.below_major)
    assert fact.name not in found(service | {"image": f"{image}:nightly"})


@pytest.mark.parametrize("fact", FACTS)
def test_it_says_one_thing_and_where_that_stands(fact):
    assert sum(bool(getattr(fact, kind)) for kind in KINDS) == 1
    assert fact.source.startswith("https://")
    for language in ("en", "es"):
        assert f"problem.image-facts.{fact.variant}" in catalogue_for(language).texts


def test_there_are_facts_of_many_images():
    names = [fact.name for fact in all_facts()]
    assert len(names) == len(set(names))
    assert len({fact.images for fact in all_facts()}) >= 30


@pytest.mark.parametrize(
    ("image", "names"),
    [
        ("lscr.io/linuxserver/radarr:5", {"linuxserver-config"}),
        ("lscr.io/linuxserver/socket-proxy:3", set()),
        ("linuxserver/taisun", set()),
        ("docker.io/library/mongo:8", {"mongo-data"}),
        ("ghcr.io/example/mongo:8", set()),
    ],
)
def test_facts_of_an_image(image, names):
    assert {fact.name for fact in facts_of(read_image(image))} == names


@pytest.mark.parametrize(
    ("image", "major"),
    [
        ("postgres:18.6", 18),
        ("postgres:v3-alpine", 3),
        ("pihole/pihole:2025.08.0", 2025),
        ("postgres", float("inf")),
        ("postgres:latest", float("inf")),
        ("postgres:alpine", float("inf")),
        ("postgres:bookworm", None),
        ("postgres@sha256:" + "a" * 64, None),
    ],
)
def test_major_version(image, major):
    assert major_version(read_image(image)) == major
