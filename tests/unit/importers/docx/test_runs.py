from __future__ import annotations

import pytest


def run(inner, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def t(words):
    return run(f'<w:t xml:space="preserve">{words}</w:t>')


FIELD = {kind: run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")}
CODE = run("<w:instrText>PAGE</w:instrText>")


@pytest.fixture
def line(read):
    """Give the text of a paragraph of such content."""
    return lambda inner: read(f"<w:p>{inner}</w:p>").text


def test_runs_are_joined(line):
    assert line(t("青山") + t("县 人民") + t("政府")) == "青山县 人民政府"


def test_what_is_inserted_stays_and_what_is_deleted_goes(read, codes):
    deleted = "<w:del><w:r><w:delText>1月</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{t('此处')}</w:moveFrom><w:moveTo>{t('彼处')}</w:moveTo>"
    extract = read(f"<w:p>{t('自')}{deleted}<w:ins>{t('7月')}</w:ins>{t('起，')}{moved}</w:p>")
    assert extract.text == "自7月起，彼处"
    assert codes(extract) == ["revisions"]
    assert "4 处" in extract.notices[0].message


def test_content_controls_links_and_fields_without_code_are_read(line):
    inner = (
        f"<w:sdt><w:sdtPr><w:t>代</w:t></w:sdtPr><w:sdtContent>{t('一')}</w:sdtContent></w:sdt>"
        f"<w:hyperlink>{t('二')}</w:hyperlink><w:fldSimple>{t('三')}</w:fldSimple>"
        f"<w:smartTag><w:customXml>{t('四')}</w:customXml></w:smartTag>"
        f"<w:r><w:ruby><w:rt>{t('wǔ')}</w:rt><w:rubyBase>{t('五')}</w:rubyBase></w:ruby></w:r>"
    )
    assert line(inner) == "一二三四五"


def test_of_a_field_only_the_result_is_read(line):
    inner = FIELD["begin"] + CODE + t("代码") + FIELD["separate"] + t("2026年") + FIELD["end"]
    assert line(t("至") + inner + t("止")) == "至2026年止"


def test_a_field_within_the_code_of_a_field_is_not_read(line):
    inner = FIELD["begin"] + CODE + FIELD["separate"] + t("内") + FIELD["end"]
    outer = FIELD["begin"] + inner + CODE + FIELD["separate"] + t("外") + FIELD["end"]
    assert line(outer + t("后")) == "外后"


def test_a_field_without_its_end_hides_nothing_beyond_its_paragraph(read):
    body = f"<w:p>{FIELD['end']}{t('一')}{FIELD['begin']}{CODE}</w:p><w:p>{t('二')}</w:p>"
    assert read(body).text == "一\n二"


def test_breaks_are_lines_and_tabs_stay(line):
    assert line(t("一") + run("<w:br/>") + t("二") + run("<w:tab/>") + t("三")) == "一\n二\t三"
    assert line(run("<w:br w:type='page'/>") + t("一") + run("<w:cr/>")) == "一"


def test_signs_of_their_own_elements_are_read(line):
    inner = "<w:noBreakHyphen/><w:softHyphen/><w:sym w:font='Wingdings' w:char='F0FE'/>"
    assert line(t("甲") + run(inner) + t("乙")) == "甲-☑乙"


def test_an_unknown_symbol_is_told(read, codes):
    sign = run("<w:sym w:font='Own' w:char='F001'/>")
    extract = read(f"<w:p>{sign}</w:p>")
    assert (extract.text, codes(extract)) == ("\ufffd", ["symbols"])


def test_hidden_words_are_told_and_not_read(read, codes):
    hidden = run("<w:t>暗</w:t>", "<w:vanish/>") + run("<w:t>明</w:t>", "<w:vanish w:val='0'/>")
    extract = read(f"<w:p>{hidden}</w:p>")
    assert (extract.text, codes(extract)) == ("明", ["hidden-text"])


def test_comments_are_told(read, codes):
    comment = run("<w:commentReference w:id='1'/>")
    extract = read(f"<w:p>{t('一')}{comment}</w:p>")
    assert (extract.text, codes(extract)) == ("一", ["comments"])


def test_the_signs_of_a_formula_are_read_and_told(read, codes):
    formula = "<m:oMath><m:r><m:t>S=</m:t></m:r><m:r><m:t>ab</m:t></m:r></m:oMath>"
    extract = read(f"<w:p>{t('面积')}{formula}</w:p>")
    assert (extract.text, codes(extract)) == ("面积S=ab", ["formulas"])


def test_pictures_and_objects_are_counted(read):
    picture = run("<w:drawing><a:graphic><a:blip r:embed='r1'/></a:graphic></w:drawing>")
    preview = "<v:shape><v:imagedata r:id='r2'/></v:shape><o:OLEObject ProgID='Excel'/>"
    extract = read(
        f"<w:p>{t('图')}{picture}{picture}{run(f'<w:object>{preview}</w:object>')}</w:p>"
    )
    assert [(one.code, one.message[:9]) for one in extract.notices] == [
        ("images", "文件里有 2 幅图"),
        ("embedded", "文件里嵌有 1 个"),
    ]


def test_what_a_converter_leaves_of_an_object_is_no_text(line):
    assert line(t("甲￼乙")) == "甲乙"
