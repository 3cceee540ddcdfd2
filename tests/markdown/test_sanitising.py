"""What a note may hold of HTML stays, the rest is taken out, and the check names it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from estiba.checks.notes.unsafe_html import find
from estiba.checks.subjects import NoteInVault
from estiba.config import Config
from estiba.markdown.clean_tags import cleaned
from estiba.markdown.embedding import Embedder
from estiba.markdown.page import Page
from estiba.markdown.sanitising import as_browsers_read
from estiba.markdown.standard import STANDARD
from estiba.vault.text.allowed_html import ATTRIBUTES, TAGS, is_safe
from estiba.vault.vault import Vault, read_vault

FULL = {**STANDARD, "attr_list": {}, "md_in_html": {}}
TRUSTED = Config(trust={"": "contributed", "ours": "trusted"})
PATH = "a.md"


def vault_of(notes: Mapping[str, str], config: Config = TRUSTED) -> Vault:
    return read_vault(((path, text.encode()) for path, text in notes.items()), config)


def convert(
    text: str,
    *,
    path: str = PATH,
    others: Mapping[str, str] = {},
    extensions: Mapping[str, Mapping[str, Any]] = FULL,
) -> str:
    vault = vault_of({path: text, **others})
    page = Page(path=path, vault=vault, url_of=lambda target: f"/site/{target}")
    page.embedder = Embedder(Page)
    configs = {name: dict(options) for name, options in extensions.items()}
    md = Markdown(extensions=[*configs, "estiba"], extension_configs={**configs, "estiba": {"page": page}})
    return md.convert(vault.notes[path].body)


def named(text: str, path: str = PATH) -> list[tuple[int, int, str, str]]:
    note = vault_of({path: text}).notes[path]
    problems = find(NoteInVault(note, TRUSTED))
    return [
        (
            one.position.line,
            one.position.column,
            one.variant,
            str(one.values["attribute"] or one.values["tag"]),
        )
        for one in problems
    ]


class Read(HTMLParser):
    """The tags of a page, as a parser sees them that is not ours."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(reversed(attrs))))


def dangers(text: str) -> list[str]:
    found = []
    for tag, attributes in Read(text).tags:
        found += [tag] if tag not in TAGS else []
        for name, value in attributes.items():
            known = name in ATTRIBUTES["*"] or name in ATTRIBUTES.get(tag, ()) or name.startswith("data-")
            is_box = (tag, name) in {("input", "id"), ("input", "name"), ("label", "for")}
            found += [f"{tag} {name}"] if not (known or is_box or name == "rel") else []
            found += [f"{name}={value}"] if name in ("href", "src") and not is_safe(value or "") else []
    return found


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<details open><summary>S</summary>x</details>",) * 2,
        ("a <kbd>Ctrl</kbd>+<kbd>C</kbd> H<sub>2</sub>O <mark>m</mark> <br/>", None),
        ('<figure>\n<img src="p.png" alt="A"><figcaption>B</figcaption>\n</figure>', None),
        ('<video src="v.mp4" controls></video>', '<video src="v.mp4" controls=""></video>'),
        ('<table>\n<tr><td align="right">1</td></tr>\n</table>', None),
        ('<p align="center">x</p>', None),
        ('<span class="mine" id="here" lang="en">x</span>', None),
    ],
)
def test_html_of_documentation_stays(text: str, html: str | None) -> None:
    assert as_browsers_read(convert(text, extensions={})) == as_browsers_read(
        Markdown().convert(text) if html is None else html
    )
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "html", "names"),
    [
        ("a <script>alert(1)</script> b", "<p>a  b</p>", [(1, 3, "tag", "script")]),
        ("<script>\nalert(1)\n\n</script>\n\nx", "<p>x</p>", [(1, 1, "tag", "script")]),
        ("<style>\n* {}\n</style>\n\nx", "<p>x</p>", [(1, 1, "tag", "style")]),
        ("a <script> b", "<p>a  b</p>", [(1, 3, "tag", "script")]),
        ("<b onclick=x()>y</b>", "<p><b>y</b></p>", [(1, 4, "handler", "onclick")]),
        ("<b oNcLiCk = 'x()'>y</b>", "<p><b>y</b></p>", [(1, 4, "handler", "onclick")]),
        ("x\n<img src=x\n  onerror=alert(1)>", '<p>x\n<img src="x"></p>', [(3, 3, "handler", "onerror")]),
        ("<img src=x\n\n  onerror=alert(1)>", None, [(3, 3, "handler", "onerror")]),
        ('<b style="position:fixed">y</b>', "<p><b>y</b></p>", [(1, 4, "style", "style")]),
        ('<a href="JaVaScRiPt&#58;alert(1)">y</a>', "<p><a>y</a></p>", [(1, 4, "address", "href")]),
        ('<a href="java&#9;script&colon;x">y</a>', "<p><a>y</a></p>", [(1, 4, "address", "href")]),
        ('<a href="\x01 data:text/html,x">y</a>', "<p><a>y</a></p>", [(1, 4, "address", "href")]),
        ("<a href=vbscript:x>y</a>", "<p><a>y</a></p>", [(1, 4, "address", "href")]),
        ('<a href="file:///etc/passwd">y</a>', "<p><a>y</a></p>", [(1, 4, "address", "href")]),
        ('<a href="#x" ping="/log">y</a>', '<p><a href="#x">y</a></p>', [(1, 14, "attribute", "ping")]),
        (
            '<img srcset="https://x.org/a 2x" src=a.png>',
            '<p><img src="a.png"></p>',
            [(1, 6, "attribute", "srcset")],
        ),
        ("a <iframe srcdoc='<b>'></iframe> b", "<p>a  b</p>", [(1, 3, "tag", "iframe")]),
        (
            "<form action=x>words <button formaction=y>go</button></form>",
            "words",
            [(1, 1, "tag", "form"), (1, 22, "tag", "button")],
        ),
        ("<input type=text value=x>", "", [(1, 1, "tag", "input")]),
        ("<svg><a xlink:href=x><text>t</text></a></svg>", "<p></p>", [(1, 1, "tag", "svg")]),
        (
            '<b class="md-overlay mine md-button">y</b>',
            '<p><b class="mine md-button">y</b></p>',
            [(1, 4, "name", "class")],
        ),
        ('<b id="__search">y</b>', "<p><b>y</b></p>", [(1, 4, "name", "id")]),
        (
            '<b id="estiba-example-1" data-estiba-copies="x">y</b>',
            "<p><b>y</b></p>",
            [(1, 4, "name", "id"), (1, 26, "attribute", "data-estiba-copies")],
        ),
        ('<b role="button">y</b>', "<p><b>y</b></p>", [(1, 4, "value", "role")]),
        ("<label for=__drawer>y</label>", "<p><label>y</label></p>", [(1, 8, "attribute", "for")]),
        ("<pre>\n<img src=x onerror=y>\n</pre>", None, [(2, 12, "handler", "onerror")]),
        ("<kbd><b onclick=x>y</b></kbd>", "<p><kbd><b>y</b></kbd></p>", [(1, 9, "handler", "onclick")]),
        ('<div markdown="1" onclick="x">\n**y**\n</div>', None, [(1, 19, "handler", "onclick")]),
        ("x\n{: onclick='y' .mine }", '<p class="mine">x</p>', [(2, 4, "handler", "onclick")]),
        ("*x*{style='top:0'}", "<p><em>x</em></p>", [(1, 5, "style", "style")]),
        ("``` { .sh onclick=y }\nls\n```", None, [(1, 1, "handler", "onclick")]),
    ],
)
def test_all_else_is_taken_out_and_named(
    text: str, html: str | None, names: list[tuple[int, int, str, str]]
) -> None:
    made = convert(text)
    assert dangers(made) == []
    assert html is None or made.strip() in (html, f"<p>{html} \n</p>", f"<p>{html} </p>", html + " ")
    assert named(text) == names


