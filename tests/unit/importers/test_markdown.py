from __future__ import annotations

import pytest
from tests.cost import assert_in_proportion

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.markdown import MarkdownImporter, plain


def read(text: str):
    return MarkdownImporter().extract(text.encode(), "一.md")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# 关于修路的通知", "关于修路的通知"),
        ("### 一、总则 ###", "一、总则"),
        ("**加粗**和*斜体*", "加粗和斜体"),
        ("__加粗__与snake_case_name", "加粗与snake_case_name"),
        ("见[预算法](http://x.cn/a)第三条", "见预算法第三条"),
        ("![图一](a.png)", "图一"),
        ("> 引用的话", "引用的话"),
        ("- 第一项", "第一项"),
        ("1. 第一项", "1. 第一项"),
        ("1\\. 第一项", "1. 第一项"),
        ("~~删去~~保留", "保留"),
        ("用`代码`写", "用代码写"),
        ("甲<br>乙", "甲\n乙"),
        ("3*4*5", "345"),
        ("3\\*4\\*5", "3*4*5"),
        ("\\_a\\_与\\[一\\](二)", "_a_与[一](二)"),
        ("公式`a*b*c`与``x``", "公式a*b*c与x"),
        ("公式``x`", "公式``x`"),
        ("**粗`**`体**", "粗**体"),
        ("#标题", "标题"),
        ("# C#", "C#"),
        ("## ##", ""),
        ("####### 七", "####### 七"),
        ("第 * 条", "第 * 条"),
    ],
)
def test_marks_are_left_out(line: str, words: str):
    assert plain(line) == words


def test_a_table_is_a_table():
    extract = read("如下：\n\n| 序号 | 名称 |\n|---|:--:|\n| 1 | **石桥** |\n| 2 | a\\|b |\n\n完。")
    (table,) = extract.tables
    assert [one.span.of(extract.text) for one in table.cells] == [
        "序号", "名称", "1", "石桥", "2", "a|b",
    ]  # fmt: skip
    assert extract.text.endswith("完。")


def test_code_is_kept_as_it_is():
    assert read("```\n# 不是标题\n```\n").text.strip() == "# 不是标题"


def test_front_matter_and_rules_are_left_out():
    assert read("---\ntitle: 甲\n---\n# 通知\n\n---\n正文").text.split("\n") == [
        "通知",
        "",
        "正文",
    ]
    assert read("---\n没有结束").text == "没有结束"


def test_what_is_no_text_is_refused():
    assert MarkdownImporter().takes("# 通知".encode("gb18030"))
    with pytest.raises(UnreadableDocumentError):
        MarkdownImporter().extract(bytes(range(256)) * 20, "一.md")


@pytest.mark.parametrize("sign", ["*", "[", "_a", "|", "`", "`a", "<http://", "\\"])
def test_many_marks_take_time_in_proportion(sign: str):
    assert_in_proportion(read, lambda times: f"|\n{sign * times}\n|-|\n", 50_000)


@pytest.mark.parametrize(
    ("before", "sign", "after"),
    [
        ("# a", " ", "x"),
        ("", " ", "x"),
        ("|-", " ", "x"),
        ("", "- ", "x"),
        ("![a](b", " ", ""),
        ("# ", "#", "x"),
        ("<br", " ", ""),
        ("*", " ", "*"),
    ],
)
def test_long_runs_between_marks_take_time_in_proportion(before: str, sign: str, after: str):
    assert_in_proportion(read, lambda times: f"|\n{before}{sign * times}{after}\n|-|\n", 50_000)
