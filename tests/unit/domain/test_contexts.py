from __future__ import annotations

from policyviewer.domain.contexts import Contexts


def evidence(text, known=None):
    at = text.index("?")
    return Contexts(text, known or text, [at]).evidence(at)


def test_what_stands_between_the_same_neighbours_is_likelier():
    found = evidence("推进玄武岩产业。" * 5 + "推进玄?岩产业。")
    assert found.of("武") > 10
    assert found.likelier == ["武"]
    assert found.of("文") < 1


def test_more_of_the_same_weighs_more():
    once, often = (evidence("玄武岩产业。" * times + "玄?岩产业。" + "文" * 40) for times in (1, 9))
    assert often.of("武") * (1 + 9) > once.of("武")
    assert often.other < once.other


def test_a_document_without_the_neighbours_says_nothing():
    found = evidence("推进玄?岩产业。")
    assert (found.of("武"), found.likelier) == (1.0, [])


def test_a_restored_neighbour_counts_as_neighbour():
    text, known = "本财政部，本财政部，从??部", "本财政部，本财政部，从?政部"
    at = text.index("?")
    assert Contexts(text, known, [at]).evidence(at).of("财") > 1
    assert Contexts(text, text, [at]).evidence(at).of("财") == 1.0


def test_signs_between_the_neighbours_are_no_evidence():
    assert evidence("甲乙，丙丁" * 5 + "甲乙?丙丁").likelier == []


def test_printed_characters_are_counted():
    assert Contexts("人民?人", "人民?人", [2]).printed("人") == 2
