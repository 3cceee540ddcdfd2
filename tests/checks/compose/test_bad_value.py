"""What an author is told about values that Compose reads in a language of their own."""

from __future__ import annotations

import pytest

from said import said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"
LIST = 'write the command as a list: ["sh", "-c", "…"]'
ROWS = {
    "mem_limit: 512Mi": "19 '512Mi' is no size; write '512m'",
    "shm_size: '2 Gigabytes'": "18 '2 Gigabytes' is no size; write '2g'",
    "mem_limit: '-1'": "16 '-1' is no size; write '512m'",
    "deploy: {resources: {limits: {memory: 1Gi}}}": "44 '1Gi' is no size; write '1g'",
    "volumes: [{type: tmpfs, target: /a, tmpfs: {size: x}}]": "55 'x' is no size; write '512m'",
    "memswap_limit: '-1'": (
        "20 'services.web.memswap_limit' is a text, '-1', where Compose wants a number;"
        " write -1 without quotes and without a variable"
    ),
    "stop_grace_period: 30 seconds": "26 '30 seconds' is no duration; write '30s'",
    "stop_grace_period: '30'": "27 '30' is no duration; write '30s'",
    "healthcheck: {test: x, interval: 1 min}": "39 '1 min' is no duration; write '1m'",
    "deploy: {update_config: {delay: soon}}": "37 'soon' is no duration; write '30s'",
    "privileged: sure": "17 'sure' is neither true nor false; write 'true' or 'false'",
    "attach: '0'": "13 '0' is neither true nor false; write 'false'",
    "volumes: [{type: bind, source: ./a, target: /a, bind: {create_host_path: si}}]": (
        "78 'si' is neither true nor false; write 'true'"
    ),
    "cpus: half": "11 'half' is no number; write one, for example '0.5'",
    "deploy: {resources: {limits: {cpus: 250m}}}": "41 '250m' is no number; write one, for example '0.25'",
    "ulimits: {nofile: lots}": "23 'lots' is no whole number; write one, for example '65535'",
    "ulimits: {nofile: {soft: 1e3, hard: 2000}}": (
        "30 '1000.0' is no whole number; write one, for example '1000'"
    ),
    "ports: [{target: web}]": "22 'web' is no whole number; write one, for example '80'",
    "expose: [80.5]": "14 '80.5' is no whole number; write one, for example '8080'",
    "healthcheck: {test: x, retries: three}": "37 'three' is no whole number; write one, for example '3'",
    "healthcheck: {test: x, retries: -0.5}": "37 '-0.5' is below zero; write 0 or more",
    "scale: -1": "12 '-1' is below zero; write 0 or more",
    "deploy: {restart_policy: {max_attempts: '-1'}}": "45 '-1' is below zero; write 0 or more",
    "volumes: [{type: tmpfs, target: /a, tmpfs: {mode: -1}}]": "55 '-1' is below zero; write 0 or more",
    "configs: [{source: c, mode: 0.5}]": "33 '0.5' is no file mode; write it in octal, for example '0440'",
    "configs: [{source: c, mode: 0o440}, {source: c, mode: '0o640'}]": (
        "59 '0o640' is no file mode; write it in octal, for example '0640'"
    ),
    "gpus: [{count: some}]": "20 'some' is no count; write a number or 'all'",
    "gpus: [{count: 1, device_ids: ['0']}]": (
        "12 'count' and 'device_ids' stand side by side; keep one of them"
    ),
    "blkio_config: {weight: '300'}": (
        "28 'services.web.blkio_config.weight' is a text, '300', where Compose wants a number;"
        " write 300 without quotes and without a variable"
    ),
    "build: {context: ., ulimits: {nofile: {soft: '5', hard: 6}}}": (
        "50 'services.web.build.ulimits.nofile.soft' is a text, '5', where Compose wants a number;"
        " write 5 without quotes and without a variable"
    ),
    "storage_opt: {size: 1.5}": (
        "25 'services.web.storage_opt.size' is '1.5' without quotes, and must be a text; write \"1.5\""
    ),
    "storage_opt: {size: true}": (
        "25 'services.web.storage_opt.size' is 'true' without quotes, and must be a text; write \"true\""
    ),
    "storage_opt: {size: [1]}": (
        "25 'services.web.storage_opt.size' is a list or a mapping, and must be a text; write one value"
    ),
    "group_add: [1.5]": (
        "17 'services.web.group_add.0' is '1.5' without quotes, and must be a text; write \"1.5\""
    ),
    "command: it's here": (
        "16 the quote ' is never closed;"
        ' close it, or write the command as a list: ["nginx", "-g", "daemon off;"]'
    ),
    "entrypoint: echo `date": f"22 the backquote is never closed; close it, or {LIST}",
    "post_start: [{command: (a)}]": (
        f"28 Compose cannot split a command at the parenthesis '('; quote it, or {LIST}"
    ),
    "pre_stop: [{command: a\\}]": "27 the command ends in a backslash; remove it, or write two",
    "command: it's ${X}": (
        "14 the quote ' is never closed;"
        ' close it, or write the command as a list: ["nginx", "-g", "daemon off;"]'
    ),
    "environment: [A = b]": "20 the name 'A ' ends in a space; write 'A=…', without a space before '='",
    "build: {context: ., args: [A = b]}": (
        "33 the name 'A ' ends in a space; write 'A=…', without a space before '='"
    ),
    "environment: [à=b]": (
        "19 Compose takes the end of 'à' for a space; name the variable without its last letter"
    ),
    "build: {context: ., ssh: [key]}": "31 the ssh key 'key' has no path; write 'key=path', or 'default'",
    "build: {context: ., additional_contexts: [x]}": "47 'x' names no context; write 'name=path'",
    "env_file: [{path: a, format: json}]": (
        "16 'json' is no format of an env_file; write 'raw', or leave the line out"
    ),
    "develop: {watch: [{path: '', action: rebuild}]}": (
        "23 the path to watch is empty; write one, for example 'path: ./src'"
    ),
}


