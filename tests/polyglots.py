"""A vault in which every text that a note can hold tries to break out of wherever it is shown."""

from __future__ import annotations

import json

SUM = "17381"
"""What `{{ 13*1337 }}` comes to where a template is evaluated."""


def polyglot(place: str) -> str:
    """Give a text for `place` that is dangerous in HTML, attributes, templates, JSON, XML and scripts."""
    return (
        f"{place}'\"></title></textarea></script></style></template>--!>]]><script>alert('{place}')</script>"
        f"<img src=x onerror=alert('{place}')><svg/onload=alert('{place}')>{{{{13*1337}}}}"
        f"{{%raw%}}${{13*1337}}<a href=javascript:alert('{place}')>&#60;script&#62;\\\\u003cscript>"
    )


def name(place: str) -> str:
    """Give such a text for the name of a file: without a slash, and short."""
    return (
        f"{place}'\"><img src=x onerror=alert(1)><svg onload=alert(2)>{{{{13*1337}}}}&lt;%3Cscript%3E;#?]]>"
    )


def _quoted(place: str) -> str:
    return json.dumps(polyglot(place), ensure_ascii=False)


def _front_matter() -> str:
    texts = (
        "title description subtitle author lang image cover icon template status slug canonical_url".split()
    )
    texts += "edit_url robots date lastmod redirect category series comments weight layout summary".split()
    lines = [f"{key}: {_quoted(key)}" for key in texts]
    lines += [f"tags: [{_quoted('tag')}, plain, {_quoted('above/below')}]", f"aliases: [{_quoted('alias')}]"]
    lines += [f"hide: [{_quoted('hide')}]", f"search: {{boost: {_quoted('boost')}}}"]
    lines += [f"{_quoted('key')}: {_quoted('value')}", f"list: [{_quoted('one')}, {{a: {_quoted('two')}}}]"]
    return "---\n" + "\n".join(lines) + "\n---\n"


_P = polyglot
BODY = f"""
# {_P("heading")} {{: #{_P("heading-id")} onclick="alert(1)" }}

A word ^{_P("block-id")}

## {_P("second-heading")} #{_P("inline-tag")}

A paragraph of {_P("paragraph")}, `{_P("code")}`, =={_P("mark")}==, **{_P("bold")}**, ~~{_P("gone")}~~.
{{: id="{_P("attribute-id")}" style="background:url(javascript:alert(1))" onmouseover="alert(1)" .a }}

- [{_P("link-text")}](otra.md "{_P("link-title")}")
- [x](<{_P("link-address")}>) [y](javascript:alert('address')) [z](java&#10;script:alert('entity'))
- [w](&#x6a;avascript:alert('hex')) [v](JaVaScRiPt&colon;alert('named')) [u](vbscript:alert('vb'))
- [t](data:text/html,<script>alert('data')</script>) [s](//evil.invalid/{_P("host")})
- [r](otra.md#{_P("fragment")})
- <javascript:alert('autolink')> <https://example.org/{_P("autolink-path")}>
- ![{_P("alt")}](foto.png "{_P("image-title")}") ![q](javascript:alert('image')) ![{_P("no-image")}](no.png)
- [{_P("reference")}][ref] [p][js] ![o][js]
- [[{_P("wikilink")}]] [[otra|{_P("wikilink-text")}]] [[otra#{_P("wikilink-heading")}]] [[{_P("draft")}]]
- ![[{_P("embed")}]] ![[foto.png|{_P("embed-size")}]] ![[otra#^{_P("embed-block")}]] ![[otra]]
- [ ] {_P("task")} [^{_P("footnote-id")}] ^[{_P("inline-footnote")}] [^f]

[ref]: otra.md "{_P("reference-title")}"
[js]: javascript:alert('reference')
[^{_P("footnote-id")}]: {_P("footnote")}
[^f]: {_P("footnote-text")}
*[HTML]: {_P("abbreviation")}
HTML

> [!{_P("callout-type")}]- {_P("callout-title")}
> {_P("callout-text")}

> [!note]+ {_P("note-title")}
> {_P("quote")}

!!! warning "{_P("admonition")}"
    {_P("admonition-text")}

=== "{_P("tab")}"
    {_P("tab-text")}

| {_P("table-head")} | b |
|---|---|
| {_P("table-cell")} | [[otra\\|{_P("table-link")}]] |

{_P("term")}
:   {_P("definition")}

${_P("formula")}$ and $\\text{{{_P("formula-text")}}} \\href{{javascript:alert('formula')}}{{x}}$

$$
\\html{{{_P("formula-block")}}} \\begin{{{_P("environment")}}}
$$

%%{_P("comment")}%%

<!-- {_P("html-comment")} -->

<div class="obsidian-meta-links"><a href="javascript:alert('card')"><h3>{_P("card")}</h3>
<p>{_P("card-text")}</p></a></div>

<details><summary>{_P("summary")}</summary>

{_P("details")}

</details>

```{_P("language")} title="{_P("info-title")}"
{_P("fence")}
```

```yaml title="{_P("fence-title").replace(chr(34), "&quot;")}" hl_lines="{_P("lines")}"
{_P("fence-text")}
```

```{{.yaml #{_P("fence-id")} onclick="alert(1)" title='{_P("brace-title")}'}}
a: 1
```

```mermaid
graph TD; A["{_P("diagram")}"] --> B; click A href "javascript:alert('diagram')"
```

--8<-- "{_P("snippet")}"
{{% include "{_P("include")}" %}}
{{{{ 13*1337 }}}}
:{_P("emoji")}: :material-{_P("icon-name")}:
"""

