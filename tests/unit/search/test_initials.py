from __future__ import annotations

import pytest

from policyviewer.search.initials import initials, letters, named

TITLES = ["民法典", "民法总则", "重庆市行政许可条例", "长江保护法", "民法典（草案）"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mfd", ["民法典", "民法典（草案）"]),
        ("mfzz", ["民法总则"]),
        ("cqs", ["重庆市行政许可条例"]),
        ("cjbhf", ["长江保护法"]),
        ("zqs", []),
        ("mf", []),
        ("xyz", []),
    ],
)
def test_titles_have_initials(typed: str, found: list[str]) -> None:
    assert named(typed, TITLES) == found


def test_initials_are_of_ideographs_alone() -> None:
    assert initials("重庆市“十四五”规划（2021）") == "cqssswgh"


@pytest.mark.parametrize(
    ("typed", "found"), [(" MFD ", "mfd"), ("m", ""), ("民fd", ""), ("m f", ""), ("mfd1", "")]
)
def test_only_letters_are_initials(typed: str, found: str) -> None:
    assert letters(typed) == found


def test_two_letters_are_of_titles_of_two_characters() -> None:
    assert named("xf", ["宪法", "消防法", "消防"]) == ["宪法", "消防"]
