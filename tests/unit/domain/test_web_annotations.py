from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.annotations import ANNOTATIONS, NOTE, TIMES

from policyviewer.domain.merging import Received
from policyviewer.domain.web_annotations import ReadPage, annotations_of, item, page

RECEIVED = st.builds(Received, ANNOTATIONS, st.none() | TIMES)


@given(st.lists(RECEIVED, max_size=4))
def test_what_is_written_comes_back(handed: list[Received]):
    assert annotations_of(json.loads(json.dumps(page(handed)))).received == tuple(handed)


@given(RECEIVED)
def test_the_words_of_the_model_are_used(handed: Received):
    made = item(handed)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert str(made["id"]).startswith("urn:uuid:")
    kinds = [one["type"] for one in made["target"]["selector"]]
    assert kinds == ["TextPositionSelector", "TextQuoteSelector", "FragmentSelector"]


@given(RECEIVED)
def test_one_item_and_a_list_are_read_too(handed: Received):
    assert annotations_of(item(handed)) == annotations_of([item(handed)]) == ReadPage((handed,))


@pytest.mark.parametrize(
    "made",
    [1, "x", None, {}, {"items": [1]}, {"items": [{"id": 3}]}, [{"id": "a", "motivation": "x"}]],
)
def test_anything_else_is_refused(made: object):
    with pytest.raises(ValueError, match=r"."):
        annotations_of(made)


@given(RECEIVED, st.sampled_from(["created", "modified", "target", "creator", "motivation"]))
def test_an_item_without_what_it_needs_is_refused(handed: Received, name: str):
    made = item(handed)
    del made[name]
    with pytest.raises(ValueError, match=r"."):
        annotations_of(made)


def broken(path: str, value: object) -> dict[str, Any]:
    """Give a good item with one value put in place of another."""
    made: dict[str, Any] = json.loads(json.dumps(item(Received(NOTE))))
    *steps, last = path.split(".")
    inside: Any = made
    for step in steps:
        inside = inside[int(step) if step.isdigit() else step]
    inside[last] = value
    return made


SENSELESS = [
    ("target.selector.0.start", float("inf")),
    ("target.selector.0.start", float("nan")),
    ("target.selector.0.end", 10**400),
    ("target.selector.0.end", 2**63),
    ("target.selector.0.start", -1),
    ("target.selector.0.start", 99),
    ("target.selector.0.start", True),
    ("policyviewer.rank", float("nan")),
    ("policyviewer.version", 1e300),
    ("policyviewer.colour", "mauve"),
    ("policyviewer", []),
    ("created", "0001-01-01T00:00:00+14:00"),
    ("modified", "9999-12-31T23:59:59-12:00"),
    ("modified", "2026-05-01T12:00:00"),
    ("modified", 7),
    ("id", ""),
    ("id", "x" * 1000),
    ("body", [[]]),
    ("body", [{"purpose": "tagging", "value": 3}]),
    ("creator", "张三"),
    ("target", "urn:x"),
]


@pytest.mark.parametrize(("path", "value"), SENSELESS)
def test_an_item_that_makes_no_sense_costs_no_other(path: str, value: object):
    good = Received(NOTE)
    found = annotations_of([broken(path, value), item(good)])
    assert found == ReadPage((good,), unreadable=1)


def test_what_no_file_can_hold_is_replaced():
    (one,) = annotations_of(broken("id", "a\ud800")).received
    assert one.annotation.id == "a?"
