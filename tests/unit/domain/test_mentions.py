from __future__ import annotations

import pytest

from policyviewer.domain.mentions import MentionKind, Place, mentions_of


def found(text):
    return [(text[one.start : one.end], one.kind, one.place) for one in mentions_of(text)]


def test_a_chain_takes_over_what_it_leaves_out():
    text = "依照本法第三条第二款、第四款和第十条第一款第（一）项、第（三）项的规定"
    assert [(words, kind) for words, kind, _place in found(text)] == [
        ("本法第三条第二款", MentionKind.OWN),
        ("第四款", MentionKind.OWN),
        ("第十条第一款第（一）项", MentionKind.OWN),
        ("第（三）项", MentionKind.OWN),
    ]
    assert [place for _words, _kind, place in found(text)] == [
        Place(article=3, para=2),
        Place(article=3, para=4),
        Place(article=10, para=1, item=1),
        Place(article=10, para=1, item=3),
    ]


def test_a_document_keeps_its_number_and_hands_its_title_on():
    text = "根据《国务院关于甲的意见》（国发〔2008〕30号）第三条、第五条"
    first, second = mentions_of(text)
    assert (first.title, first.issued) == ("国务院关于甲的意见", "国发〔2008〕30号")
    assert (second.title, second.place) == ("国务院关于甲的意见", Place(article=5))


def test_a_short_name_stands_for_the_title_it_was_given_for():
    text = "《中华人民共和国刑法》（以下简称刑法）规定，违反刑法第二百三十四条的"
    assert [one.title for one in mentions_of(text)] == ["中华人民共和国刑法"] * 2


def test_that_regulation_is_the_one_named_last():
    text = "《某某条例》施行后，该条例第五条之一所列事项"
    last = list(mentions_of(text))[-1]
    assert (last.title, last.place) == ("某某条例", Place(article=5, branch=1))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("前款", Place(back=1, unit="para")),
        ("前两款", Place(back=2, unit="para")),
        ("前条第二款", Place(para=2, back=1, unit="article")),
        ("本条第二款第三项", Place(para=2, item=3, back=0, unit="article")),
        ("上述规定", Place(back=0, unit="above")),
    ],
)
def test_relative_places(words, place):
    assert found(f"违反{words}的") == [(words, MentionKind.RELATIVE, place)]


def test_attachments_and_bare_numbers():
    text = "详见附件1、附表2和国发〔2019〕5号文件"
    one, two, three = mentions_of(text)
    assert (one.annex, two.annex) == (("件", 1), ("表", 2))
    assert (three.title, three.issued) == (None, "国发〔2019〕5号")


@pytest.mark.parametrize("text", ["第一条　为了规范", "前项目经理", "第三项目部", "前款项到账"])
def test_what_only_looks_like_a_mention(text):
    assert [words for words, _kind, _place in found(text) if words not in ("前款",)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("省政府的意见（某政发〔2020〕5号），现", "某政发〔2020〕5号"),
        ("见国办函（甲）〔2020〕5号文", "国办函（甲）〔2020〕5号"),
    ],
)
def test_a_bracket_around_a_number_is_none_of_it(text: str, words: str):
    (found,) = mentions_of(text)
    assert text[found.start : found.end] == words == found.issued
