import json
import sys

import pytest
import run
from speed.measures import Measure
from speed.place import words
from speed.processes import Failed
from speed.programs import MAIN


@pytest.fixture
def measure(tmp_path, monkeypatch, capsys):
    """Run with one measure in the place of all, which builds nothing."""

    def called(take, *arguments):
        monkeypatch.setattr("speed.rounds._warm_up", lambda *_: None)
        monkeypatch.setattr(run, "how_taken", lambda command, runs: {"command": command, "rounds": str(runs)})
        monkeypatch.setattr(run, "MEASURES", (Measure("cold", MAIN, take),))
        monkeypatch.setattr(run, "NAMES", ("cold",))
        monkeypatch.setattr(run, "NOTES", (2, 3))
        monkeypatch.setattr(run, "HERE", tmp_path / "benchmarks")
        monkeypatch.setattr(run, "BENCH", tmp_path / ".bench")
        monkeypatch.setattr(sys, "argv", ["run.py", *arguments])
        with pytest.raises(SystemExit) as ended:
            run.main()
        found = list(tmp_path.rglob("speed.json"))
        assert len(found) == 1
        taken = json.loads(found[0].read_text("utf-8"))
        values = [(one["notes"], one["program"], one["value"]) for one in taken["values"]]
        assert capsys.readouterr().out == found[0].with_suffix(".md").read_text("utf-8") + "\n"
        return ended.value.code, found[0].relative_to(tmp_path).parts[0], taken["taken"], values

    return called


def test_programs_are_measured_in_turn(measure):
    new = words()
    status, folder, taken, values = measure(lambda _: {"cold": float(next(new)[-1])})
    assert (status, folder) == (None, "benchmarks")
    assert taken == {"command": "make bench", "rounds": "3"}
    names = ("estiba", "material", "hugo")
    assert [one[:2] for one in values] == [(notes, name) for notes in (2, 3) for _ in "123" for name in names]
    assert [value for _, _, value in values[:6]] == [0, 1, 2, 3, 4, 5]


def test_less_than_all_is_written_beside_the_table_of_all(measure):
    status, folder, taken, values = measure(lambda _: {"cold": 1.0}, "--notes", "2", "--runs", "1")
    assert (status, folder) == (None, ".bench")
    assert taken == {"command": 'make bench NOTES="2" RUNS=1', "rounds": "1"}
    assert len(values) == 3


def test_what_was_taken_before_a_failure_is_kept(measure):
    def take(place):
        if place.program.name == "hugo":
            raise Failed("no such thing")
        return {"cold": 1.0}

    status, folder, _, values = measure(take)
    assert (status, folder) == ("bench: not finished: no such thing", ".bench")
    assert values == [(2, "estiba", 1.0), (2, "material", 1.0)]
