from __future__ import annotations

from pathlib import Path

import pytest

from estiba.config import Config, read_config
from estiba.forge import PLACES, Forge
from estiba.policy_table import ConfigError

WHOLE = """
[forge]
kind = "gitlab"
repository = "https://git.example/casa/notas.git/"
branch = "rama/dos"
folder = "/web/docs/"
edit = "https://edit.example/?file={path}&ref={branch}"
history = false
report = "{repository}/issues/new?title={title}&line={line}&u={url}&t={text}&s={subject}"
propose = ""
"""


def read(content: str) -> Config | str:
    try:
        return read_config(content, Path("estiba.toml"))
    except ConfigError as error:
        return str(error).removeprefix("estiba.toml: ")


def test_a_whole_table():
    assert read(WHOLE) == Config(
        forge=Forge(
            kind="gitlab",
            repository="https://git.example/casa/notas",
            branch="rama/dos",
            folder="web/docs",
            patterns={
                "edit": "https://edit.example/?file={path}&ref={branch}",
                "history": "",
                "report": "{repository}/issues/new?title={title}&line={line}&u={url}&t={text}&s={subject}",
                "propose": "",
            },
        )
    )


@pytest.mark.parametrize("folder", ["", "."])
def test_the_folder_of_the_notes_may_be_the_root(folder):
    assert read(f"[forge]\nfolder = '{folder}'").forge.folder == ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("forge = 1", "forge: must be a table"),
        (
            "[forge]\nurl = ''",
            f"forge.url: unknown; known here: kind, repository, branch, folder, {', '.join(PLACES)}",
        ),
        ("[forge]\nkind = 'bitbucket'", "forge.kind: 'bitbucket' is none of 'github', 'gitlab', 'forgejo'"),
        ("[forge]\nbranch = 'a b'", "forge.branch: 'a b' is no name of a branch"),
        ("[forge]\nbranch = '../x'", "forge.branch: '../x' is no name of a branch"),
        ("[forge]\nfolder = '../docs'", "forge.folder: '../docs' is no folder of the repository"),
        ("[forge]\nedit = true", "forge.edit: must be a text, or false, not True"),
        ("[forge]\nedit = 1", "forge.edit: must be a text, or false, not 1"),
        (
            "[forge]\nedit = '{repository}/{line}'",
            "forge.edit: {line} stands for nothing; known here: {repository}, {branch}, {path}",
        ),
        (
            "[forge]\nhistory = '{repository}/{}'",
            "forge.history: {} stands for nothing; known here: {repository}, {branch}, {path}",
        ),
        (
            "[forge]\nedit = '{repository}/{{path}}'",
            "forge.edit: '{repository}/{{path}}' has a brace that belongs to no place",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_key(line, message):
    assert read(line) == message


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "ftp://h.example/o/r",
        "//h.example/o/r",
        "o/r",
        "https://",
        "https://user:secret@h.example/o/r",
        "https://h.example/o/r?x=1",
        "https://h.example/o/r#x",
        "https://h.example/o r",
        "https://[::1/o/r",
        "https://h.example/{path}",
    ],
)
def test_a_repository_is_an_address_of_the_web(address):
    wanted = f"forge.repository: {address!r} is no address of a repository: https://host/owner/name"
    assert read(f"[forge]\nrepository = '{address}'") == wanted


@pytest.mark.parametrize(
    "pattern",
    [
        "javascript:alert('{path}')",
        "data:text/html,{path}",
        "{path}",
        "/edit/{path}",
        "//h.example/{path}",
        "{repository}.evil.example/{path}",
        "https://{branch}.example/{path}",
        "https://user@h.example/{path}",
        "https://h.example/{path} x",
        'https://h.example/"{path}',
        "https://h.example/\\n{path}",
    ],
)
def test_a_pattern_is_an_address_of_the_web(pattern):
    written = pattern.replace('"', '\\"')
    found = read(f'[forge]\nedit = "{written}"')
    assert found.endswith("is no address: it begins with {repository}, https:// or http://")
