from __future__ import annotations

import pytest

from estiba.compose.document import Reading
from estiba.compose.example import read_example
from estiba.compose.excerpts import Part

SMALLEST = "services:\n  web:\n    image: nginx\n"


@pytest.mark.parametrize(
    ("info", "name"),
    [
        ("", "compose.yaml"),
        ("yaml", "compose.yaml"),
        ("yaml:compose.yml", "compose.yml"),
        ("YAML:media.yaml linenums='1'", "media.yaml"),
        (":traefik.yml", "traefik.yml"),
        ("docker-compose:docker-compose.override.yml", "docker-compose.override.yml"),
        ("yaml:notes.txt", "compose.yaml"),
        ("yaml:../../x.yml", "compose.yaml"),
        ('yaml:compose.yml title="Con proxy"', "Con proxy"),
        ('yaml title=""', "compose.yaml"),
        ("yaml title='<img src=x onerror=alert(1)>'", "<img src=x onerror=alert(1)>"),
    ],
)
def test_the_name_that_is_shown(info, name):
    example = read_example(SMALLEST, info=info)
    assert example is not None
    assert example.shown_name == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SMALLEST, SMALLEST),
        (SMALLEST.rstrip("\n"), SMALLEST),
        (SMALLEST + "\n\n", SMALLEST),
        ("\n\n" + SMALLEST, "\n\n" + SMALLEST),
        (SMALLEST + "  \n", SMALLEST + "  \n"),
        ("services:  \n  web:\n    image: nginx\t\n", "services:  \n  web:\n    image: nginx\t\n"),
    ],
)
def test_the_text_ends_in_one_line_feed_and_is_else_untouched(text, shown):
    example = read_example(text)
    assert example is not None
    assert example.text == shown


def test_other_yaml_is_no_example():
    assert read_example("kind: Pod\n", info="yaml:compose.yml") is None


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("\tports: x\n", 4),
        ("    ports: ['80:80'\n", 4),
        ("    ports: ['80:80'\n\n\n", 4),
    ],
)
def test_the_line_of_a_fault_is_a_line_of_the_text(below, line):
    example = read_example(SMALLEST + below)
    assert example is not None
    assert not example.readable
    assert example.fault_line == line


def test_what_can_be_read_has_no_fault():
    example = read_example(SMALLEST)
    assert example is not None
    assert example.readable
    assert example.fault_line is None


def test_what_is_too_large_counts_as_readable():
    example = read_example(SMALLEST + "#\n" * 200_000)
    assert example is not None
    assert example.document.reading is Reading.TOO_LARGE
    assert example.readable
    assert example.fault_line is None


