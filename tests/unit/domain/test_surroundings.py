from __future__ import annotations

from policyviewer.domain.structure import parse

OPINION = """000012
机密★1年
特急
某县人民政府文件
某政发〔2020〕5号　　　　签发人：张　某
某县人民政府关于甲的意见
各乡镇人民政府：
一、乙。
附件：1.任务分工表
2.项目清单（第一批
续表）
某县人民政府
2020年1月8日
（此件公开发布）
抄送：县委办公室，县人大常委会办公室。
某县人民政府办公室　　2020年1月9日印发"""


def test_every_element_of_head_and_record_is_read():
    data = parse(OPINION).metadata
    assert (data.copy_number, data.secrecy, data.urgency) == ("000012", "机密★1年", "特急")
    assert (data.letterhead, data.signer) == ("某县人民政府文件", "张　某")
    assert (data.document_number, data.annotation) == ("某政发〔2020〕5号", "（此件公开发布）")
    assert data.copies_to == "县委办公室，县人大常委会办公室"
    assert (data.written, data.published) == ("2020-01-08", "2020-01-09")


def test_attachments_are_listed_without_their_numbers():
    assert parse(OPINION).metadata.attachments == ("任务分工表", "项目清单（第一批续表）")


def test_a_registration_is_no_document_number():
    data = parse("HHCR-2023-01005\n某政发〔2023〕5号\n关于甲的通知\n乙。").metadata
    assert (data.registration, data.document_number) == ("HHCR-2023-01005", "某政发〔2023〕5号")


def test_what_is_not_printed_is_unknown():
    data = parse("关于甲的通知\n乙。").metadata
    assert (data.copy_number, data.signer, data.attachments, data.copies_to) == (
        None,
        None,
        (),
        None,
    )
