from __future__ import annotations

import pytest

from estiba.config import Config, ConfigError, load_config

WHOLE = """
language = "es"

[fields]
Fecha = "date"
"No publicar" = "draft"

[folders]
"/redes/" = "Redes"
"redes/vpn" = "Redes privadas"

[pages]
tags = "/etiquetas/"
notes = "indice/todas"
changes = "novedades/"

[required]
"" = ["title"]
"/redes/vpn/" = ["title", "date"]

[keys]
own = ["Autora", " AÑO "]

[publish]
"/Diario Íntimo/" = "opt-in"
redes = "all"

[checks]
floating-tag = "off"
"""

MEANINGS = "'title', 'description', 'date', 'mod', 'published', 'draft', 'unlisted', 'aliases', 'tags'"


@pytest.fixture
def load(tmp_path):
    """Give a function: the content of an estiba.toml -> its Config, or what is wrong in it."""

    def read(content: str | bytes) -> Config | str:
        path = tmp_path / "estiba.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        try:
            return load_config(path)
        except ConfigError as error:
            return str(error).removeprefix(f"{path}: ")

    return read


def test_a_missing_file_is_an_empty_policy(tmp_path):
    assert load_config(tmp_path / "estiba.toml") == Config()


@pytest.mark.parametrize("content", ["", "# nada\n", "[pages]\n", "[required]\n", b"\xef\xbb\xbf# nada\r\n"])
def test_an_empty_file_is_an_empty_policy(load, content):
    assert load(content) == Config()


def test_a_whole_policy(load):
    assert load(WHOLE) == Config(
        language="es",
        fields={"fecha": "date", "no publicar": "draft"},
        folders={"redes": "Redes", "redes/vpn": "Redes privadas"},
        required={"": ("title",), "redes/vpn": ("title", "date")},
        publish={"": "all", "diario intimo": "opt-in", "redes": "all"},
        own_keys=frozenset({"autora", "año"}),
        severities={"floating-tag": "off"},
        tags_page="etiquetas",
        notes_page="indice/todas",
        changes_page="novedades",
    )


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("nota.md", ("title",)),
        ("redes/nota.md", ("title",)),
        ("redes/vpn/nota.md", ("title", "date")),
        ("redes/vpn/casa/nota.md", ("title", "date")),
        ("redes/vpn2/nota.md", ("title",)),
    ],
)
def test_the_nearest_folder_says_what_a_note_must_have(load, path, keys):
    assert load(WHOLE).required_in(path) == keys


@pytest.mark.parametrize(
    ("policy", "opt_in"),
    [
        ("", []),
        ("publish = 'all'", []),
        ("publish = 'opt-in'", ["a.md", "privado/a.md", "privado/listo/a.md", "Privado 2/a.md"]),
        ("[publish]\nprivado = 'opt-in'", ["privado/a.md", "privado/listo/a.md"]),
        ("[publish]\n'PRIVADÓ' = 'opt-in'\n'privado/listo' = 'all'", ["privado/a.md"]),
        ("[publish]\n'' = 'opt-in'\n'privado' = 'all'", ["a.md", "Privado 2/a.md"]),
        ("[publish]\n'/' = 'opt-in'\n'privado' = 'all'", ["a.md", "Privado 2/a.md"]),
    ],
)
def test_bad_input_48_the_nearest_folder_says_whether_a_note_must_ask_to_be_published(load, policy, opt_in):
    paths = ["a.md", "privado/a.md", "privado/listo/a.md", "Privado 2/a.md"]
    assert [path for path in paths if load(policy).is_opt_in(path)] == opt_in


def test_bad_input_54_a_folder_is_found_in_every_unicode_form(load):
    assert load("[publish]\n'dan\u0303o' = 'opt-in'").is_opt_in("da\u00f1o/a.md")
    assert load("[publish]\n'da\u00f1o' = 'opt-in'").is_opt_in("dan\u0303o/a.md")


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(load):
    assert load(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode()) == load(WHOLE)


