from __future__ import annotations

from policyviewer.domain.closings import closing_of
from policyviewer.domain.structure import parse
from policyviewer.domain.text import lines_of


def closing(text):
    lines = lines_of(text)
    found = closing_of(lines, 1, len(lines))
    return lines[found.first].text if found.first < len(lines) else None


def test_signature_date_and_annotation_close_a_text():
    text = "关于甲的通知\n一、乙。\n某县人民政府\n2020年1月1日\n（此件公开发布）"
    assert closing(text) == "某县人民政府"


def test_the_list_of_attachments_closes_it_earlier():
    text = "关于甲的通知\n一、乙。\n附件：1.丙\n2.丁\n某县人民政府\n2020年1月1日"
    assert closing(text) == "附件：1.丙"


def test_a_closing_formula_closes_it_earlier_still():
    text = "关于甲的请示\n一、乙。\n以上意见妥否，请批示。\n某县民政局\n2020年1月1日"
    assert closing(text) == "以上意见妥否，请批示。"


def test_the_text_of_a_heading_is_no_formula():
    text = "关于甲的通知\n一、加强领导\n各乡镇要抓好落实。\n某县人民政府\n2020年1月1日"
    assert closing(text) == "某县人民政府"


def test_a_text_without_signature_does_not_close():
    assert closing("某办法\n第一条　甲。\n第二条　乙。") is None


def spans(text):
    return {node.id: node.span.of(text).count("\n") for node in parse(text).nodes}


def test_a_last_paragraph_speaks_of_the_whole_where_no_other_unit_goes_on():
    text = "关于甲的方案\n一、乙。丙。\n二、丁。戊。\n三、己。庚。\n本方案由县发展改革局解释。"
    assert spans(text)["main/l1_3"] == 0


def test_a_last_paragraph_belongs_to_its_unit_where_others_go_on_too():
    text = "关于甲的方案\n一、乙。丙。\n又丙。\n二、丁。戊。\n三、己。庚。\n又庚。"
    assert spans(text)["main/l1_3"] == 1


def test_notes_behind_the_date_are_no_part_of_the_text():
    text = (
        "青山县人民政府关于修路的通知\n一、修路。根据办法①。\n青山县人民政府\n2026年1月2日\n"
        "注①：2016年修正。\n注②：见附件。\n"
    )
    outline = parse(text)
    assert outline.metadata.written == "2026-01-02"
    assert [node.span.of(text) for node in outline.nodes] == ["一、修路。根据办法①。"]
