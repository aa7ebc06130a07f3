from __future__ import annotations

import pytest

from policyviewer.domain.validity import validity_of

PUBLISHED = "2019-05-31"


@pytest.mark.parametrize(
    ("clause", "effective", "expires"),
    [
        ("第五十条　本办法自2020年1月1日起施行，有效期5年。", "2020-01-01", "2024-12-31"),
        ("本通知自印发之日起施行，有效期至2025年12月31日。", PUBLISHED, "2025-12-31"),
        ("第十二条 本细则自公布之日起30日后施行。", "2019-06-30", None),
        ("本规定自发布之日起满三十日施行，试行期两年。", "2019-06-30", "2021-06-29"),
        ("本规定自发布之日起3个月后施行。", "2019-08-31", None),
        ("有效期五年。", None, "2024-05-30"),
        ("本办法自2020年1月1日起施行，有效期1年零6个月。", "2020-01-01", "2021-06-30"),
        ("本公告执行期限为2019年1月1日至2021年12月31日。", "2019-01-01", "2021-12-31"),
        ("以上政策自2019年1月1日起至2021年12月31日止执行。", "2019-01-01", "2021-12-31"),
        ("自二○○六年三月一日起施行", "2006-03-01", None),
        ("《某某条例》自2013年7月1日起施行。", "2013-07-01", None),
        ("施行日期由省人民政府另行规定。", None, None),
    ],
)
def test_a_final_clause_is_read(clause, effective, expires):
    found = validity_of([clause], PUBLISHED)
    assert (found.effective, found.expires) == (effective, expires)


@pytest.mark.parametrize(
    "sentence",
    [
        "食品生产许可证的有效期为5年。",
        "处理决定自送达之日起生效。",
        "本法施行前已经取得许可的，有效期为三年。",
        "复议期间不停止执行。",
    ],
)
def test_other_periods_are_not_the_documents_own(sentence):
    found = validity_of([sentence], PUBLISHED)
    assert (found.effective, found.expires, found.printed) == (None, None, ())


def test_the_clauses_are_kept_as_printed():
    found = validity_of(["第九条 本办法自2020年1月1日起施行。解释权归县发展改革局。"], None)
    assert found.printed == ("本办法自2020年1月1日起施行",)


def test_what_is_repealed_is_named_by_title_or_else_by_number():
    lines = [
        "《甲办法》（某政发〔2010〕5号）、《乙办法》同时废止。",
        "某府办〔2001〕3号文件同时废止。",
        "《丙办法》继续有效。",
    ]
    assert validity_of(lines, None).repeals == ("甲办法", "乙办法", "某府办〔2001〕3号")


@pytest.mark.parametrize(
    ("sentence", "repeals"),
    [
        ("《甲办法》自本办法施行之日起废止。", ("甲办法",)),
        ("原《甲办法》（某政发〔2010〕5号）同时停止执行。", ("甲办法",)),
        (
            "根据《立法法》，决定废止《甲办法》（2010年公布）和《乙规定》等3件规章。",
            ("甲办法", "乙规定"),
        ),
        ("决定废止《关于〈甲办法〉的通知》。", ("关于〈甲办法〉的通知",)),
        ("《甲办法》第五条同时废止。", ()),
        ("《甲条例》中有关收费的规定同时废止。", ()),
        ("决定废止《甲办法》第三条。", ()),
        ("依照《甲办法》换发的证件有效期不变，复议期间不停止执行。", ()),
    ],
)
def test_what_is_repealed_as_a_whole_is_named(sentence, repeals):
    assert validity_of([sentence], None).repeals == repeals


def test_a_note_below_the_title_serves_where_the_text_has_no_clause():
    note = "（2019年3月1日县人民政府公布　自2019年5月1日起施行）"
    assert validity_of([], None, note).effective == "2019-05-01"
    assert validity_of(["本办法自2019年6月1日起施行。"], None, note).effective == "2019-06-01"