OTHERS = {
    "GitHub workflow, container": (
        "on: push\njobs:\n  t:\n    container:\n"
        "      image: node\n      volumes: [a:/b]\n      ports: [80]\n      env: {A: b}\n"
    ),
    "GitHub workflow, a job": "test:\n  runs-on: ubuntu-latest\n  container:\n    image: node:22\n",
    "GitHub workflow, services of a job": (
        "db:\n  image: postgres:17\n  env:\n    A: b\n  ports:\n    - 5432:5432\n"
    ),
    "GitLab CI, services of a job": (
        "test:\n  image: python:3.13\n  services: [postgres]\n  script: [pytest]\n"
    ),
    "GitLab CI, environment of a job": (
        "test:\n  image: python:3.13\n  environment: production\n  script: [pytest]\n"
    ),
    "GitLab CI, image for all": "image: python\nbefore_script: [x]\ntest:\n  script: a\n",
    "GitLab CI, image alone": "image: python:3.13\n",
    "GitLab CI, environment": "deploy:\n  environment:\n    name: prod\n    url: https://x\n",
    "Kubernetes, container": "- name: web\n  image: nginx\n  ports:\n    - containerPort: 80\n",
    "Kubernetes, container in a mapping": "image: nginx\nports:\n  - containerPort: 80\n",
    "Kubernetes, volumes": "volumes:\n  - name: data\n    emptyDir: {}\n",
    "Kubernetes, env": "env:\n  - name: A\n    value: b\n",
    "Kubernetes, resources": "resources:\n  limits: {cpu: 1}\n",
    "Kubernetes, securityContext": "securityContext:\n  privileged: true\n",
    "Helm values": "image:\n  repository: nginx\n  tag: latest\nservice:\n  type: ClusterIP\n",
    "Helm values, ports": "web:\n  image: nginx\n  replicas: 2\n  ports: {http: 80}\n",
    "Helm values, replicas": "image: nginx\nreplicaCount: 1\n",
    "Helm values, volumes": "volumes:\n  data:\n    size: 1Gi\n",
    "Ansible": (
        "- hosts: all\n  tasks:\n    - docker_container:\n"
        '        name: web\n        image: nginx\n        ports: ["80:80"]\n'
    ),
    "Ansible, task": (
        'docker_container:\n  name: web\n  image: nginx\n  ports: ["80:80"]\n  restart_policy: always\n'
    ),
    "Ansible, task with a full name": (
        'community.docker.docker_container:\n  name: web\n  image: nginx\n  volumes: ["a:/b"]\n'
    ),
    "Ansible, environment": "environment:\n  http_proxy: http://x\n",
    "Ansible, environment of a task": "- name: x\n  environment:\n    A: b\n",
    "Home Assistant": "sensor:\n  - platform: command_line\n    command: x\nlight:\n",
    "Home Assistant, script": "script:\n  a:\n    sequence: []\n",
    "ESPHome": "esphome:\n  name: x\nesp32:\n  board: y\nwifi:\n  networks:\n    - ssid: a\n",
    "ESPHome, networks": "networks:\n  - ssid: a\n    password: b\n",
    "Traefik": "http:\n  routers:\n    a: {rule: x}\n",
    "Traefik, static": "entryPoints:\n  web:\n    address: :80\nproviders:\n  docker: {network: a}\n",
    "Prometheus": (
        "scrape_configs:\n  - job_name: a\n"
        "    static_configs:\n      - targets: [a]\n        labels: {a: b}\n"
    ),
    "Prometheus, labels": "labels:\n  severity: page\n",
    "mkdocs.yml": "site_name: x\ntheme:\n  name: material\nplugins: [search]\n",
    "OpenAPI": "openapi: 3.0.0\ninfo: {title: a}\npaths: {}\n",
    "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"build": "x"}, "volumes": {}}\n',
    "package.json, the shortest": '{"name": "x", "version": "1.0.0"}\n',
    "netplan": "network:\n  version: 2\n  ethernets:\n    ens18: {dhcp4: true}\n",
    "cloud-init": "#cloud-config\nhostname: web\nusers: [a]\npackages: [nginx]\n",
    "cloud-init, hostname": "#cloud-config\nhostname: web\n",
    "front matter": "title: x\ntags: [a]\nimage: cover.png\n",
    "front matter, labels": "title: x\nlabels: [a]\n",
    "front matter, image alone": "image: cover.png\n",
    "front matter like the head of a Compose file": "version: 1\nname: x\n",
    "Grafana": "apiVersion: 1\ndatasources:\n  - name: Prometheus\n    type: prometheus\n",
    "Kubernetes, labels alone": "labels:\n  app: nginx\n",
    "Kubernetes, metadata": "metadata:\n  labels:\n    app: x\n",
    "devcontainer.json": '{"image": "node", "mounts": []}\n',
    "devcontainer.json as YAML": "image: node\nforwardPorts: [80]\n",
    "docker run": "docker run -p 80:80 nginx\n",
    "CircleCI": (
        "version: 2.1\njobs:\n  build:\n    docker:\n      - image: cimg/node\n        environment: {A: b}\n"
    ),
    "CircleCI, docker": "docker:\n  - image: cimg/node\n    environment: {A: b}\n",
    "CircleCI, job": "build:\n  docker:\n    - image: a\n  steps: [checkout]\n",
    "Drone step": "test:\n  image: golang\n  commands: [go test]\n",
    "Woodpecker": "pipeline:\n  build:\n    image: golang\n    commands: [x]\n",
    "Concourse": "resources:\n  - name: a\n    type: git\n",
    "pre-commit": "repos:\n  - repo: x\n    hooks: []\n",
    "Renovate": "enabledManagers: [docker]\n",
    "conda": "name: x\nchannels: [a]\ndependencies: [python]\n",
    "translations": "es:\n  image: Imagen\n  ports: Puertos\n",
    "translations of labels": "labels:\n  image: Imagen\n  name: Nombre\n",
    "Lovelace card": "type: entities\nentities: [a]\nimage: /x.png\n",
    "Homepage": "- Media:\n    - Plex:\n        icon: plex.png\n        container: plex\n",
    "Homepage, docker": "my-docker:\n  host: 127.0.0.1\n  port: 2375\n",
    "Frigate": "cameras:\n  front:\n    ffmpeg: {inputs: []}\n",
    "Zigbee2MQTT": (
        'mqtt:\n  server: x\nserial: {port: /dev/ttyUSB0}\ndevices:\n  "0x1":\n    friendly_name: a\n'
    ),
    "list of devices": "devices:\n  - a\n  - b\n",
    "list of devices with names": "devices:\n  - name: x\n",
    "list of networks": "networks:\n  - 10.0.0.0/8\n",
    "networks of another kind": "networks:\n  lan:\n    cidr: 10.0.0.0/8\n",
    "mkdocs.yml, nav": "nav:\n  - Home: index.md\n",
    "Jekyll": "collections:\n  docs: {output: true}\n",
    "Dependabot": "version: 2\nupdates:\n  - package-ecosystem: docker\n",
    "Terraform": 'image = "x"\n',
    "TOML": '[services]\nimage = "x"\n',
    "INI": "image: x\n[a]\n",
    "prose on ports": "Ports: 80 and 443\n",
    "prose in two lines": "image: the picture of a cat\nports: where ships land\n",
    "docker inspect": '[{"Image": "x"}]\n',
    "name alone": "name: web\n",
    "GitHub workflow, secrets": "secrets:\n  TOKEN: ${{ secrets.TOKEN }}\n",
    "GitHub workflow, inherited secrets": "secrets: inherit\n",
    "Kubernetes, secrets": "secrets:\n  - name: a\n",
    "configs of another kind": "configs:\n  a: b\n",
    "command alone": "command: x\n",
    "volumes without anything": "volumes:\n",
    "networks without anything": "networks:\n",
    "secrets without anything": "secrets: {}\n",
    "Traefik, healthcheck": "healthcheck:\n  path: /health\n",
    "Consul, healthCheck": "healthCheck:\n  path: /\n",
    "Podman": "kind: Pod\nspec: {}\n",
    "Nomad": 'job "x" {\n image = "a"\n}\n',
}