def test_what_is_no_element_is_meant_to_be_read() -> None:
    text = "cd <your-folder> && ssh <IP>"
    assert convert(text, extensions={}) == "<p>cd &lt;your-folder&gt; &amp;&amp; ssh &lt;IP&gt;</p>"
    assert named(text) == []


def test_trusted_folders_are_left_alone() -> None:
    text = '<b onclick="x()" class="md-overlay">y</b> <iframe src="x"></iframe>'
    assert convert(text, path="ours/a.md") == f"<p>{text}</p>"
    assert named(text, "ours/a.md") == []


def test_a_note_that_is_shown_in_another_is_trusted_as_it_is_at_home() -> None:
    below = {"b.md": "# B\n\n<b onclick=x>from b</b>", "ours/c.md": "# C\n\n<b onclick=x>from c</b>"}
    made = convert("![[b]]\n\n![[c]]", others=below)
    assert "<b>from b</b>" in made
    assert "<b onclick=x>from c</b>" in made
    assert '<div class="estiba-embed" data-search-exclude>' in made


@pytest.mark.parametrize(
    "text",
    [
        "!!! md-overlay\n    x",
        '??? estiba-example "x"\n    x',
        "> [!md-overlay]\n> x",
        '<div markdown class="md-search estiba-example" id="__drawer" data-md-component="search">\nx\n</div>',
        "# x {#__search .md-overlay data-md-toggle=search}",
        "[x](#y){: .md-overlay #estiba-example-1 data-clipboard-text=z}",
        "``` {.sh .md-overlay #__search}\nls\n```",
        "# \\_\\_search",
        "# Estiba example 1",
        '=== "__search"\n    x',
        '<pre class="mermaid">x</pre>',
    ],
)
def test_nothing_of_the_page_around_it_can_be_forged(text: str) -> None:
    for _, attributes in Read(convert(text)).tags:
        names = f"{attributes.get('class')} {attributes.get('id')} {attributes.get('for')}"
        assert not re.search(r"(?<![\w-])(?:md-|estiba-|__search)|__drawer|mermaid", names)
        assert not any(name.startswith(("data-md", "data-estiba", "data-clip")) for name in attributes)


