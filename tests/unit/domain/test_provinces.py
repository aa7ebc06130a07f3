from __future__ import annotations

import pytest

from policyviewer.domain.provinces import meant


@pytest.mark.parametrize(
    ("word", "full"),
    [
        ("渝", ("重庆",)),
        ("湘鄂赣", ("湖南", "湖北", "江西")),
        ("渝北", ()),
        ("川", ()),
        ("", ()),
        ("重庆", ()),
        ("渝渝渝渝渝", ()),
    ],
)
def test_short_names_mean_the_full_ones(word: str, full: tuple[str, ...]) -> None:
    assert meant(word) == full


def test_who_means_the_character_says_so() -> None:
    assert meant("渝", literal=("渝",)) == ()
