from __future__ import annotations

import pytest

from policyviewer.domain.front_matter import addressees_of, document_number, issuers_of_title


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("国发[2008]30号", "国发\u30142008\u301530号"),
        ("浙政发［2009］69号", "浙政发\u30142009\u301569号"),
        ("黔府发\u30142018\u3015第7号", "黔府发\u30142018\u30157号"),
        ("中华人民共和国国务院令第706号", "国令第706号"),
    ],
)
def test_a_document_number_is_normalised(printed, number):
    assert document_number(printed) == (printed, number)


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("国务院、中央军委关于同意迁址的批复", ("国务院", "中央军委")),
        ("中共贵州省委贵州省人民政府关于发展的意见", ("中共贵州省委", "贵州省人民政府")),
        ("财政部 税务总局关于减税的公告", ("财政部", "税务总局")),
        ("关于减税的公告", ()),
    ],
)
def test_a_title_names_its_issuers(title, issuers):
    assert issuers_of_title(title) == issuers


def test_addressees_are_bodies_before_a_colon():
    assert addressees_of("各省人民政府，国务院各部委：") == ("各省人民政府", "国务院各部委")
    assert addressees_of("现就有关事项通知如下：") == ()