def test_an_unknown_key_is_told_with_those_that_are_known(load):
    assert load("idioma = 'es'").startswith("idioma: unknown; known here: language, fields, folders, pages")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[pages]\nhome = 'x'", "pages.home: unknown; known here: tags, notes, changes"),
        ("language = 'fr'", "language: 'fr' is none of 'en', 'es'"),
        ("language = 1", "language: must be a text, not 1"),
        ("language = ' '", "language: must be a text, not ' '"),
        ("fields = 1", "fields: must be a table"),
        ("folders = ['a']", "folders: must be a table"),
        ("[fields]\nFecha = 'day'", f"fields.Fecha: 'day' is none of {MEANINGS}"),
        ("[fields]\nFecha = ['date']", f"fields.Fecha: ['date'] is none of {MEANINGS}"),
        ("publish = 'none'", "publish: 'none' is none of 'all', 'opt-in'"),
        ("publish = true", "publish: True is none of 'all', 'opt-in'"),
        ("publish = ['all']", "publish: ['all'] is none of 'all', 'opt-in'"),
        ("[publish]\nredes = 'no'", "publish.redes: 'no' is none of 'all', 'opt-in'"),
        ("[publish]\nredes = ['all']", "publish.redes: ['all'] is none of 'all', 'opt-in'"),
        ("[publish]\n'../x' = 'all'", "publish.../x: '../x' is no folder of the vault"),
        ("[publish]\n'./x' = 'all'", "publish../x: './x' is no folder of the vault"),
        ("[publish]\n'a//b' = 'all'", "publish.a//b: 'a//b' is no folder of the vault"),
        ("[publish]\n'a\\b' = 'all'", "publish.a\\b: 'a\\\\b' is no folder of the vault"),
        ("[publish]\nRedes = 'all'\nredes = 'opt-in'", "publish.redes: is the same folder as 'Redes'"),
        ("mermaid = '../m.js'", "mermaid: '../m.js' is no path in the vault of a script (.js)"),
        ("mermaid = 'm.css'", "mermaid: 'm.css' is no path in the vault of a script (.js)"),
        ("mermaid = 1", "mermaid: must be a text, not 1"),
        ("[required]\nredes = 'title'", "required.redes: must be a list of texts"),
        ("[required]\nredes = ['día']", f"required.redes: 'día' is none of {MEANINGS}"),
        ("[keys]\nown = [1]", "keys.own: must be a list of texts"),
        ("[keys]\nours = []", "keys.ours: unknown; known here: own"),
        ("[folders]\nredes = ''", "folders.redes: must be a text, not ''"),
        ("[folders]\nredes = 1", "folders.redes: must be a text, not 1"),
        ("[new]\ntemplate = 1", "new.template: must be a text, not 1"),
        ("[new]\ntemplate = '../x.md'", "new.template: '../x.md' is no path in the vault"),
        ("[new]\ntemplate = '/x.md'", "new.template: '/x.md' is no path in the vault"),
        ("[new]\ntemplate = 'a\\x.md'", "new.template: 'a\\\\x.md' is no path in the vault"),
        ("[fix]\nmod = 'no'", "fix.mod: must be true or false, not 'no'"),
        ("[fix]\ntags = false", "fix.tags: unknown; known here: mod"),
        ("[new]\nplantilla = 'x.md'", "new.plantilla: unknown; known here: template, folder"),
        ("[new]\nfolder = '/notas'", "new.folder: '/notas' is no path in the vault"),
        ("[pages]\ntags = '/'", "pages.tags: '/' is no address inside the site"),
        ("[pages]\ntags = '../x'", "pages.tags: '../x' is no address inside the site"),
        ("[pages]\ntags = 'a//b'", "pages.tags: 'a//b' is no address inside the site"),
        ("[pages]\ntags = 'a/ b'", "pages.tags: 'a/ b' is no address inside the site"),
        ("[pages]\ntags = 'a\\b'", "pages.tags: 'a\\\\b' is no address inside the site"),
        (
            "[pages]\ntags = 'https://example.org/'",
            "pages.tags: 'https://example.org/' is no address inside the site",
        ),
        ("x = ", "Invalid value (at end of document)"),
        ("a = 1\na = 2\n", "Cannot overwrite a value (at line 2, column 6)"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(load, content, message):
    assert load(content) == message


def test_a_file_that_is_no_text_is_said_to_be_unreadable(load):
    assert load(b"language = '\xe9'").startswith("cannot be read: 'utf-8' codec can't decode byte 0xe9")


def test_a_folder_in_the_place_of_the_file_is_said_to_be_unreadable(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


@pytest.mark.parametrize("content", ["x = " + "1" * 5000, "x = " + "[" * 5000])
def test_numbers_and_lists_beyond_measure_are_faults_of_the_file(load, content):
    assert isinstance(load(content), str)
