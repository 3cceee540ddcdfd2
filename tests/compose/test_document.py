from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.document import MAX_BYTES, Reading, read_document
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.yaml_tree import Mapping

SMALLEST = "services:\n  web:\n    image: nginx\n"

COMPOSE = {
    "smallest": SMALLEST,
    "with version": "version: '3.8'\n\n" + SMALLEST,
    "name and volumes": "name: stack\n" + SMALLEST + "volumes:\n  data:\n",
    "extension first": "x-log: &log\n  driver: local\n" + SMALLEST + "    logging: *log\n",
    "services last": "networks:\n  front:\n" + SMALLEST,
    "comments above": "# compose.yaml\n\n# the web\n" + SMALLEST,
    "document start": "---\n" + SMALLEST,
    "directive": "%YAML 1.2\n---\n" + SMALLEST,
    "second of two documents": "title: x\n---\n" + SMALLEST,
    "quoted key": '"services":\n  web:\n    image: nginx\n',
    "single quotes": "'services':\n  web:\n    image: nginx\n",
    "space before the colon": "services :\n  web:\n    image: nginx\n",
    "flow style": "services: {web: {image: nginx}}\n",
    "indented as a whole": "  services:\n    web:\n      image: nginx\n",
    "build only": "services:\n  web:\n    build: .\n",
    "no image, one key": "services:\n  web:\n    ports: ['80:80']\n",
    "merge key": "x-base: &base\n  image: nginx\nservices:\n  web:\n    <<: *base\n    restart: always\n",
    "merge key alone": "x-base: &base\n  image: nginx\nservices:\n  web:\n    <<: *base\n",
    "second service tells": "services:\n  web:\n  db:\n    image: postgres\n",
    "slip at the top": "servcies:\n  a: b\nvolume:\n  data:\n" + SMALLEST,
    "byte order mark": "\ufeff" + SMALLEST,
    "JSON": '{\n  "services": {\n    "web": {"image": "nginx"}\n  }\n}\n',
    "JSON on one line": '{"services": {"web": {"image": "nginx"}}}',
    "strange space before services": "\u00a0services:\n  web:\n    image: nginx\n",
    "strange spaces before a service": "services:\n\u00a0\u00a0web:\n\u00a0\u00a0\u00a0\u00a0image: nginx\n",
    "strange space before an image": "services:\n  web:\n\u00a0   image: nginx\n",
    "name that looks hostile": "services:\n  '<script>':\n    image: '\"&amp;'\n",
}

OTHERS = {
    "nothing": "",
    "prose": "The services: nginx and its image: small.\n",
    "Kubernetes": (
        "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n"
        "        - name: web\n          image: nginx\n"
    ),
    "Kubernetes with services": (
        "apiVersion: example.org/v1\nkind: Stack\nservices:\n  web:\n    image: nginx\n"
    ),
    "GitHub workflow": (
        "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    services:\n      db:\n"
        "        image: postgres:17\n        ports:\n          - 5432:5432\n"
    ),
    "GitLab CI": "image: python\nservices:\n  - postgres:17\ntest:\n  script: pytest\n",
    "GitLab CI, long form": "stages: [test]\nservices:\n  - name: postgres:17\n    alias: db\n",
    "Woodpecker": ("steps:\n  - name: test\n    image: python\nservices:\n  db:\n    image: postgres\n"),
    "Drone": "kind: pipeline\nservices:\n  db:\n    image: postgres\n",
    "Symfony": (
        "services:\n  _defaults:\n    autowire: true\n    autoconfigure: true\n  App\\:\n"
        "    resource: '../src/'\n    exclude: '../src/Kernel.php'\n"
        "  App\\Mailer:\n    arguments: ['%mail%']\n    tags: [app.mailer]\n"
    ),
    "Home Assistant": "homeassistant:\n  name: Casa\nautomation:\n  - action:\n    service: light.turn_on\n",
    "Home Assistant, services of an integration": (
        "reload:\n  name: Reload\n  fields:\n    services:\n      example: light\n"
    ),
    "ESPHome": "api:\n  services:\n    - service: start\n      variables:\n        image: string\n",
    "Traefik": "http:\n  services:\n    web:\n      loadBalancer:\n        servers:\n          - url: http://a\n",
    "Consul": '{"services": [{"name": "web", "ports": [80]}]}\n',
    "OpenTelemetry": "service:\n  pipelines:\n    traces:\n      receivers: [otlp]\n",
    "services without a value": "services:\n",
    "services that are null": "services:\n  web:\n  db:\n",
    "services that are text": "services:\n  web: nginx\n",
    "keys of nobody": "services:\n  foo:\n    key1: value1\n",
    "a first version": "web:\n  image: nginx\n  ports: ['80:80']\n",
    "a part": "  web:\n    image: nginx\n",
    "only in a comment": "# services:\n#   web:\n#     image: nginx\n",
    "only in a text": "config: |\n  services:\n    web:\n      image: nginx\n",
    "heredoc": "cat > compose.yaml <<EOF\nservices:\n  web:\n    image: nginx\nEOF\ndocker compose up -d\n",
    "heredoc under a comment": "# make it\ntee compose.yaml <<'EOF'\n" + SMALLEST + "EOF\n",
    "prompt": "$ cat compose.yaml\nservices:\n  web:\n    image: nginx\n",
    "fence shown": "```yaml\n" + SMALLEST + "```\n",
    "fence shown under text": "Write:\n\n```yaml\n" + SMALLEST + "```\n",
    "note shown": "---\ntitle: Nginx\n---\n\n~~~yaml\n" + SMALLEST + "~~~\n",
    "Dockerfile": "FROM nginx\nCOPY services: /\nRUN image: x\n",
    "Python": 'services: dict = {\n  "web": 1,\n}\n',
    "diff": "--- a/compose.yaml\n+++ b/compose.yaml\n services:\n   web:\n-    image: a\n+    image: b\n",
    "broken JSON": '{\n  "services": {\n    "web": {"image": \n',
}

