"""How fast Estiba is, beside MkDocs with Material and beside Hugo: `make bench`.

Writes a table, the values as JSON, and plots; to `benchmarks/results/` when all was measured, otherwise,
and where something fails, to `.bench/results/`. Prints the table; what it is doing goes to standard error.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from speed.measures import MEASURES
from speed.plot import PLOTTED, draw
from speed.processes import Failed
from speed.programs import BENCH, HERE
from speed.results import Results, Value
from speed.rounds import values
from speed.table import write_tables
from speed.taken import how_taken

NOTES, RUNS = (200, 1000, 5000), 3
NAMES = tuple(one.name for one in MEASURES)


def main() -> None:
    """Measure what the command line says."""
    options = _options()
    is_all = tuple(options.notes) == NOTES and tuple(options.only) == NAMES and options.runs >= RUNS
    taken = how_taken(_command(options), options.runs)
    measures = [one for one in MEASURES if one.name in options.only]
    found: list[Value] = []
    failure: str | None = None
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        try:
            found.extend(values(measures, options.notes, options.runs, Path(scratch)))
        except (Failed, KeyboardInterrupt) as error:
            failure = f"bench: not finished: {error}"
    results = Results(taken, found)
    folder = HERE / "results" if is_all and failure is None else BENCH / "results"
    write_results(results, folder)
    print(write_tables(results))
    print(f"written to {folder}", file=sys.stderr)
    sys.exit(failure)


def write_results(results: Results, folder: Path) -> None:
    """Write table, values and plots into `folder`, in the place of earlier ones."""
    folder.mkdir(parents=True, exist_ok=True)
    results.write(folder / "speed.json")
    (folder / "speed.md").write_text(write_tables(results), "utf-8")
    for what in PLOTTED:
        picture = draw(results, what)
        path = folder / f"{what}.svg"
        path.unlink(missing_ok=True)
        if picture is not None:
            path.write_text(picture, "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, nargs="+", default=list(NOTES), help="sizes of vaults")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=list(NAMES), help="what is measured")
    parser.add_argument("--runs", type=int, default=RUNS, help="rounds (default: %(default)s)")
    return parser.parse_args()


def _command(options: argparse.Namespace) -> str:
    """Give the call of make that says the same."""
    notes = "" if options.notes == list(NOTES) else f' NOTES="{" ".join(map(str, options.notes))}"'
    only = "" if options.only == list(NAMES) else f' ONLY="{" ".join(options.only)}"'
    return f"make bench{notes}{only}{'' if options.runs == RUNS else f' RUNS={options.runs}'}"


if __name__ == "__main__":
    main()
