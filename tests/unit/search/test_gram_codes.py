from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis.strategies import booleans, lists, text, tuples

from policyviewer.search.analyzer import grams
from policyviewer.search.gram_codes import GramTexts, code, counted, gram

TEXT = text("甲乙丙，。ab1 *\ud800\U00020000", max_size=12)
ROWS = lists(tuples(TEXT, TEXT, booleans()), max_size=12)


def rows_of(drawn: list[tuple[str, str, bool]]) -> list[GramTexts]:
    return [
        GramTexts(around, (key.replace("甲", "*"), key) if masked else (key,))
        for around, key, masked in drawn
    ]


def expected(one: GramTexts) -> dict[str, int]:
    """Count one gram after the other."""
    found = grams(one.around) + grams(one.keys[-1])
    have = set(found)
    found += [other for other in grams(one.keys[0]) if other not in have]
    inside = {other for key in one.keys for other in grams(key)}
    return {other: 2 * times + (other in inside) for other, times in Counter(found).items()}


@given(ROWS)
def test_grams_are_counted_as_if_one_by_one(drawn: list[tuple[str, str, bool]]) -> None:
    texts = rows_of(drawn)
    found = counted(texts)
    marks: list[dict[str, int]] = [{} for _ in texts]
    for number, row, mark in zip(*(v.tolist() for v in astuple(found)), strict=True):
        marks[row][gram(number)] = mark
    assert marks == [expected(one) for one in texts]


def astuple(found):
    return found.codes, found.rows, found.marks


@given(ROWS)
def test_what_is_counted_is_sorted_by_gram_and_row(drawn: list[tuple[str, str, bool]]) -> None:
    found = counted(rows_of(drawn))
    pairs = list(zip(found.codes.tolist(), found.rows.tolist(), strict=True))
    assert pairs == sorted(set(pairs))


@given(lists(text("甲乙ab\ud800\uffff\U00020000", min_size=1, max_size=2)))
def test_numbers_sort_like_the_bytes_of_grams(found: list[str]) -> None:
    by_bytes = sorted(found, key=lambda one: one.encode("utf-8", "surrogatepass"))
    assert sorted(found, key=code) == by_bytes
    assert [gram(code(one)) for one in found] == found
