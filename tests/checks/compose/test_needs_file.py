"""What an author is told that a reader must bring."""

from __future__ import annotations

import pytest

from said import LINES_ABOVE, said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"
FILE = "the file '{}' is not part of the example; say in the note where it comes from"
CONTEXT = (
    "the image is built from '{}', which is not part of the example; say in the note where it comes from"
)
START = "must be there before the start; say in the note how it is made"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ABOVE + "    env_file: a.env\n", [f"4:15 {FILE.format('a.env')}"]),
        (ABOVE + "    env_file: [a, b]\n", [f"4:16 {FILE.format('a')}", f"4:19 {FILE.format('b')}"]),
        (
            ABOVE + "    env_file:\n      - path: a\n      - {path: b, required: false}\n",
            [f"5:15 {FILE.format('a')}"],
        ),
        (ABOVE + "    label_file: a\n", [f"4:17 {FILE.format('a')}"]),
        (ABOVE + "    extends: {file: x.yml, service: a}\n", [f"4:21 {FILE.format('x.yml')}"]),
        ("include: [a.yml]\n" + ABOVE, [f"1:11 {FILE.format('a.yml')}"]),
        ("include:\n  - path: a.yml\n" + ABOVE, [f"2:11 {FILE.format('a.yml')}"]),
        (
            "include:\n  - path: [a.yml, b.yml]\n" + ABOVE,
            [f"2:12 {FILE.format('a.yml')}", f"2:19 {FILE.format('b.yml')}"],
        ),
        (ABOVE + "    build: .\n", [f"4:12 {CONTEXT.format('.')}"]),
        (ABOVE + "    build: {context: ./x}\n", [f"4:22 {CONTEXT.format('./x')}"]),
        (ABOVE + "    build: {dockerfile: x}\n", [f"4:12 {CONTEXT.format('.')}"]),
        (ABOVE + "    build: {dockerfile_inline: FROM x}\n", []),
        (ABOVE + "    build: https://github.com/a/b.git\n", []),
        (ABOVE + '    build: {context: "git@github.com:a/b"}\n', []),
        (
            ABOVE + "networks: {a: {external: true}}\n",
            [f"4:26 the network 'a' {START}, for example 'docker network create a'"],
        ),
        (
            ABOVE + "volumes: {a: {external: true, name: b}}\n",
            [f"4:25 the volume 'b' {START}, for example 'docker volume create b'"],
        ),
        (
            ABOVE + "networks: {a: {external: {name: b}}}\n",
            [f"4:26 the network 'b' {START}, for example 'docker network create b'"],
        ),
        (ABOVE + "networks: {a: {external: false}}\n", []),
        (ABOVE + "secrets: {a: {external: true}}\n", [f"4:25 the secret 'a' {START}"]),
        (ABOVE + "secrets: {a: {file: ./a}}\n", [f"4:21 {FILE.format('./a')}"]),
        (ABOVE + "configs: {a: {file: ./a}}\n", [f"4:21 {FILE.format('./a')}"]),
        (ABOVE + "configs: {a: {content: a}}\n", []),
        (ABOVE + "    env_file: ${X:-a}\n", [f"4:15 {FILE.format('a')}"]),
        (ABOVE + "    env_file: ${X}\n", []),
        (ABOVE + "    env_file:\n    build:\n    label_file: [3, {path: 3}]\n", []),
        (ABOVE + "    volumes: ['./a:/b']\n", []),
    ],
)
def test_told(text, told):
    assert said(text, "needs-file") == told
    moved = [f"{int(line) + LINES_ABOVE}:{rest}" for line, rest in (one.split(":", 1) for one in told)]
    assert said(text, "needs-file", in_note=True) == moved


def test_of_a_part_nothing_is_said():
    assert said("services:\n  web:\n    env_file: a.env\n", "needs-file", in_note=True) == []
