from __future__ import annotations

import pytest

from policyviewer.domain.prose_duties import dated_duty, prose_duty


@pytest.mark.parametrize(
    ("sentence", "lead", "support"),
    [
        ("名单由县委宣传部会同县财政局、县税务局确定。", "县委宣传部", "县财政局、县税务局"),
        (
            "由县发改局牵头，县财政局、县住建局配合，制定实施细则。",
            "县发改局",
            "县财政局、县住建局",
        ),
        ("日常管理由县水利局负责。", "县水利局", ""),
        ("县水利局要会同有关部门，加强检查。", "县水利局", "有关部门"),
        ("县水利局要加强指导，会同有关部门开展评估。", "县水利局", "有关部门"),
        ("县农业农村局牵头建立台账。", "县农业农村局", ""),
        ("县司法局负责制定统一的文书格式。", "县司法局", ""),
    ],
)
def test_a_sentence_gives_bodies_a_part(sentence: str, lead: str, support: str):
    duty = prose_duty(sentence)
    assert duty is not None
    assert ("、".join(duty.lead), "、".join(duty.support)) == (lead, support)


@pytest.mark.parametrize(
    "sentence",
    [
        "建立由县水利局牵头的工作机制。",
        "建立由政府负责人牵头、相关部门共同参与的工作机制。",
        "县发改局会同县水利局研究提出了办理意见。",
        "本办法由县水利局负责解释。",
        "由各单位有关科室负责同志担任联络员。",
        "鼓励企业牵头实施重大项目。",
        "各地要高度重视。",
    ],
)
def test_other_sentences_give_none(sentence: str):
    assert prose_duty(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "printed", "lead"),
    [
        ("2019年8月底前，各地组织医院完成转换。", "2019年8月底前", ("各地",)),
        ("各乡镇要结合实际制定方案，并于6月底前报送县政府办。", "6月底前", ("各乡镇",)),
        ("该项工作于2019年4月底前完成。", "2019年4月底前", ()),
        ("县教育局于年底前建立台账。", "年底前", ("县教育局",)),
    ],
)
def test_a_dated_sentence_may_say_who(sentence: str, printed: str, lead: tuple[str, ...]):
    duty = dated_duty(sentence, printed)
    assert duty is not None
    assert duty.lead == lead


def test_what_has_been_done_is_no_task():
    assert dated_duty("2019年8月底前，县里建成了三所学校。", "2019年8月底前") is None
