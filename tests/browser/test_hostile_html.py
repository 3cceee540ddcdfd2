"""A page of hostile HTML, without a Content Security Policy to help: nothing runs, nothing is asked for."""

from __future__ import annotations

import pytest

from sites import run_build, served, write_files

RUNS = "alert('ran')"
NOTE = f"""# Título <img src=x onerror="{RUNS}">

Antes.

<script>{RUNS}</script> <ScRiPt/x>{RUNS}</ScRiPt> <<script>{RUNS};//<</script>

<img src="x" onerror="{RUNS}"> <img src=x onerror={RUNS}> <img/src="x"/onerror={RUNS}>
<img src=x
 onerror
 = "{RUNS}"> <IMG ```<script>{RUNS}</script>```>

<svg onload="{RUNS}"><animate onbegin="{RUNS}" attributeName=x dur=1s><script>{RUNS}</script></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={RUNS}&gt;">
</table></mtext></math>

<svg></p><style><a id="</style><img src=x onerror={RUNS}>">

<noscript><p title="</noscript><img src=x onerror={RUNS}>"></noscript>
<template><img src=x onerror={RUNS}></template>
<xmp><p title="</xmp><img src=x onerror={RUNS}>"></xmp>
<textarea><img title="</textarea><img src=x onerror={RUNS}>"></textarea>

<iframe src="javascript:{RUNS}" srcdoc="<script>parent.{RUNS}</script>"></iframe>
<object data="javascript:{RUNS}"></object><embed src="data:text/html,<script>{RUNS}</script>">
<form action="javascript:{RUNS}" id=attributes><input name=cookie autofocus onfocus="{RUNS}"></form>
<details open ontoggle="{RUNS}"><summary>s</summary></details>
<video src="https://elsewhere.test/v" poster="https://elsewhere.test/p" onerror="{RUNS}"></video>
<link rel=stylesheet href="https://elsewhere.test/s"><meta http-equiv=refresh content="0;url=https://elsewhere.test/">
<base href="https://elsewhere.test/"><style>@import "https://elsewhere.test/i"; * {{ display: none }}</style>
<table background="https://elsewhere.test/b"><tr><td background="https://elsewhere.test/c">c</td></tr></table>
<div style="position:fixed;inset:0;background:url(https://elsewhere.test/d)">estilo</div>
<div class="md-overlay md-search md-dialog" id="__search" data-md-component="search">clases</div>

<a class=hostile href="javascript:{RUNS}">a</a> <a class=hostile href="java&#9;script&colon;{RUNS}">b</a>
<a class=hostile href=" &#1;JaVaScRiPt:{RUNS}">c</a> [d](javascript&colon;{RUNS}) [e](<java\tscript:{RUNS}>)
<a class=hostile href="data:text/html,<script>{RUNS}</script>" target=_self>f</a>

![<b title="x onerror={RUNS}//">](missing.png)

<img title="
```{{.onerror={RUNS}//}}
x
```
">

párrafo
{{: onclick="{RUNS}" style="position:fixed" .md-overlay }}

</div></article></main></body></html>

<a href="https://elsewhere.test/?<img src='https://elsewhere.test/

Fin del texto.
"""
CONFIG = """
site_name: T
theme: {name: material}
plugins: [estiba]
markdown_extensions: [attr_list, md_in_html]
use_directory_urls: true
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile-html")
    files = {"nota.md": NOTE, "otra.md": "# Otra\n\n![[nota]]\n", "estiba.toml": "[security]\ncsp = false\n"}
    write_files(root, files, CONFIG)
    with served(run_build(root)) as address:
        yield address


def test_hostile_html_does_nothing(address, visit):
    for path in ("nota/", "otra/"):
        page = visit(f"{address}{path}")
        page.page.wait_for_load_state("networkidle")
        for link in page.page.locator("article a.hostile").all():
            link.dispatch_event("click")
        page.page.locator("article p", has_text="Fin del texto").last.click()
        assert page.dialogs == []
        assert [one for one in page.requests if not one.startswith(address)] == []
        assert page.page.url.startswith(address + path)
        article = page.page.locator("article")
        assert (
            article.locator(
                "script, iframe, object, embed, form, style, link, meta, base, svg[onload]"
            ).count()
            == 0
        )
        assert (
            page.page.evaluate(
                """[...document.querySelectorAll("article *")].filter(it => [...it.attributes].some(
                one => /^on|^style$|^srcdoc$/.test(one.name)
                    || /^[\\0-\\x20]*(javascript|data):/i.test(one.value)
            )).map(it => it.outerHTML)"""
            )
            == []
        )
        assert page.page.evaluate("document.querySelectorAll('#__search').length") == 1
        assert page.page.locator("article .md-overlay").count() == 0
        assert page.page.locator(".md-footer").count() == 1
        assert page.page.evaluate("document.querySelector('article').closest('.md-content') !== null")
