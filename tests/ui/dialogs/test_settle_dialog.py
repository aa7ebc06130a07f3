from __future__ import annotations

import re

import pytest

from policyviewer.ui.dialogs.settle_dialog import compared
from policyviewer.ui.theme import LIGHT

_TAGS = re.compile("<[^>]+>")


def test_what_went_out_and_what_came_in_are_marked():
    former, present = compared("方便群众出行", "方便人民群众出行", LIGHT)
    assert "<span" not in former
    assert re.search('underline;">人民<', present)


def test_words_are_shown_whole_and_never_as_markup():
    former, present = compared("a<b>甲\n乙", "a<b>丙", LIGHT)
    assert _TAGS.sub("", former.replace("<br>", "\n")) == "a&lt;b&gt;甲\n乙"
    assert _TAGS.sub("", present) == "a&lt;b&gt;丙"


@pytest.mark.parametrize("length", [10, 5000])
def test_long_texts_are_shown_without_being_compared(length: int):
    former, present = compared("甲" * length, "乙" * length, LIGHT)
    assert ("<span" in former) == (length < 4000)
    assert _TAGS.sub("", present) == "乙" * length