_COMPOSE = (
    "name service image container environment variable default label volume network port command healthcheck"
).split()
_Q = {one: json.dumps(polyglot(f"compose-{one}"), ensure_ascii=False) for one in _COMPOSE}
EXAMPLE = f"""
- {_P("about-example")} `services.web.image`

```yaml title="compose.yaml"
# estiba: allow floating-tag -- {_P("silence")}
name: {_Q["name"]}
services:
  {_Q["service"]}:
    image: {_Q["image"]}
    container_name: {_Q["container"]}
    environment:
      {_Q["environment"]}: {_Q["environment"]}
      A: "${{PASSWORD:-{json.dumps(polyglot("compose-default"))[1:-1]}}}"
      B: ${{TOKEN?{_P("compose-message").replace("}", "")}}}
    labels:
      {_Q["label"]}: {_Q["label"]}
      traefik.http.routers.x.rule: {_Q["label"]}
    volumes: [{_Q["volume"]}, "./a:/{json.dumps(polyglot("compose-target"))[1:-1]}"]
    networks: [{_Q["network"]}]
    ports: [{_Q["port"]}, "80:80"]
    command: {_Q["command"]}
    healthcheck: {{test: {_Q["healthcheck"]}}}
    depends_on: [{_Q["service"]}]
  web:
    image: nginx:latest  # {_P("yaml-comment")}
    env_file: {_Q["volume"]}
    extends: {{file: {_Q["volume"]}, service: {_Q["service"]}}}
volumes: {{{_Q["volume"]}: {{name: {_Q["volume"]}}}}}
{_Q["network"]}: {_Q["port"]}
```

1. {_P("explained-example")}

```dotenv title=".env"
PASSWORD={_P("dotenv")}
```

```sh title="run.sh"
docker run {_P("shell")}
```
"""

NOTES = {
    "index.md": f"---\ntitle: {_quoted('home')}\n---\n\n[[nota]] {_P('home-text')}\n",
    "nota.md": f"{_front_matter()}{BODY}",
    "otra.md": f"# {_P('only-heading')}\n\nText. ^block\n\n[[nota]] {_P('around-a-link')} [[nota#x]]\n",
    "ejemplo.md": f"---\ntitle: {_quoted('example-title')}\ntags: [plain]\ndate: 2025-01-02\n---\n{EXAMPLE}",
    f"{name('file')}.md": f"{_P('first-paragraph')}\n\n[[nota]]\n",
    f"{name('folder')}/{name('inner')}.md": f"# {_P('in-folder')}\n\n[a](../nota.md)\n",
    f"{name('folder')}/index.md": f"---\ntitle: {_quoted('folder-title')}\n---\n",
    "oculta.md": f"---\ndraft: true\ntitle: {_quoted('draft')}\n---\n{_P('draft-text')}\n",
    "rota.md": f"---\ntitle: {_P('broken')}: {_P('broken')}\n{_P('broken-key')}\n---\n{_P('broken-text')}\n",
    "foto.png": "png",
    f"{name('picture')}.png": "png",
}

CONFIG = """\
site_name: Semilla
site_url: http://127.0.0.1/
repo_url: https://github.com/a/b
edit_uri: edit/main/docs/
plugins: [estiba]
"""
