from __future__ import annotations

from policyviewer.domain.vocabulary import WithVocabulary, fits


def test_a_pattern_asks_for_its_known_characters():
    assert fits("人民政府", "人民?府")
    assert not fits("人民法院", "人民?府")


def test_the_words_of_offices_are_known_without_a_dictionary():
    words = WithVocabulary(None)
    assert words.frequency("人民政府") > 0
    assert "人民政府" in dict(words.matching("人民?府"))
