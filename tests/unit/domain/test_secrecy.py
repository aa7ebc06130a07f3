from __future__ import annotations

import pytest

from policyviewer.domain.secrecy import secrecy_marking

BODY = "关于做好保密工作的通知\n一、保守国家秘密，人人有责。\n二、涉及机密事项的，按规定办理。\n"


@pytest.mark.parametrize(
    "marking",
    ["机密★1年", "秘密★", "绝密", "机　密", "秘密★长期", "密级：秘密", "秘 密 ★ 10 年", "绝密级★"],
)
def test_a_line_of_its_own_on_the_first_page_is_a_marking(marking: str):
    assert secrecy_marking(f"000001\n{marking}\n{BODY}") == marking


@pytest.mark.parametrize("marking", ["机密★1年", "秘密"])
def test_a_marking_may_stand_in_a_header_or_a_text_box(marking: str):
    assert secrecy_marking(BODY, ("— 1 —", f"某县文件\n{marking}")) == marking


def test_a_marking_may_stand_in_a_cell():
    assert secrecy_marking(f"某局文件\t秘密★5年\n{BODY}") is not None


def test_a_starred_marking_counts_on_every_page():
    long = "正文。\n" * 200
    assert secrecy_marking(f"{long}机密★5年\n{BODY}") == "机密★5年"
    assert secrecy_marking(f"{long}机密\n{BODY}") is None


@pytest.mark.parametrize(
    "line",
    [
        "保守国家秘密",
        "秘密。",
        "一、机密",
        "绝密文件的管理",
        "商业秘密",
        "在左上角标注“秘密★1年”字样。",
        "密级",
        "内部资料",
    ],
)
def test_words_of_the_text_are_no_marking(line: str):
    assert secrecy_marking(f"{line}\n{BODY}", ("青山县人民政府文件",)) is None
