from __future__ import annotations

import pickle

from policyviewer.search.manifest import SCHEMA_VERSION
from policyviewer.search.schema import schema


def test_a_change_of_the_fields_needs_a_new_version() -> None:
    fields = ("document", "grams", "key", "record", "words")
    assert (SCHEMA_VERSION, tuple(sorted(schema().names()))) == (5, fields)


def test_terms_are_counted() -> None:
    postings = sorted(schema()["grams"].index(["甲", "乙", "甲"]))
    assert [(term.decode(), weight) for term, _, weight, _ in postings] == [
        ("乙", 1.0),
        ("甲", 2.0),
    ]


def test_a_text_is_cut_by_the_field_itself() -> None:
    assert {term.decode() for term, *_ in schema()["grams"].index("甲乙")} == {"甲", "乙", "甲乙"}


def test_a_lone_surrogate_can_be_indexed() -> None:
    assert next(schema()["grams"].index(["\ud800"]))[0] == b"\xed\xa0\x80"


def test_the_schema_is_pickled_without_dictionaries() -> None:
    assert len(pickle.dumps(schema())) < 3000