@pytest.mark.parametrize(
    "text",
    [
        '![<b title="x onerror=alert(1)//">](y.png)',
        '# ![<b title="x onerror=alert(1)//">](y.png)',
        '<img src=x title="\n```{.onerror=alert(1)//}\nx\n```\n">',
        "[x](javascript\\:alert(1)) ![x](java&#115;cript:alert(1)) [y](<java\tscript:alert(1)>)",
        "[x](y){: href=javascript:alert(1)}",
        "[x](javascript`:`alert(1))",
        '[x](`"onclick="alert(1)`y)',
        "[<http://x.y>[z](JaVaScRiPt&#58alert(1))[]]()",
        '<b title="&#2;wzxhzdk:0&#3;">&#2;wzxhzdk:0&#3;</b> <i title="\'><img src=x onerror=y>">z</i>',
        '<a title="`x" onclick=alert(1) `">y</a>',
        "# a {: data-toc-label='<img src=x onerror=alert(1)>' }",
        "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<img src=x onerror=alert(1)>]]> <?x <img src=x onerror=alert(1)> ?>",
        "<x@ onmouseover=alert(1)> <b/onclick=alert(1)> <b\x0conclick=alert(1)>",
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=y&gt;">',
        '<noscript><p title="</noscript><img src=x onerror=y>">',
        '<svg></p><style><a id="</style><img src=x onerror=y>">',
        "<table><td><b onclick=x></table><a href='\n\nfoo' onclick=x>",
        "<div><p title='</div><script>x</script>'>",
    ],
)
def test_no_way_around(text: str) -> None:
    assert dangers(convert(text)) == []


def test_what_is_open_is_closed_and_what_closes_nothing_is_gone() -> None:
    made = convert("a</div></main>\n\n<div>\n\n<i>x", extensions={})
    assert made == "<p>a</p>\n<div>\n\n<i>x\n\n</i></div>"


def test_a_comment_costs_nothing_and_shows_nothing() -> None:
    assert convert("a <!-- b --> c") == "<p>a <!-- b --> c</p>"


def test_long_and_open_tags_take_a_time_by_their_length() -> None:
    for piece in ('<a b="', "<a b='\"' ", "<svg>", "<!--", "<b onclick=x ", "</script", "<div>"):
        assert dangers(cleaned(piece * 20_000)) == []


ATTRIBUTE_NAMES = (
    "onclick onerror style href src id class title alt formaction srcdoc data-x width xlink:href".split()
)
VALUES = """
    x javascript:alert(1) JAVA&#115;CRIPT:x &#1;javascript:x data:text/html,x https://x.org/ __search
    md-overlay a&quot;b position:fixed a.png
""".split()
ELEMENTS = """
    a b script style img iframe div svg math form input table td noscript template textarea details summary
    title video source kbd object embed base link meta p xmp plaintext select option your-domain
""".split()
attributes = st.builds(
    lambda name, value, quote: f" {name}={quote}{value}{quote}",
    st.sampled_from(ATTRIBUTE_NAMES),
    st.sampled_from(VALUES),
    st.sampled_from(['"', "'", ""]),
)
tags = st.builds(
    lambda name, given, end: f"<{name}{''.join(given)}{end}",
    st.sampled_from(ELEMENTS),
    st.lists(attributes, max_size=3),
    st.sampled_from([">", "/>", " >"]),
)
closings = st.sampled_from(ELEMENTS).map(lambda name: f"</{name}>")
words = st.sampled_from(
    ["x", " *y* ", "\n", "\n\n", "`z`", "<!-- c -->", "<!--", "-->", "&lt;", "<", '"', "]]>", "{"]
)
soup = st.lists(st.one_of(tags, closings, words), max_size=8).map("".join)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(soup)
def test_nothing_off_the_list_is_left(text: str) -> None:
    made = cleaned(text)
    assert dangers(made) == []
    assert cleaned(made) == made
    assert as_browsers_read(as_browsers_read(made)) == as_browsers_read(made)
    assert dangers(convert(text)) == []


elements = st.builds(
    lambda name, given: f"<{name}{''.join(given)}>x</{name}>",
    st.sampled_from("a b img div details summary kbd p script iframe form svg object".split()),
    st.lists(attributes, max_size=3),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(elements, st.sampled_from(["{}", "a {} b", "- {}", "> {}", "| a |\n| - |\n| {} |", "# {}"]))
@example('<b class="md-overlay x">x</b>', "{}")
def test_what_is_named_is_what_is_taken_out(element: str, frame: str) -> None:
    text = frame.replace("{}", element)
    trusted = convert(text, path="ours/a.md")
    assert (as_plain(convert(text)) != as_plain(trusted)) == bool(named(text))


def as_plain(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Give the tags of a page, without what is ours, and without what only another spelling is."""
    return [
        (tag, {name: (value or "").strip("\x01") for name, value in given.items()})
        for tag, given in Read(html).tags
        if given.get("class") != "headerlink" and tag != "tbody" and (given or tag != "p")
    ]
