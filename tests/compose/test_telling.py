"""Keys that tell that YAML is the inside of a Compose service."""

from __future__ import annotations

import pytest

from estiba.compose.telling import tells
from estiba.yaml_tree import read_documents


@pytest.mark.parametrize(
    "text",
    [
        "environment: [A=b]",
        "environment: {A_1: b, c: d}",
        "labels: [traefik.enable=true]",
        "labels: {com.example.name: x}",
        "ports: [80]",
        "ports: ['127.0.0.1:80:80', '${P}:80', '[::1]:80:80']",
        "ports: [{target: 80}]",
        "ports: ${PORTS}",
        "devices: [/dev/dri, 'nvidia.com/gpu=all', '${D}:/dev/x']",
        "networks: [front, back_1]",
        "networks: {front: {}}",
        "restart: on-failure:3",
        "restart: ${RESTART:-always}",
        "logging: {driver: local}",
        "deploy: {resources: {}}",
        "image: nginx\nuser: x",
        "privileged: true",
        "env_file: .env",
    ],
)
def test_compose(text):
    assert tells(read_documents(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "environment: {http_proxy: x}",
        "environment: production",
        "environment: [a=b]",
        "labels: {app: x}",
        "labels: {app.kubernetes.io/name: x}",
        "labels: [bug, help wanted]",
        "ports: [http]",
        "devices: [a, b]",
        "networks: [10.0.0.0/8]",
        "restart: true",
        "restart: Always",
        "logging: {level: debug}",
        "deploy: {stage: production}",
        "image: nginx",
        "image: nginx\nx-note: y",
        "command: x",
        "user: x\ncommand: y",
    ],
)
def test_not_alone(text):
    assert not tells(read_documents(text)[0])
