"""A change whose notes do all they can to run something, to ask for something, or to speak for the review."""

from __future__ import annotations

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(20)" width="40" height="40">'
    '<script>alert(21)</script><image href="https://evil.example/s.png"/><circle r="15"/></svg>'
)
HOSTILE = {
    "docs/<img src=x onerror=alert(22)>.md": "# Nombre\n",
    "docs/picture.svg": SVG,
    "docs/hostile.md": r"""---
title: "</title><script>alert(1)</script>"
description: '"><script>alert(2)</script>'
tags: ["<img src=x onerror=alert(3)>", "@everyone", "#1"]
aliases: ["[x](https://evil.example)"]
---

<script>alert(5)</script><img src=x onerror=alert(6)>

<div style="position:fixed;inset:0;z-index:99999"
 class="md-overlay md-header md-dialog estiba-review-outcome">OVERLAY</div>

<style>main { display: none }</style>

<form action="https://evil.example/"><input name=q><button>Enviar</button></form>

<iframe src="https://evil.example/"></iframe><object data="https://evil.example/x"></object>

<svg onload=alert(7)><script>alert(8)</script></svg><math><mtext><img src=x onerror=alert(9)></mtext></math>

<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/">
<link rel=stylesheet href="https://evil.example/x.css">

<video src="https://evil.example/v.mp4" autoplay></video> <img src="https://evil.example/p.png" alt="pixel">

[a](javascript:alert(10)) [b](JaVaScRiPt&#58;alert(11)) [c](data:text/html,<script>alert(12)</script>)
[d](https://[blockchain) [e](http://[::1 ) ![p](https://evil.example/q.png) ![s](picture.svg)

Texto
{: onclick=alert(13) style="position:fixed" #contents }

``` { .yaml title="<img src=x onerror=alert(14)>" onclick=alert(15) }
a: 1
```

```yaml
services:
  "<img src=x onerror=alert(16)>":
    image: "</code><script>alert(17)</script>"
    environment:
      "`x` | @everyone #1 <b>": "${A:?</div><script>alert(18)</script>}"
```

ESC HERE
""".replace("HERE", "\x1b]0;x\x07 bidi \u202e"),
}
