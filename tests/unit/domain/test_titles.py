from __future__ import annotations

import pytest

from policyviewer.domain.titles import kind_of_title, title_end, title_lines


@pytest.mark.parametrize(
    ("title", "name", "printed"),
    [
        ("关于发展的实施意见", "意见", "实施意见"),
        ("关于建站的复函", "函", "复函"),
        ("某某办法（试行）", "办法", "办法"),
        ("中华人民共和国刑法", "法", "法"),
    ],
)
def test_a_title_names_its_kind(title, name, printed):
    kind = kind_of_title(title)
    assert kind is not None
    assert (kind.name, kind.printed) == (name, printed)


def test_running_text_names_no_kind():
    assert kind_of_title("为贯彻落实会议精神") is None


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["国务院关于推进工作的", "指导意见", "国发\u30142018\u30151号"], 2),
        (["关于全面推行公示制度全过程记录制度", "审核制度的指导意见", "正文。"], 2),
        (["安全生产条例", "第一章 总则"], 1),
        (["关于印发《工作", "方案》的通知", "各省："], 2),
    ],
)
def test_a_title_goes_over_the_lines_it_needs(lines, count):
    assert title_lines(lines) == count


def test_date_and_preamble_come_off_a_glued_title():
    line = "某省人民政府关于加快乡村发展的实施意见(年7月30日)为贯彻落实会议精神,提出意见。"
    assert line[: title_end(line)] == "某省人民政府关于加快乡村发展的实施意见"
