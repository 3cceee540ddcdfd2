"""HTML in a note -> its page: nothing in it runs, and nothing leads where it should not."""

from __future__ import annotations

from estiba.config import Config
from estiba.vault.note import Unreadable
from estiba.vault.vault import read_vault
from fuzzing.harmless import check_harmless
from fuzzing.pages import page_of

TOKENS = """
<script> </script> <script/src=x> <img src=x onerror=alert(1)> <svg <svg/onload=alert(1)> </svg> <math>
<mtext> <mglyph> <style> </style> <iframe srcdoc= </iframe> <template> </template> <noscript> </noscript>
<textarea> </textarea> <title> </title> <xmp> <plaintext> <select> <table> <td> </table> <p> </p> <div
markdown> <div> </div> <details open ontoggle=> <summary> <a href="javascript:alert(1)"> </a> href= src=
style= onclick= =" ='" "> '> /> > < <! <!-- --> --!> <!--> <? ?> <![CDATA[ ]]> &lt; &#106; &#x6a; &Tab;
&NewLine; &colon; java\tscript: javascript: data:text/html, data:image/svg+xml, vbscript: ` ``` $ $$ ![ ]( )
[ ]: <javascript:x> {onclick=x} {: .x } ^[ [[ ]] | # > - * \\ <input type=checkbox disabled> id=__search
class=md-overlay <video src=x poster=> <audio> <source srcset=> <base href=//x> <meta http-equiv=refresh>
""".split()
TOKENS += ["\n", "\n\n", "\n    ", "\t", " ", "\x0c", "\xa0", "\u2028", "<a\n", '"\n', "é"]
_CONFIG = Config()


def check(data: bytes) -> None:
    """Fail where the page of the note `data` does harm."""
    try:
        vault = read_vault([("a.md", data)], _CONFIG)
    except Unreadable:
        return
    if "a.md" in vault.notes:
        check_harmless(page_of(vault, "a.md"))