@pytest.mark.parametrize(("field", "told"), ROWS.items())
def test_value(field, told):
    assert said(f"{ABOVE}    {field}\n", "bad-value") == [f"4:{told}"]


@pytest.mark.parametrize(
    "field",
    [
        "mem_limit: -1",
        "mem_limit: 1.5 GB",
        "memswap_limit: -1",
        "stop_grace_period: 1h30m",
        "stop_grace_period: 30",
        "healthcheck: {test: it's, interval: -5s, retries: 1.5}",
        "privileged: 'yes'",
        "cpus: '.5'",
        "deploy: {resources: {limits: {cpus: 1, pids: '5'}}}",
        "deploy: {update_config: {parallelism: -0.5}}",
        "gpus: [{count: All}, {count: '-1'}, {device_ids: []}]",
        "build: {context: ., ulimits: {nofile: 5}, ssh: [default, a=b], args: ['A ']}",
        "build: {context: ., ssh: {a: null}}",
        "storage_opt: {a: 1, b: x, c: null}",
        "configs: [{source: c, mode: 0440}, {source: c, mode: '440'}]",
        "command: [it's]",
        "command: a; it's",
        "environment: [' A=b', '=b', 'A', 'A= b']",
        "environment: {'A ': b}",
        "labels: [A = b]",
        "env_file: [{path: a, format: raw}, {path: b, format: x, required: false}]",
        "profiles: [x]\n    scale: -1\n    env_file: [{path: a, format: x}]",
        "develop: {watch: [{path: a, action: rebuild}, 5]}",
        "x-mem_limit: 512Mi",
    ],
)
def test_good_value(field):
    assert said(f"{ABOVE}    {field}\n", "bad-value") == []


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("mem_limit: ${X}", "4:16 'services.web.mem_limit'"),
        ("privileged: ${X}", "4:17 'services.web.privileged'"),
        ("deploy: {replicas: '${X}'}", "4:24 'services.web.deploy.replicas'"),
        ("gpus: [{count: '${X}'}]", "4:20 'services.web.gpus.0.count'"),
        ("stop_grace_period: ${X}s", "4:24 'services.web.stop_grace_period'"),
    ],
)
def test_value_with_a_variable_is_judged_in_a_file_only(field, where):
    text = f"{ABOVE}    {field}\n"
    told = "cannot be read while 'X' has no value; set it, or write a default: '${X:-…}'"
    assert said(text, "bad-value") == [f"{where} {told}"]
    assert said(text, "bad-value", in_note=True) == []


def test_default_is_judged_in_a_note():
    text = f"{ABOVE}    mem_limit: ${{X:-512Mi}}\n"
    assert said(text, "bad-value", in_note=True) == ["7:16 '512Mi' is no size; write '512m'"]


def test_declared_secrets_and_configs():
    text = "services: {}\nsecrets: {s: {file: a, driver_opts: {a: 1.5, b: x}}}\n"
    assert said(text, "bad-value") == [
        "2:41 'secrets.s.driver_opts.a' is '1.5' without quotes, and must be a text; write \"1.5\""
    ]


def test_long_value_is_cut():
    text = f"{ABOVE}    mem_limit: {'x' * 60}\n"
    assert said(text, "bad-value") == [f"4:16 '{'x' * 39}…' is no size; write '512m'"]


def test_spanish():
    assert said(f"{ABOVE}    mem_limit: 512Mi\n", "bad-value", language="es") == [
        "4:19 '512Mi' no es un tamaño; escribe '512m'"
    ]
