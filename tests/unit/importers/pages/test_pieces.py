from __future__ import annotations

from pages_by_hand import piece


def test_a_piece_knows_its_middle():
    words = piece("青山", left=100, top=50)
    assert (words.centre, words.middle) == (116, 58)