PARTS = {
    "services, a key misspelt": (
        "web:\n  image: nginx\n  enviroment:\n    - A=b\n  ports: ['80:80']\n",
        Part.SERVICES,
        1,
    ),
    "environment as a list": ("environment:\n  - A=b\n  - C=d\n", Part.SERVICE, 2),
    "environment as a mapping": ("environment:\n  TZ: Europe/Madrid\n", Part.SERVICE, 2),
    "ports": ('ports:\n  - "80:80"\n', Part.SERVICE, 2),
    "ports, indented": ("    ports:\n      - 80:80\n", Part.SERVICE, 2),
    "ports with a variable": ('ports:\n  - "${PORT}:80"\n', Part.SERVICE, 2),
    "mounts": ("volumes:\n  - ./data:/data\n", Part.SERVICE, 2),
    "devices": ("devices:\n  - /dev/dri:/dev/dri\n", Part.SERVICE, 2),
    "labels": ("labels:\n  - traefik.enable=true\n", Part.SERVICE, 2),
    "capabilities": ("cap_add:\n  - NET_ADMIN\n", Part.SERVICE, 2),
    "healthcheck": ('healthcheck:\n  test: ["CMD", "true"]\n', Part.SERVICE, 2),
    "network mode": ('network_mode: "service:vpn"\n', Part.SERVICE, 2),
    "logging": ("logging:\n  driver: local\n", Part.SERVICE, 2),
    "graphics card": (
        "deploy:\n  resources:\n    reservations:\n      devices: [{driver: nvidia, capabilities: [gpu]}]\n",
        Part.SERVICE,
        2,
    ),
    "two keys": ("runtime: nvidia\nenvironment:\n  - NVIDIA_VISIBLE_DEVICES=all\n", Part.SERVICE, 2),
    "image and ports": ("image: nginx\nports: ['80:80']\n", Part.SERVICE, 2),
    "restart": ("restart: unless-stopped\n", Part.SERVICE, 2),
    "comment above": ("# under the service\nports:\n  - 80:80\n", Part.SERVICE, 2),
    "dots below": ("environment:\n  - A=b\n...\n", Part.SERVICE, 2),
    "a service": ("web:\n  image: nginx\n  ports: ['80:80']\n", Part.SERVICES, 1),
    "a service, indented": ("  web:\n    image: nginx\n    ports: ['80:80']\n", Part.SERVICES, 1),
    "a service with dots": ("web:\n  image: nginx\n  ...\n  ports: ['80:80']\n", Part.SERVICES, 1),
    "a service that is built": ("web:\n  build: .\n  ports: ['80:80']\n", Part.SERVICES, 1),
    "two services": ("web:\n  image: a\n  ports: ['1:1']\ndb:\n  image: b\n", Part.SERVICES, 1),
    "a volume": ("volumes:\n  data:\n", Part.SECTION, 0),
    "a network": ("networks:\n  proxy:\n    external: true\n", Part.SECTION, 0),
    "a secret": ("secrets:\n  password:\n    file: ./password.txt\n", Part.SECTION, 0),
    "volumes and networks": ("volumes:\n  data:\nnetworks:\n  proxy:\n", Part.SECTION, 0),
    "services without a source": ("services:\n  web:\n    ports: ['80:80']\n", Part.NO_SOURCE, 0),
    "dots in a service": ("services:\n  web:\n    image: nginx\n    ...\n", Part.ELLIPSIS, 0),
    "dots between services": ("services:\n  ...\n  web:\n    image: nginx\n", Part.ELLIPSIS, 0),
    "dots above": ("...\nservices:\n  web:\n    image: nginx\n", Part.ELLIPSIS, 0),
    "an ellipsis": ("services:\n  web:\n    image: nginx\n    \u2026\n", Part.ELLIPSIS, 0),
    "four dots": ("services:\n  web:\n    image: nginx\n    ....\n", Part.ELLIPSIS, 0),
}

