from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from estiba import yaml_tree
from estiba.yaml_tree import MAX_DEPTH, MAX_NODES, Mapping, Node, Scalar, YamlFault, read_documents

properties = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
def _each_loader(request, monkeypatch):
    """Read by libyaml, and by PyYAML's own parser as where libyaml is missing."""
    monkeypatch.setattr(yaml_tree, "_Loader", request.param)


def show(node: Node, text: str) -> object:
    """Give a tree as lists and pairs of `value <source>`; the source is left out where it is the value."""
    if isinstance(node, Scalar):
        source = text[node.start : node.end]
        shown = node.text if node.text == source and node.plain else f"{node.text} <{source}>"
        return shown if node.tag is None else f"{node.tag} {shown}"
    if isinstance(node, Mapping):
        return [(show(key, text), show(value, text)) for key, value in node.pairs]
    return [show(one, text) for one in node.items]


def read(text: str) -> object:
    try:
        return [show(one, text) for one in read_documents(text)]
    except YamlFault as fault:
        return f"{fault.kind} at {fault.offset}"


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# nada\n", []),
        ("a", ["a"]),
        ("a: b", [[("a", "b")]]),
        ("é😀: ñ\nb: c\n", [[("é😀", "ñ"), ("b", "c")]]),
        ("a: 'b''c'", [[("a", "b'c <'b''c'>")]]),
        ('a: "b\\n"', [[("a", 'b\n <"b\\n">')]]),
        ("a: b\n  c", [[("a", "b c <b\n  c>")]]),
        ("a: |\n  b\n  c\nd: e", [[("a", "b\nc\n <|\n  b\n  c\n>"), ("d", "e")]]),
        ("a:\n- b\n- [c, {d: e}]\n", [[("a", ["b", ["c", [("d", "e")]]])]]),
        ("a:\nb: ~", [[("a", ""), ("b", "~")]]),
        ("a: no\na: 22:22", [[("a", "no"), ("a", "22:22")]]),
        ("a: &x [b]\nc: *x", [[("a", ["b"]), ("c", ["b"])]]),
        ("- &x a\n- &x b\n- *x", [["a <&x a>", "b <&x b>", "b <&x b>"]]),
        ("? [a]\n: b", [[(["a"], "b")]]),
        ("a: !ENV B", [[("a", "!ENV B <!ENV B>")]]),
        ("a: !!str 1", [[("a", "tag:yaml.org,2002:str 1 <!!str 1>")]]),
        ("--- a\n---\n--- b\n", ["a", "", "b"]),
        ("a: x\u2028b: y", [[("a", "x"), ("b", "y")]]),
    ],
)
def test_a_tree_holds_what_is_written_and_where(text, expected):
    assert read(text) == expected


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "syntax at 4"),
        ("é: b: c", "syntax at 4"),
        ("a: b\n\tc: d", "syntax at 5"),
        ("\ta: b", "syntax at 0"),
        ("a: [b\nc: d", "syntax at 7"),
        ("a: @b", "syntax at 3"),
        ("a: *b", "syntax at 3"),
        ("a: \0", "syntax at 3"),
        ("é: b\x07", "syntax at 4"),
        ("a: \ud800", "syntax at 3"),
        ("%YAML 3.0\n--- a", "syntax at 0"),
        ("a\n...\nb", "syntax at 6"),
    ],
)
def test_broken_yaml_is_a_fault_with_its_place(text, expected):
    assert read(text) == expected


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize(("text", "place"), [("a: 'b\nc: d\n", 3), ('a: b\nc: "d\ne: f\n', 8)])
def test_a_quote_that_never_closes_is_told_where_it_opens(text, place):
    assert read(text) == f"syntax at {place}"


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize(
    "text", ["a: b\n", "a: [b, 'c']\nd: *e\n", "a: [\n", "- a\n--- \n- b\n", "a: \x00", ""]
)
def test_a_byte_order_mark_moves_all_by_one(text):
    def starts(text):
        try:
            nodes = list(read_documents(text))
        except YamlFault as fault:
            return [fault.offset]
        found = []
        while nodes:
            node = nodes.pop()
            found += [node.start, node.end]
            if isinstance(node, Mapping):
                nodes += chain.from_iterable(node.pairs)
            elif not isinstance(node, Scalar):
                nodes += node.items
        return found

    assert starts("\ufeff" + text) == [offset + 1 for offset in starts(text)]


def test_an_escaped_surrogate_is_no_text():
    with pytest.raises(YamlFault) as caught:
        read_documents('a: "\\ud800"')
    assert caught.value.kind == "syntax"
    assert 3 <= caught.value.offset <= 6


def test_a_fault_has_the_words_of_libyaml():
    with pytest.raises(YamlFault) as caught:
        read_documents("a: b: c")
    assert caught.value.detail == "mapping values are not allowed in this context"


def bomb(levels: int) -> str:
    """Write a list of ten in a list of ten …, `levels` deep, by aliases."""
    first = "x0: &x0 [" + ", ".join("a" * 10) + "]"
    rest = (f"x{n}: &x{n} [" + ", ".join([f"*x{n - 1}"] * 10) + "]" for n in range(1, levels))
    return "\n".join([first, *rest])


def test_bad_input_21_a_bomb_is_refused_at_the_alias_that_is_too_much():
    text = bomb(9)
    with pytest.raises(YamlFault) as caught:
        read_documents(text)
    fault = caught.value
    assert (fault.kind, text[fault.offset : fault.offset + 3]) == ("size", "*x3")
    assert text[: fault.offset].count("\n") == 4


