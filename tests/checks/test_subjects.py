import pickle

from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file


def test_a_copy_of_an_example_is_equal_and_holds_nothing_that_was_found_out():
    example = PlacedExample(read_file("services:\n  web:\n    image: nginx:1.29\n"), "compose.yaml", 1)
    plain = pickle.dumps(example)
    assert list(example.services) == ["web"]
    assert example.terms.names
    assert pickle.dumps(example) == plain
    assert pickle.loads(plain) == example
    assert list(pickle.loads(plain).services) == ["web"]
