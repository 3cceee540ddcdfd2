import itertools
import re
from xml.etree import ElementTree as ET

from speed.plot import draw
from speed.results import Results, Value

SVG = "{http://www.w3.org/2000/svg}"
RESULTS = Results(
    {},
    [
        Value("cold", "estiba", 1000, 20.0),
        Value("cold", "material", 1000, 40.0),
        Value("cold", "estiba", 200, 5.0),
        Value("cold", "hugo", 200, 0.01),
    ],
)


def drawing():
    return ET.fromstring(draw(RESULTS, "cold"))


def test_bars_are_as_long_as_their_medians():
    bars = {one.get("class"): [] for one in drawing().iter(f"{SVG}rect")}
    for one in drawing().iter(f"{SVG}rect"):
        bars[one.get("class")].append(float(one.get("width")))
    assert bars == {"paper": [720.0], "bar0": [60.0, 240.0], "bar1": [480.0], "bar2": [1.0]}


def test_each_bar_has_its_program_and_its_value():
    assert [one.text for one in drawing().iter(f"{SVG}text")] == [
        "Cold build",
        "200 notes",
        *("Estiba", "5.00 s", "Hugo", "10 ms"),
        "1,000 notes",
        *("Estiba", "20.0 s", "MkDocs + Material", "40.0 s"),
    ]


def test_it_says_in_words_what_it_shows():
    assert drawing().find(f"{SVG}desc").text == (
        "200 notes, Estiba: 5.00 s; 200 notes, Hugo: 10 ms;"
        " 1,000 notes, Estiba: 20.0 s; 1,000 notes, MkDocs + Material: 40.0 s"
    )


def test_rows_do_not_lie_over_one_another_and_stay_in_the_picture():
    height = int(drawing().get("height"))
    rows = sorted({int(one.get("y")) for one in drawing().iter(f"{SVG}text")})
    assert len(rows) == 7
    assert min(lower - upper for upper, lower in itertools.pairwise(rows)) >= 20
    assert rows[-1] < height


def test_nothing_is_fetched():
    assert re.findall(r"https?:[^\"]+", draw(RESULTS, "cold")) == ["http://www.w3.org/2000/svg"]


def test_of_nothing_there_is_no_picture():
    assert draw(RESULTS, "edited") is None