WHOLE = {
    "document end": ("yaml", "services:\n  web:\n    image: nginx\n...\n"),
    "dots in a comment": ("yaml", "services:\n  web:\n    image: nginx\n    # ...\n"),
    "dots as an entry": ("yaml", "services:\n  web:\n    image: nginx\n    command:\n      - ...\n"),
    "source by a merge key": ("yaml", "x-a: &a {image: b}\nservices:\n  web:\n    <<: *a\n"),
    "strange space before the source": ("yaml", "services:\n  web:\n\u00a0   image: nginx\n"),
    "slip in services": ("yaml", "servces:\n  web:\n    image: nginx\n    restart: always\n"),
    "service for services": ("yaml", "service:\n  web:\n    image: nginx\n    restart: always\n"),
    "capital in services": ("yaml", "Services:\n  web:\n    image: nginx\n    restart: always\n"),
    "empty, with a name": ("yaml:compose.yaml", "services:\n"),
    "slip and empty, with a name": ("docker-compose", "service:\n"),
    "counter-example with dots": ('yaml bad="bad-port"', "services:\n  web:\n    image: a\n    ...\n"),
    "counter-example without a source": ('yaml bad="bad-port"', "services:\n  web:\n    ports: [x]\n"),
}


@pytest.mark.parametrize("info", ["yaml", "", "yml"])
@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_yaml_is_no_part(text, info):
    assert read_example(text, info=info) is None


@pytest.mark.parametrize(("text", "part", "above"), PARTS.values(), ids=PARTS)
def test_part(text, part, above):
    example = read_example(text, info="yaml")
    assert example is not None
    assert (example.part, example.above, example.readable) == (part, above, True)
    assert example.text == text
    assert not example.is_to_run


@pytest.mark.parametrize(("info", "text"), WHOLE.values(), ids=WHOLE)
def test_whole_file(info, text):
    example = read_example(text, info=info)
    assert example is not None
    assert (example.part, example.above, example.readable) == (None, 0, True)


@pytest.mark.parametrize(
    ("text", "part", "above"),
    [
        ("services:\n  web:\n    image: nginx\n", Part.SAID, 0),
        ("image: nginx\n", Part.SERVICE, 2),
        ('user: "1000"\n', Part.SERVICE, 2),
        ("web:\n  image: nginx\n", Part.SERVICES, 1),
        ("ports: x\n", Part.SERVICE, 2),
        ("enviroment: x\n", Part.SAID, 0),
        ("volumes:\n  data: {driver_opt: x}\n", Part.SECTION, 0),
    ],
)
def test_part_that_its_author_says_is_one(text, part, above):
    example = read_example(text, info="yaml excerpt")
    assert example is not None
    assert (example.part, example.above) == (part, above)


def test_broken_part():
    said = read_example("ports: [\n", info="yaml excerpt")
    assert said is not None
    assert (said.part, said.readable) == (Part.SAID, False)
    assert read_example("ports: [\n", info="yaml") is None


@pytest.mark.parametrize("info", ["bash", "dockerfile", "json", "python", "text", "ini", "env", "console"])
def test_a_fence_of_another_language_is_no_part(info):
    assert read_example("ports:\n  - 80:80\n", info=info) is None


def test_several_documents_are_no_part():
    assert read_example("ports: [80]\n---\nports: [81]\n", info="yaml") is None


def test_what_is_too_large_is_no_part():
    assert read_example("ports: ['80:80']\n" + "#\n" * 200_000, info="yaml") is None


def test_counter_example_is_not_to_be_run():
    example = read_example(SMALLEST, info='yaml bad="bad-port, no-such-check"')
    assert example is not None
    assert example.shows == ("bad-port", "no-such-check")
    assert not example.is_to_run


def test_example_is_to_be_run():
    example = read_example(SMALLEST, info="yaml")
    assert example is not None
    assert example.is_to_run