def test_bad_input_21_aliases_within_the_limit_are_shared_and_not_copied():
    (root,) = read_documents(bomb(4))
    assert isinstance(root, Mapping)
    third, second = root.get("x3"), root.get("x2")
    assert isinstance(third, yaml_tree.Sequence)
    assert all(one is second for one in third.items)


def test_bad_input_21_a_list_may_have_as_many_nodes_as_the_limit_says():
    assert read_documents("[" + "a," * (MAX_NODES - 1) + "]")
    assert read("[" + "a," * MAX_NODES + "]") == f"size at {2 * MAX_NODES - 1}"


def test_a_long_value_counts_each_time_that_an_alias_repeats_it():
    text = f"[&a {'x' * 20_000}{', *a' * 150}]"
    assert read(text).startswith("size at ")
    assert read_documents(text.replace("x" * 20_000, "x" * 10_000))


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&a [*a]", "cycle at 4"),
        ("a: &a\n  b: *a", "cycle at 11"),
        ("&a {*a : b}", "cycle at 4"),
        ("- &a b\n- &a [*a]", "cycle at 13"),
        ("&a [&a b, *a]", [["b <&a b>", "b <&a b>"]]),
        ("- &a [&a b]\n- *a", [[["b <&a b>"], "b <&a b>"]]),
    ],
)
def test_bad_input_22_an_alias_in_its_own_anchor_is_refused(text, expected):
    assert read(text) == expected


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("[" * 3000 + "]" * 3000, MAX_DEPTH),
        ("[" * 3000, MAX_DEPTH),
        ("{a: " * 3000, 4 * MAX_DEPTH),
        ("- " * 3000, 2 * MAX_DEPTH),
        ("? " * 3000, 2 * MAX_DEPTH),
    ],
)
def test_bad_input_23_what_is_nested_too_deeply_is_refused_where_it_gets_so(text, offset):
    assert read(text) == f"depth at {offset}"


@pytest.mark.usefixtures("_each_loader")
def test_bad_input_23_aliases_make_nothing_deeper_than_the_limit():
    lines = ["- &x0 [" + "[" * 30 + "a" + "]" * 30 + "]"]
    lines += [f"- &x{number} [[*x{number - 1}]]" for number in range(1, 40)]
    text = "\n".join(lines)
    assert read(text) == f"depth at {text.index('*x16')}"


def test_the_deepest_list_that_is_allowed_is_read():
    assert isinstance(read("[" * MAX_DEPTH + "]" * MAX_DEPTH), list)


def test_a_mapping_gives_the_first_value_of_a_key():
    (root,) = read_documents("[a]: x\na: 1\na: 2\n")
    assert isinstance(root, Mapping)
    assert root.get("a") is root.pairs[1][1]
    assert root.get("b") is None


# What PyYAML composes out of the same text.


def same(ours: Node, theirs: yaml.Node) -> bool:
    if ours.start != theirs.start_mark.index:
        return False
    if isinstance(theirs, yaml.ScalarNode):
        return isinstance(ours, Scalar) and (ours.text, ours.plain) == (
            theirs.value,
            theirs.style in (None, ""),
        )
    if isinstance(theirs, yaml.SequenceNode):
        return isinstance(ours, yaml_tree.Sequence) and all_same(ours.items, theirs.value)
    return isinstance(ours, Mapping) and all_same(chain(*ours.pairs), chain(*theirs.value))


def all_same(ours: Iterable[Node], theirs: Iterable[yaml.Node]) -> bool:
    return all(same(*pair) for pair in zip(ours, theirs, strict=True))


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=12)
VALUES = st.recursive(
    TEXT | st.none() | st.booleans() | st.integers() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, None, "'", '"', "|", ">"]),
        "allow_unicode": st.booleans(),
        "explicit_start": st.booleans(),
        "width": st.sampled_from([20, 80]),
    }
)


@properties
@given(st.lists(VALUES, min_size=1, max_size=2), STYLES)
def test_written_yaml_is_read_as_pyyaml_composes_it(values, style):
    text = yaml.safe_dump_all(values, **style)
    theirs = list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
    assert all_same(read_documents(text), theirs)


SCRAPS = st.lists(
    st.sampled_from([*"ab:-?[]{},&*!|>'\"#% \n\t", ": ", "- ", "\n  ", "é", "---\n", "&a ", "*a", "a: b\n"]),
    max_size=14,
).map("".join)


def fault_of(text: str) -> YamlFault | None:
    try:
        read_documents(text)
    except YamlFault as fault:
        return fault
    return None


@settings(properties, max_examples=600)
@example("a: &a b\nc: *a")
@example("- \n-\ta")
@given(SCRAPS)
def test_any_text_is_read_as_pyyaml_composes_it_or_is_refused_like_there(text):
    try:
        theirs = list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
    except yaml.composer.ComposerError:
        return  # it wants each anchor only once
    except yaml.YAMLError:
        assert getattr(fault_of(text), "kind", None) == "syntax"
        return
    fault = fault_of(text)
    if fault is None:
        assert all_same(read_documents(text), theirs)
    else:
        assert fault.kind == "cycle"


@settings(properties, max_examples=200)
@given(SCRAPS | st.text(max_size=20))
def test_no_text_raises_anything_but_a_fault_inside_the_text(text):
    fault = fault_of(text)
    assert fault is None or 0 <= fault.offset <= len(text)
