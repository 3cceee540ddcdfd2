"""A reader fills an example in: what they see, copy and download, what is kept, and what is never kept."""

from __future__ import annotations

import string
from importlib.resources import files

import pytest
from playwright.sync_api import expect

from sites import run_build, served, write_files

EXAMPLE = """\
services:
  web:
    image: nginx:1.29
    environment:
      TZ: ${TZ:-Europe/Madrid}
      DB_PASSWORD: CHANGE_ME # elige una
      ADMIN_TOKEN: ${ADMIN_TOKEN:?elige la clave}
      SALUDO: "${SALUDO}"
      WEB_URL: ${WEB_URL}
      EXTRA: ${EXTRA:+--extra}
    ports:
      - ${WEB_PORT:-8080}:80
    volumes:
      - ${DATA_DIR:?}:/datos
"""
FIELDS = ["TZ", "DB_PASSWORD", "ADMIN_TOKEN", "SALUDO", "WEB_URL", "WEB_PORT", "DATA_DIR", "EXTRA"]
TYPED = {"TZ": "UTC", "DB_PASSWORD": "pa$$ 'x'", "SALUDO": 'uno: "dos"\n# tres', "WEB_PORT": "9090"}
FILLED = (
    EXAMPLE.replace("${TZ:-Europe/Madrid}", "UTC")
    .replace("CHANGE_ME", "\"pa$$$$ 'x'\"")
    .replace("${SALUDO}", 'uno: \\"dos\\"\\n# tres')
    .replace("${WEB_PORT:-8080}", "9090")
)
APART = EXAMPLE.replace("CHANGE_ME", "${DB_PASSWORD}")
ENV = """\
TZ=UTC
DB_PASSWORD="pa\\$\\$ 'x'"
ADMIN_TOKEN=
SALUDO="uno: \\"dos\\"\\n# tres"
WEB_URL=
WEB_PORT=9090
DATA_DIR=
"""
OTHER = """\
services:
  db:
    image: postgres:18
    environment:
      TZ: ${TZ}
      DB_PASSWORD: CHANGE_ME
"""
NOTES = {
    "uno.md": f"# Uno\n\n```yaml\n{EXAMPLE}```\n\nA [dos](dos.md).\n",
    "dos.md": f"# Dos\n\n```yaml\n{OTHER}```\n",
}
CONFIG = """site_name: Semilla
site_url: {server}x/
theme:
  name: material
  language: es
  features: [navigation.instant]
plugins: [estiba]
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("filled")
    with served(root / "www") as server:
        write_files(root, NOTES, CONFIG.format(server=server))
        run_build(root, site_dir=str(root / "www/x"))
        yield server + "x/"


class Block:
    """The first example of a page."""

    def __init__(self, page):
        self.page = page
        self.block = page.locator(".estiba-example").first
        self.code = self.block.locator("pre code").first
        self.env = self.block.locator(".estiba-fill__env")
        self.asks = self.block.locator(".estiba-part--asks")
        if self.asks.get_attribute("open") is None:
            self.asks.locator("summary").click()

    def field(self, name):
        return self.block.locator(f"[id$='-{name}']")

    def note(self, name):
        return self.block.locator(f"[id$='-{name}-note']")

    def button(self, name):
        return self.block.get_by_role("button", name=name, exact=True)

    def type(self, values):
        for name, value in values.items():
            self.field(name).fill(value)

    @property
    def text(self):
        return self.code.evaluate("code => code.textContent")

    def copied(self, block=None):
        (block or self.block).locator(".estiba-example__copy").first.click()
        expect((block or self.block).locator(".estiba-example__status").first).to_have_text("Copiado")
        return self.page.evaluate("navigator.clipboard.readText()")

    def downloaded(self, link):
        with self.page.expect_download() as caught:
            link.click()
        return caught.value.suggested_filename, caught.value.path().read_text("utf-8")


def kept(page):
    return page.evaluate("localStorage.getItem('/x/.__estiba_fill')")


def test_what_is_typed_is_shown_copied_and_downloaded(address, visit):
    seen = visit(address + "uno/", permissions=["clipboard-read", "clipboard-write"])
    page, block = seen.page, Block(seen.page)
    download = block.block.locator(".estiba-example__download").first
    assert block.copied() == block.downloaded(download)[1] == block.text == EXAMPLE

    block.type(TYPED)
    assert block.copied() == block.text == FILLED
    assert block.downloaded(download) == ("compose.yaml", FILLED)
    assert block.code.locator(".estiba-filled").all_text_contents() == [
        "UTC",
        "pa$$$$ 'x'",
        'uno: \\"dos\\"\\n# tres',
        "9090",
    ]
    discs = "e => getComputedStyle(e).webkitTextSecurity"
    assert [one.evaluate(discs) for one in block.code.locator(".estiba-filled").all()] == [
        "none",
        "disc",
        "none",
        "none",
    ]
    block.button("Mostrar DB_PASSWORD").click()
    assert block.field("DB_PASSWORD").get_attribute("type") == "text"
    assert block.code.locator(".estiba-filled").nth(1).evaluate(discs) == "none"

    block.button("Generar ADMIN_TOKEN").click()
    made = block.field("ADMIN_TOKEN").input_value()
    assert made.isalnum()
    assert len(made) == 32
    assert block.text == FILLED.replace("${ADMIN_TOKEN:?elige la clave}", made)
    expect(block.note("ADMIN_TOKEN")).to_have_text("Generada: 32 letras y cifras")

    assert kept(page) is None
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert [one for one in (*TYPED.values(), made) if one in stored] == []
    assert page.url == address + "uno/"
    assert [url for url in seen.requests if made in url or not url.startswith((address, "blob:"))] == []
    assert block.code.locator("[id^=estiba-example-1-]").count() == EXAMPLE.count("\n")
    block.button("Vaciar los campos").click()
    assert block.text == EXAMPLE
    assert block.downloaded(download)[1] == EXAMPLE
    assert seen.errors == []


def test_values_go_into_an_env_file(address, visit):
    seen = visit(address + "uno/", permissions=["clipboard-read", "clipboard-write"])
    block = Block(seen.page)
    assert not block.env.is_visible()
    assert not block.field("EXTRA").is_visible()  # it stands nowhere in the file
    block.type(TYPED)
    block.block.get_by_label("${NAME} en el archivo").check()
    assert block.copied() == block.text == APART
    assert block.copied(block.env) == ENV
    name, text = block.downloaded(block.env.get_by_role("button", name="Descargar"))
    assert name == "env"  # Chromium leaves out the dot
    assert text == ENV
    assert block.downloaded(block.block.locator(".estiba-example__download").first)[1] == APART
    block.type({"EXTRA": "1", "ADMIN_TOKEN": "x"})
    assert block.env.locator("code").text_content() == ENV.replace("TOKEN=\n", "TOKEN=x\n") + "EXTRA=1\n"
    assert [
        one.evaluate("e => getComputedStyle(e).webkitTextSecurity")
        for one in block.env.locator(".estiba-filled").all()
    ] == ["none", "disc", "disc", "none", "none", "none"]
    assert seen.errors == []


def test_what_is_no_secret_is_kept_if_that_is_wanted(address, visit):
    seen = visit(address + "uno/")
    page, block = seen.page, Block(seen.page)
    block.type(TYPED)
    block.block.get_by_label("Guardar en este dispositivo").check()
    block.type({"DATA_DIR": "/srv", "ADMIN_TOKEN": "abc", "WEB_PORT": "0"})
    block.field("WEB_PORT").blur()
    assert kept(page) == '[["TZ","UTC"],["SALUDO","uno: \\"dos\\"\\n# tres"],["DATA_DIR","/srv"]]'

    page.wait_for_timeout(300)  # Material learns from the sitemap which pages there are
    page.evaluate("window.stayed = true")
    page.locator("article").get_by_role("link", name="dos").click()
    expect(page.locator("h1")).to_have_text("Dos")
    other = Block(page)
    expect(other.field("TZ")).to_have_value("UTC")
    assert page.evaluate("window.stayed")
    assert other.text == OTHER.replace("${TZ}", "UTC")
    expect(other.field("DB_PASSWORD")).to_have_value("")
    other.field("TZ").fill("Europe/Lisbon")
    other.field("TZ").blur()

    page.goto(address + "uno/")
    block = Block(page)
    expect(block.field("TZ")).to_have_value("Europe/Lisbon")
    expect(block.field("SALUDO")).to_have_value(TYPED["SALUDO"])
    assert "TZ: Europe/Lisbon\n" in block.text
    switch = block.block.get_by_label("Guardar en este dispositivo")
    expect(switch).to_be_checked()
    switch.uncheck()
    assert kept(page) is None
    expect(block.field("TZ")).to_have_value("Europe/Lisbon")
    page.reload()
    expect(block.field("TZ")).to_have_value("")
    assert block.text == EXAMPLE
    assert seen.errors == []


def test_all_is_done_by_keyboard_and_what_cannot_be_is_refused(address, visit):
    seen = visit(address + "uno/", permissions=["clipboard-read", "clipboard-write"])
    page, keys = seen.page, seen.page.keyboard
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('closed') } }")
    block = Block(page)
    block.asks.locator("summary").focus()

    def go_to(place, typed=""):
        keys.press("Tab")
        expect(place).to_be_focused()
        keys.type(typed)

    go_to(block.field("TZ"), "Nada")
    assert page.locator("#estiba-zones option").count() > 400
    expect(block.note("TZ")).to_be_empty()  # while one types, it is not yet wrong
    go_to(block.field("DB_PASSWORD"))
    expect(block.note("TZ")).to_have_text("No existe esa zona horaria; escríbela como Europe/Madrid.")
    expect(block.field("TZ")).to_have_attribute("aria-invalid", "true")
    go_to(block.button("Mostrar DB_PASSWORD"))
    go_to(block.button("Generar DB_PASSWORD"))
    keys.press("Enter")
    made = block.field("DB_PASSWORD").input_value()
    go_to(block.field("ADMIN_TOKEN"), "b")
    go_to(block.button("Mostrar ADMIN_TOKEN"))
    keys.press("Space")
    expect(block.button("Mostrar ADMIN_TOKEN")).to_have_attribute("aria-pressed", "true")
    go_to(block.button("Generar ADMIN_TOKEN"))
    go_to(block.field("SALUDO"), "uno")
    keys.press("Enter")
    keys.type("dos")
    go_to(block.field("WEB_URL"), "ejemplo")
    go_to(block.field("WEB_PORT"), "65536")
    go_to(block.field("DATA_DIR"), "datos")
    go_to(block.block.get_by_label("los valores en el archivo"))
    assert [block.note(name).text_content() for name in ("WEB_URL", "WEB_PORT", "DATA_DIR")] == [
        "Escribe la dirección completa, desde https://.",
        "Escribe un puerto del 1 al 65535.",
        "Empieza por /, ./, ../ o ~/ y no pongas dos puntos.",
    ]
    filled = (
        EXAMPLE.replace("CHANGE_ME", made)
        .replace("${ADMIN_TOKEN:?elige la clave}", "b")
        .replace("${SALUDO}", "uno\\ndos")
    )
    assert block.text == filled
    keys.press("ArrowRight")
    assert "TZ" not in (block.env.locator("code").text_content() or "")
    keys.press("ArrowLeft")
    switch = block.block.get_by_label("Guardar en este dispositivo")
    go_to(switch)
    keys.press("Space")
    expect(switch).not_to_be_checked()  # nothing can be kept here
    block.field("TZ").focus()
    keys.press("ControlOrMeta+a")
    keys.type("UTC")
    expect(block.note("TZ")).to_be_empty()
    assert block.text == filled.replace("${TZ:-Europe/Madrid}", "UTC")
    assert seen.errors == []


def test_without_javascript_it_is_a_list(address, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "uno/")
    block = Block(page)
    assert block.asks.locator(":is(input, textarea, button):visible").count() == 0
    assert [row.inner_text() for row in block.asks.locator("li:visible").all()] == [
        "TZ una zona horaria · por defecto Europe/Madrid",
        "DB_PASSWORD una credencial · obligatorio",
        "ADMIN_TOKEN elige la clave · obligatorio",
        "SALUDO un valor",
        "WEB_URL una dirección",
        "WEB_PORT un número · por defecto 8080",
        "DATA_DIR una carpeta o un archivo · obligatorio",
        "EXTRA un valor",
    ]
    context.close()


TAKEN = {
    "number": (["0", "1000", " 7 "], ["", "-1", "1.5", "1e3", "a"]),
    "port": (["1", "8080", "65535"], ["0", "65536", "080", "80:80"]),
    "umask": (["022", "0027", "7"], ["8", "00222", "u=rwx"]),
    "path": (["/srv/x", "x y", "C:\\x"], ["a\nb", "a\rb"]),
    "mount": (["/", "/srv/a b", "./x", "../x", "~/x", "."], ["x", "/a:b", "a/b", "/a\nb", "~x"]),
    "domain": (
        ["example.org", "casa", "a.b-c.example.org", "ñandú.es", "1.example.org"],
        ["a b", "-a.es", "a..b", ".es", "https://a.es", "a.es/x", "a.es:80", "192.168.1.1", "x" * 64, "a_.1"],
    ),
    "host": (
        ["web", "192.168.1.10", "::1", "fd00::1", "db:5432", "tcp://socket-proxy:2375", "_a.b"],
        ["256.1.1.1", "1.2.3", "a b", "a/b", "::g", "10"],
    ),
    "site": (["example.org", "https://example.org/x", "localhost:8000"], ["a b", "https://", "/x"]),
    "address": (
        ["https://a.es", "http://10.0.0.1:80/x?y=z#w", "postgres://u:p@db/x"],
        ["a.es", "https://", "https://a b", "https:///x", "//a.es", "http://a:99999"],
    ),
    "zone": (["UTC", "Europe/Madrid", "Etc/GMT+1"], ["Madrid", "europe/madrid", "+02:00", "Europe/"]),
    "text": ([" a ", "a\nb"], [""]),
    "secret": ([" a "], [""]),
}
READ = """async ([address, cases]) => {
  const { generate, read } = await import(address + "estiba/example/controls.js");
  return [cases.map(([variable, typed]) => read(variable, typed)), [...Array(50)].map(generate)];
}"""


def test_what_fields_take(window):
    cases = [
        (control, value, is_taken)
        for control, (taken, refused) in TAKEN.items()
        for values, is_taken in ((taken, True), (refused, False))
        for value in values
    ]
    asked = [({"control": control}, value) for control, value, _ in cases]
    asked += [
        ({"control": "port", "default": "8000-8010"}, "9000-9010"),
        ({"control": "port", "default": "<port>", "isPlaceholder": True}, "9000-9010"),
        ({"control": "text"}, "a\0b"),
    ]
    with served(files("estiba") / "theme/assets") as scripts:
        page = window.new_page()
        page.goto(scripts + "estiba/example/controls.js")
        read, made = page.evaluate(READ, [scripts, asked])
        page.close()
    found = [(control, value, "value" in one) for (control, value, _), one in zip(cases, read, strict=False)]
    assert found == cases
    assert [one.get("value") for one in read[-3:]] == ["9000-9010", None, "a\ufffdb"]
    assert {len(one) for one in made} == {32}
    assert len(set(made)) == 50
    assert set("".join(made)) == set(string.ascii_letters + string.digits)
