import pytest

from estiba.review.addresses import with_addresses

OUTSIDE = 'class="estiba-review-outside" rel="noopener noreferrer nofollow"'
PLACES = {"redes/vpn.md": "note-2"}
PICTURES = {"img/a.png": "data:image/png;base64,AA=="}


@pytest.mark.parametrize(
    ("html", "written"),
    [
        (
            '<a href="vpn.md#x">a</a>',
            '<a title="redes/vpn.md" class="estiba-review-inside" href="#note-2">a</a>',
        ),
        (
            '<a href="/redes/vpn.md">a</a>',
            '<a title="redes/vpn.md" class="estiba-review-inside" href="#note-2">a</a>',
        ),
        ('<a href="otra.md">a</a>', '<a title="redes/otra.md" class="estiba-review-inside">a</a>'),
        ('<a href="https://e.example/?a=1&amp;b=2">a</a>',) * 2,
        ('<a href="#p-x">a</a>',) * 2,
        ("<a>a</a>",) * 2,
        ('<img src="../img/a.png" alt="b">', '<img src="data:image/png;base64,AA==" alt="b">'),
        ('<img src="../img/c.png" alt="b">', '<span class="estiba-review-outside">b (img/c.png)</span>'),
        ('<img src="data:image/gif;base64,AA" alt="">',) * 2,
        (
            '<img src="https://e.example/a.png" alt="&lt;b">',
            f'<a {OUTSIDE} href="https://e.example/a.png">&lt;b (https://e.example/a.png)</a>',
        ),
        (
            '<a href="#p-x"><img src="https://e.example/a.png"></a>',
            '<a href="#p-x"><span class="estiba-review-outside">(https://e.example/a.png)</span></a>',
        ),
        (
            '<img src="//e.example/a.png">',
            f'<a {OUTSIDE} href="//e.example/a.png">(//e.example/a.png)</a>',
        ),
        (
            '<video src="https://e.example/a.mp4">x</video>',
            '<span class="estiba-review-outside">https://e.example/a.mp4 x</span>',
        ),
        ('<p title="<img src=&quot;https://e.example&quot;>">&lt;img&gt; &amp; &#39;</p>',) * 2,
    ],
)
def test_addresses_lead_to_the_review_or_are_words(html, written):
    shown = with_addresses(
        html, "redes/a.md", lambda path: PLACES.get(path, ""), lambda path: PICTURES.get(path, "")
    )
    assert shown == written
