"""Pagefind's files, the same for the same input."""

from __future__ import annotations

import gzip
import json
import random

import cbor2
import pytest

from estiba.site.search_index.canonical import UnknownForm, make_canonical
from search_files import unpacked

FILTERS = {
    "tag": [["red", [0, 2]], ["vpn", [1]], ["ñ", [0]]],
    "folder": [["a", [0]], ["a/b", [1, 2]]],
    "example": [["checked", [1]]],
}


def packed(content):
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(content))


def write_index(folder, chance, languages=("es", "en")):
    """Write what Pagefind writes, in an order of its own and under names that follow from it."""

    def shuffled(values):
        return chance.sample(values, len(values))

    def name(language, length):
        return f"{language}_{chance.randbytes(8).hex()[:length]}"

    (folder / "filter").mkdir(parents=True)
    entry = {"version": "1.5.2", "languages": {}, "include_characters": ["_"]}
    for language in shuffled(list(languages)):
        groups = []
        for group in shuffled(list(FILTERS)):
            file = name(language, 7)
            (folder / "filter" / f"{file}.pf_filter").write_bytes(packed([group, shuffled(FILTERS[group])]))
            groups.append([group, file])
        meta = name(language, 10)
        pages = [[f"{language}_{number:07}", 30] for number in range(3)]
        content = ["1.5.2", pages, [["a", "z", "es_1234567"]], groups, [], ["tags", "title"]]
        (folder / f"pagefind.{meta}.pf_meta").write_bytes(packed(content))
        entry["languages"][language] = {"hash": meta, "wasm": language, "page_count": 3}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), "utf-8")


def tree(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_order_in_which_pagefind_writes_does_not_show(tmp_path):
    trees = []
    for seed in range(5):
        write_index(tmp_path / str(seed), random.Random(seed))
        make_canonical(tmp_path / str(seed))
        trees.append(tree(tmp_path / str(seed)))
    assert all(one == trees[0] for one in trees)
    assert len(trees[0]) == 9


def test_every_name_leads_to_its_file(tmp_path):
    write_index(tmp_path, random.Random(7))
    make_canonical(tmp_path)
    entry = json.loads((tmp_path / "pagefind-entry.json").read_text("utf-8"))
    assert list(entry["languages"]) == ["en", "es"]
    for language in entry["languages"].values():
        meta = cbor2.loads(unpacked((tmp_path / f"pagefind.{language['hash']}.pf_meta").read_bytes()))
        assert [group for group, _ in meta[3]] == ["example", "folder", "tag"]
        for group, file in meta[3]:
            content = cbor2.loads(unpacked((tmp_path / "filter" / f"{file}.pf_filter").read_bytes()))
            assert content == [group, sorted(FILTERS[group])]


def test_other_content_has_another_name(tmp_path):
    names = []
    for index, values in enumerate(([["a", [0]]], [["a", [1]]])):
        folder = tmp_path / str(index)
        write_index(folder, random.Random(1), languages=("es",))
        (path,) = [one for one in (folder / "filter").iterdir() if b"example" in unpacked(one.read_bytes())]
        path.write_bytes(packed(["example", values]))
        make_canonical(folder)
        names.append(set(tree(folder)))
    assert len(names[0] - names[1]) == 2  # the filter, and the meta index that names it


@pytest.mark.parametrize("spoilt", ["filter", "meta", "signature"])
def test_files_of_another_form_are_refused(tmp_path, spoilt):
    write_index(tmp_path, random.Random(1), languages=("es",))
    (meta,) = tmp_path.glob("*.pf_meta")
    some_filter = next((tmp_path / "filter").iterdir())
    if spoilt == "filter":
        some_filter.write_bytes(packed({"tag": []}))
        expected = rf"{some_filter.name}: not the filter"
    elif spoilt == "meta":
        meta.write_bytes(packed(["2.0.0", []]))
        expected = rf"{meta.name}: no filters where Pagefind 1\.5 has them"
    else:
        meta.write_bytes(gzip.compress(b"pagefind_xyz"))
        expected = rf"{meta.name}: does not begin with 'pagefind_dcd'"
    with pytest.raises(UnknownForm, match=expected):
        make_canonical(tmp_path)
