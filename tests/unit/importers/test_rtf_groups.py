from __future__ import annotations

import pytest

from policyviewer.importers.rtf_groups import deepest, outer_groups


def found(text: str, *words: str) -> list[str]:
    return [text[one.start : one.end] for one in outer_groups(text, words)]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (r"{\rtf1 a{\pict 00}b}", [r"{\pict 00}"]),
        (r"{\rtf1{\*\pict{x}y}z}", [r"{\*\pict{x}y}"]),
        (r"{\pict{\pict 1}}{\pict 2}", [r"{\pict{\pict 1}}", r"{\pict 2}"]),
        (r"{\rtf1\{\pict\}}", []),
        (r"{\picture x}", []),
        (r"{\pict never closed", []),
        (r"}}{\pict x}", [r"{\pict x}"]),
    ],
)
def test_outer_groups_are_found(text: str, groups: list[str]):
    assert found(text, "pict") == groups


def test_braces_in_binary_data_do_not_count():
    text = r"{\pict\bin4 }}}}x}{\pict y}"
    assert found(text, "pict") == [r"{\pict\bin4 }}}}x}", r"{\pict y}"]


def test_depth_is_counted():
    assert deepest(r"{a{b}{c{d}}\{}") == 3
    assert deepest("") == 0


def test_deep_nesting_takes_one_pass():
    text = "{" * 200_000 + r"{\pict x}" + "}" * 200_000
    assert found(text, "pict") == [r"{\pict x}"]
