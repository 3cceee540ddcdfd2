from run import write_results
from speed.results import Results, Value, read_results, written
from speed.table import write_tables

VALUES = (
    Value("cold", "estiba", 200, 2.0),
    Value("cold", "estiba", 200, 9.0),
    Value("cold", "estiba", 200, 1.0),
    Value("cold", "material", 200, 4.0),
    Value("cold", "hugo", 200, 0.5),
    Value("served", "estiba", 200, 0.03),
    Value("page", "estiba", 200, 41500),
    Value("page", "material", 200, 30000),
    Value("files", "hugo", 200, 1234),
    Value("check", "estiba", 200, 0.7),
    Value("cold", "estiba-search", 200, 3.0),
    Value("index", "estiba-search", 200, 0.5),
    Value("memory", "estiba", 1000, 400 * 1024 * 1024),
    Value("memory", "hugo", 1000, 100 * 1024 * 1024),
)
RESULTS = Results({"date": "2026-11-23", "command": "`make bench`"}, VALUES)
TABLES = """\
# How fast Estiba is

Written by `make bench`. Medians.

- date: 2026-11-23
- command: `make bench`

## 200 notes

Without an index for a search.

|  | Estiba | MkDocs + Material | Hugo | Estiba / MkDocs + Material | Estiba / Hugo |
| --- | ---: | ---: | ---: | ---: | ---: |
| cold build | 2.00 s | 4.00 s | 500 ms | 0.50 | 4.0 |
| edit to served | 30 ms | - | - | - | - |
| files of the site | - | - | 1,234 | - | - |
| HTML of a note's page | 41.5 kB | 30.0 kB | - | 1.4 | - |

What only Estiba does.

|  | Estiba |
| --- | ---: |
| `estiba check` | 700 ms |

With what each brings for searching.

|  | Estiba with its search | Material with its search | Material with search and tags |
| --- | ---: | ---: | ---: |
| cold build | 3.00 s | - | - |
| the index by itself | 500 ms | - | - |

## 1,000 notes

Without an index for a search.

|  | Estiba | MkDocs + Material | Hugo | Estiba / MkDocs + Material | Estiba / Hugo |
| --- | ---: | ---: | ---: | ---: | ---: |
| peak memory of a cold build | 400 MiB | - | 100 MiB | - | 4.0 |
"""


def test_tables_hold_medians_and_ratios():
    assert write_tables(RESULTS) == TABLES


def test_a_median_is_of_one_thing():
    assert RESULTS.median("cold", "estiba", 200) == 2.0
    assert RESULTS.median("cold", "estiba", 1000) is None
    assert Results({}, VALUES[:2]).median("cold", "estiba", 200) == 5.5


def test_values_are_read_as_they_were_written(tmp_path):
    RESULTS.write(tmp_path / "speed.json")
    assert read_results(tmp_path / "speed.json") == Results(RESULTS.taken, list(VALUES))


def test_units():
    assert [written("cold", seconds) for seconds in (0.0304, 0.9994, 1.5, 16.64, 102.3)] == [
        "30 ms",
        "999 ms",
        "1.50 s",
        "16.6 s",
        "102 s",
    ]
    assert written("site", 300 * 1024 * 1024) == "300 MiB"
    assert written("site", 1.25 * 1024 * 1024) == "1.25 MiB"


def test_results_take_the_place_of_earlier_ones(tmp_path):
    (tmp_path / "edited.svg").write_text("old", "utf-8")
    write_results(RESULTS, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "cold.svg",
        "memory.svg",
        "page.svg",
        "served.svg",
        "speed.json",
        "speed.md",
    ]
    assert (tmp_path / "speed.md").read_text("utf-8") == TABLES
