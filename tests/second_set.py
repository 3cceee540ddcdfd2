"""A second hostile set: pieces that are read differently by Markdown, by what cleans it, and by browsers.

Each is put into every place of a note, one note a piece.
"""

from __future__ import annotations

import re

RUN = "<img src=x onerror=alert(1)>"
PIECES = (
    *(f'<{name}><p title="</{name}>{RUN}">' for name in "noscript title textarea xmp noembed iframe".split()),
    f'<svg><p><style><g title="</style>{RUN}">',
    f"<form><math><mtext></form><form><mglyph><style></math>{RUN}",
    f'<math><annotation-xml encoding="text/html">{RUN}</annotation-xml></math>',
    f"<table><p>{RUN}</p><tr><td><a href=javascript:alert(1)>x</a></table>",
    f"<select><option><style></option></select>{RUN}</style>",
    f"<div><template shadowrootmode=open>{RUN}</template></div>",
    *(f"{opening}{RUN}{end}" for opening, end in (("<!-->", "-->"), ("<!--->", "-->"), ("<!-- --!>", "-->"))),
    f"<![CDATA[{RUN}]]>",
    f"<?x {RUN} ?>",
    f'</a/b ">{RUN}',
    "<im\0g src=x onerror=alert(1)> <img src=x on\0error=alert(1)> <img\x0csrc=x\x0conerror=alert(1)>",
    '<a href="&#106avascript:alert(1)">k</a> <a href="javascript&colonalert(1)">k</a>',
    "<a href='javas\ncript:alert(1)'>k</a> <a href=\"\1javascript:alert(1)\">k</a>",
    "[k](javas&#10;cript:alert(1)) [k](\1javascript:alert(1)) [k](javascript://%0aalert(1))",
    "[k][z]\n\n[z]: javascript:alert(1) 'a\" onmouseover=\"alert(1)'",
    '![a" onerror="alert(1)](x.png) ![a](x.png" onerror="alert(1)) ![a](x.png "t\\" onerror=\\"alert(1)")',
    *(
        f"![a]({address}evil.example/i.png)"
        for address in "// http: https:/\\ /\\ /&#9;/ &#x2f;/ https&colon;//".split()
    ),
    '<img src="/&#9;/evil.example/a"> <img src="x" srcset="//evil.example/b 2x">',
    '<table background="//evil.example/c">',
    '<video poster="//evil.example/p"><source src="\\\\evil.example\\v"></video>',
    '<audio src="https:evil.example/v">',
    '<a id=__config>c</a> <div id=__search>x</div> <a id="document$" name="document$">d</a>',
    '<script id=__config type=application/json>{"base": "//evil.example"}</script>',
    '<div class="md-overlay&#x20;x" data-md-component="search" data-clipboard-text="x">c</div>',
    '<div class="estiba-diagram" data-estiba-script="//evil.example/m.js"><code>graph</code></div>',
    f'<b x="</b>{RUN}">b</b> <b x=`>{RUN}`>b</b> <<b>img src=x onerror=alert(1)>',
    f"<scr<script>ipt>alert(1)</scr</script>ipt> <scr<!-- -->ipt>{RUN}",
    "<img src=x `onerror=alert(1)`> <img src=x [[onerror=alert(1)]]> <img src=x %%x%%onerror=alert(1)>",
    f'%%<img title="%% src=x onerror=alert(1)> <b title="[[otra|{RUN}]]">b</b> <b title="`{RUN}`">b</b>',
    '<b title="&#2;wzxhzdk:0&#3;\2wzxhzdk:1\3">b</b> [k](x&#2;wzxhzdk:0&#3; "\2klzzwxh:0001\3")',
    "\2amp\3lt;img src=x onerror=alert(1)\2amp\3gt; &amp;lt;img src=x onerror=alert(1)&amp;gt;",
    f'<https://x"onmouseover="alert(1)> <http://x/{RUN}> <a@b.c"onmouseover="alert(1)>',
    '[[x" onmouseover="alert(1)]] [[otra|a" onmouseover="alert(1)]] [[javascript:alert(1)|k]]',
    '![[x" onerror="alert(1).png]] ![[foto.png|100" onerror="alert(1)]] ![[https://evil.example/x.png]]',
    f'[^1" onmouseover="alert(1)] ^[{RUN}]\n\n[^1" onmouseover="alert(1)]: {RUN}',
    '*[HTML]: " onmouseover="alert(1)\n\nHTML <b title="HTML">HTML</b>',
    "w {: onclick=alert(1) #__search } **b**{: onclick=alert(1)}",
    "![i](x){: src=//evil.example/a onerror=alert(1) }",
    f'## a {{: data-toc-label="{RUN}" }}\n## &#60;img src=x onerror=alert(1)&#62;',
    f'??? "onclick=alert(1)" "{RUN}"\n    t\n\n!!! x" onclick="alert(1) ""\n    y',
    f'> [!note" onclick="alert(1)]+ {RUN}\n> [!{RUN}|x" onclick="alert(1)] t',
    f'```js" onclick="alert(1) title="{RUN}"\n</code></pre>{RUN}\n```',
    f'```mermaid\n%%{{init: {{"themeCSS":"</style>{RUN}"}}}}%%\ngraph TD; A["{RUN}"]-->B\n```',
    f'${RUN}$ $\\href{{javascript:alert(1)}}{{x}}$ $\\color{{red" onclick="alert(1)}}{{x}}$',
    f'<p markdown="span">**{RUN}**</p><pre markdown="1"></pre>{RUN}</pre>',
    f'<div class="obsidian-meta-links"><a href="java&#9;script:alert(1)"><h3>{RUN}</h3></a></div>',
    f"</article></main></div></div></body></html>{RUN}",
    f'<your-domain title="{RUN}"> <svg:script>alert(1)</svg:script> <x:img src=x onerror=alert(1)>',
    '`x" onerror=alert(1) x="` $x" onerror=alert(1) x="$ <b title="<b>">b</b>',
)
PLACES = """{piece}

> [!note]+ {line}
> {line}

## x {line}

| {line} | b |
|---|---|
| {line} | **{line}** |

[{line}](x) ![{line}](x.png) [[otra|{line}]] *{line}* =={line}== [^a] ^[{line}]

[^a]: {line}

<details><summary>{line}</summary>
{piece}
</details>

<div markdown>
{piece}

</div>

t
:   {line}

=== "{line}"
    a

!!! note "{line}"
    a

[k]({line}) [k](<{line}>) [k](x "{line}") [[{line}]] ![[{line}]] `{line}` ${line}$

![a]({line}) [k][r] `{line}` ${line}$

[r]: {line}

*[FIN]: {line}

```yaml title="{line}"
{piece}
```

FIN
"""


def _note(piece: str, place: str) -> str:
    return place.replace("{piece}", piece).replace("{line}", re.sub(r"\n+", " ", piece))


NOTES = {
    **{f"{number}.md": _note(piece, PLACES) for number, piece in enumerate(PIECES)},
    **{f"m{number}.md": f"![[{number}]]\n\n- ![[{number}#x]]\n" for number in range(0, len(PIECES), 12)},
    "otra.md": "# Otra\n",
    "foto.png": "png",
    "estiba.toml": "[security]\ncsp = false\n",
}
