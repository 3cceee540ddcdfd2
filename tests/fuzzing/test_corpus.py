from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzzing import compose, fences, fix, front_matter, pages, raw_html
from fuzzing.mutating import mutated
from fuzzing.targets import CORPUS, TARGETS

NAMES = sorted(TARGETS)


def check_all(name):
    files = sorted((CORPUS / name).iterdir())
    for file in files:
        try:
            TARGETS[name].check(file.read_bytes())
        except Exception as error:
            error.add_note(f"{name}/{file.name}")
            raise
    return len(files)


@pytest.mark.parametrize("name", NAMES)
def test_what_once_failed_and_what_is_odd_can_be_borne(name):
    assert check_all(name) >= 7


def test_every_folder_of_the_corpus_has_its_target():
    assert sorted(folder.name for folder in CORPUS.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_words_of_a_target_in_any_order_can_be_borne(name):
    target = TARGETS[name]
    words = st.sampled_from([*target.TOKENS, "\n", " ", "\n  "])

    @settings(max_examples=40, deadline=None)
    @given(st.lists(words, max_size=40).map("".join))
    def tried(text):
        target.check(text.encode())

    tried()


def _adds_a_line(monkeypatch):
    mend = fix.mend_file
    monkeypatch.setattr(
        fix, "mend_file", lambda data, judge: replace(mend(data, judge), data=data + b"\n", fixes=1)
    )


def _publishes_drafts(monkeypatch):
    read = front_matter.read_note
    monkeypatch.setattr(
        front_matter, "read_note", lambda *arguments: replace(read(*arguments), published=True)
    )


def _leaves_values_unquoted(monkeypatch):
    monkeypatch.setattr(
        compose,
        "rewrite",
        lambda text, variables, values: "".join(
            text.replace(one.default or "\0", values[one.name]) for one in variables
        ),
    )


def _forgets_the_first_fence(monkeypatch):
    scan = fences.scan_fences
    monkeypatch.setattr(fences, "scan_fences", lambda *arguments, **given: scan(*arguments, **given)[1:])


def _leaves_words_of_ours(monkeypatch):
    monkeypatch.setattr(pages.converter()[1], "convert", lambda _: "estiba0123456789abcdef")


def _cleans_nothing(monkeypatch):
    monkeypatch.setattr(raw_html, "page_of", lambda vault, path: vault.notes[path].body)


@pytest.mark.parametrize(
    ("name", "break_reader"),
    [
        ("compose", _leaves_values_unquoted),
        ("fences", _forgets_the_first_fence),
        ("fix", _adds_a_line),
        ("front_matter", _publishes_drafts),
        ("links", _leaves_words_of_ours),
        ("raw_html", _cleans_nothing),
    ],
)
def test_a_reader_that_is_wrong_is_seen(monkeypatch, break_reader, name):
    break_reader(monkeypatch)
    with pytest.raises(AssertionError):
        check_all(name)


def test_mutations_are_short_and_of_their_seed():
    data, tokens = b"a\n  b: c\nd\n", [b"- ", b"---\n"]

    def made(seed):
        return mutated(data, 16, seed, tokens, lambda text, longest: text[:longest].upper())

    assert [made(seed) for seed in range(50)] == [made(seed) for seed in range(50)]
    assert all(len(made(seed)) <= 16 for seed in range(50))
    assert len({made(seed) for seed in range(50)}) > 20
