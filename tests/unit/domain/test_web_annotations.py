from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.annotations import ANNOTATIONS, TIMES

from policyviewer.domain.merging import Received
from policyviewer.domain.web_annotations import annotations_of, item, page

RECEIVED = st.builds(Received, ANNOTATIONS, st.none() | TIMES)


@given(st.lists(RECEIVED, max_size=4))
def test_what_is_written_comes_back(handed: list[Received]):
    assert annotations_of(json.loads(json.dumps(page(handed)))) == handed


@given(RECEIVED)
def test_the_words_of_the_model_are_used(handed: Received):
    made = item(handed)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert str(made["id"]).startswith("urn:uuid:")
    kinds = [one["type"] for one in made["target"]["selector"]]
    assert kinds == ["TextPositionSelector", "TextQuoteSelector", "FragmentSelector"]


@given(RECEIVED)
def test_one_item_and_a_list_are_read_too(handed: Received):
    assert annotations_of(item(handed)) == annotations_of([item(handed)]) == [handed]


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
