from estiba.markdown.searched_text import NOT_SEARCHED, searched_text


def test_furniture_is_left_out():
    html = (
        "<p>Uno <b data-search-exclude>x <b>y</b> z</b> dos</p>"
        '<nav>q <p>r</p></nav> tres <a class="headerlink">¶</a><img class="twemoji" src="a"> cuatro'
        "<script>x</script><button>Copiar</button> &amp;"
    )
    assert searched_text(html) == "Uno dos tres cuatro &"


def test_the_selectors_are_those_of_the_search():
    assert (
        NOT_SEARCHED
        == "[data-search-exclude],.headerlink,.linenos,.footnote-backref,.twemoji,button,form,nav"
    )
