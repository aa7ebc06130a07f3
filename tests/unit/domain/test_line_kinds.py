from __future__ import annotations

import pytest

from policyviewer.domain.line_kinds import LineKind, kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("目　录", LineKind.CONTENTS),
        ("一、总体要求……………………1", LineKind.CONTENTS_ENTRY),
        ("— 3 —", LineKind.FURNITURE),
        ("第3页 共12页", LineKind.FURNITURE),
        ("机密★1年", LineKind.SECRECY),
        ("特急", LineKind.URGENCY),
        ("国发[2008]30号", LineKind.DOCUMENT_NUMBER),
        ("国令第707号", LineKind.DOCUMENT_NUMBER),
        ("签发人：张三", LineKind.SIGNER),
        ("（2020年7月30日）", LineKind.TITLE_DATE),
        ("二○○七年四月十三日", LineKind.DATE),
        ("（此件公开发布）", LineKind.ANNOTATION),
        ("附件：1.分工表", LineKind.ATTACHMENT_LIST),
        ("附 件", LineKind.ATTACHMENT),
        ("抄送：省委办公厅。", LineKind.COPIES_TO),
        ("某县人民政府办公室　　2020年8月1日印发", LineKind.PRINTED),
        ("来源:某某网", LineKind.SOURCE),
        ("第一，加强领导。", LineKind.ENUMERATION),
        ("附加刑也可以独立适用。", LineKind.BODY),
        ("一、二审法院应当……", LineKind.BODY),
    ],
)
def test_a_line_is_known_by_its_form(line, kind):
    assert kind_of(line) is kind