UNREADABLE = {
    "space without width": ("services:\u200b\n  web:\n    image: nginx\n", 2),
    "strange space": (SMALLEST + "\u00a0   ports: [\n", 4),
    "tab": (SMALLEST + "\tports:\n", 4),
    "open bracket": (SMALLEST + "    ports: ['80:80'\n", 4),
    "three dots": (SMALLEST + "    ...\n  db:\n    image: postgres\n", 4),
    "template": ("services:\n  web:\n    image: %%IMAGE%%\n", 3),
    "unknown alias": (SMALLEST + "    environment: *nothing\n", 4),
    "NUL": (SMALLEST + "    command: \x00\n", 4),
    "below comments": ("# a\n\n---\n" + SMALLEST + "   ports: x\n", 7),
    "byte order mark": ("\ufeffservices:\n  web:\n    image: nginx\n    ports: [\n", 4),
}


@pytest.mark.parametrize("text", COMPOSE.values(), ids=COMPOSE)
def test_compose_is_known_by_what_it_says(text):
    document = read_document(text)
    assert document is not None
    assert document.reading is Reading.READ
    strange = STRANGE_SPACE.search(text[1:]) or STRANGE_SPACE.match(text.lstrip("\ufeff"))
    assert strange or any(isinstance(root.get("services"), Mapping) for root in document.roots)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_not_compose(text):
    assert read_document(text) is None


@pytest.mark.parametrize(("text", "line"), UNREADABLE.values(), ids=UNREADABLE)
def test_broken_compose_says_where(text, line):
    document = read_document(text)
    assert document is not None
    assert document.reading is Reading.UNREADABLE
    assert document.roots == ()
    assert document.fault is not None
    assert min(text.count("\n", 0, document.fault.offset) + 1, text.count("\n")) == line


def test_aliases_that_explode_are_not_written_out():
    bombs = "x-a: &a [l, l, l, l, l, l, l, l, l, l]\n" + "".join(
        f"x-{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
        for before, name in zip("abcdefg", "bcdefgh", strict=True)
    )
    document = read_document(bombs + SMALLEST)
    assert document is not None
    assert document.fault is not None
    assert document.fault.kind == "size"


def test_what_is_too_large_is_not_read():
    line = "    # áéíóú\n"
    fits = SMALLEST + line * ((MAX_BYTES - len(SMALLEST)) // len(line.encode()))
    document = read_document(fits)
    assert document is not None
    assert document.reading is Reading.READ
    document = read_document(fits + line)
    assert document is not None
    assert document.reading is Reading.TOO_LARGE
    assert document.roots == ()


def test_what_is_too_large_must_look_like_compose():
    assert read_document("services: x\n" + "word " * MAX_BYTES) is None


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(), st.sampled_from(["", SMALLEST, "services:\n"]), st.text())
def test_no_text_is_too_strange_to_be_read(before, services, after):
    read_document(before + services + after)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1),
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])),
)
def test_any_name_and_any_image_is_compose(name, image):
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    document = read_document(f"services:\n  {quoted(name)}:\n    image: {quoted(image)}\n")
    assert document is not None
    assert document.reading is Reading.READ
