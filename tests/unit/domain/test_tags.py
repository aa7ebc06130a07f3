from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.annotations import Colour
from policyviewer.domain.tags import clean_tags, colour_of, renamed


def test_tags_are_clean():
    assert clean_tags([" 交通 ", "", "急", "交通"]) == ("交通", "急")


@pytest.mark.parametrize(
    ("new", "tags"),
    [("道路", ("道路", "急")), ("急", ("急",)), ("", ("急",)), ("交通", ("交通", "急"))],
)
def test_a_tag_is_called_otherwise(new: str, tags: tuple[str, ...]):
    assert renamed(("交通", "急"), "交通", new) == tags


@given(st.text())
def test_every_tag_has_a_colour_and_always_the_same(tag: str):
    assert colour_of(tag, {}) is colour_of(tag, {})
    assert colour_of(tag, {tag: Colour.PINK}) is Colour.PINK
