from __future__ import annotations

from policyviewer.importers.web.flow import Walker
from policyviewer.importers.web.tree import fast_tree
from policyviewer.importers.web.words import Weights
from policyviewer.importers.writing import TableCell


def parts(page: str):
    tree = fast_tree(page)
    return Walker(tree, Weights(tree)).flow().parts


def test_blocks_and_breaks_are_lines():
    assert parts("<p>一<b>二</b></p>三<br>四<div><div>五</div></div>") == ["一二", "三", "四", "五"]


def test_blanks_are_one_and_full_width_ones_stay():
    assert parts("<p>\n  第一条　为了&nbsp; 修路\n\n制定</p>") == ["第一条　为了 修路 制定"]


def test_scripts_deletions_and_navigation_are_not_read():
    page = "<p>正文<script>x</script><del>删</del></p><nav>首页</nav><p style='display:none'>隐</p>"
    assert parts(page) == ["正文"]


def test_notes_stay_where_they_are():
    assert parts("<p>按照预算法<sup>1</sup>执行</p>") == ["按照预算法1执行"]


def test_lists_get_the_numbers_that_a_browser_shows():
    page = (
        "<ol start=3><li>修路<li><p>造林</p><p>护林</p></ol><ol type=a><li>甲</ol>"
        "<ol style='list-style:none'><li>乙</ol><ul><li>丙</ul>"
    )
    assert parts(page) == ["3.修路", "4.造林", "护林", "a.甲", "乙", "丙"]


def test_lines_of_preformatted_text_stay():
    assert parts("<pre>一\n  二\n\n三</pre>") == ["一", "二", "三"]


def test_a_table_of_data_stays_a_table():
    page = (
        "<p>如下：</p><table><caption>分工表</caption><tr><td rowspan=2>修路<td>甲<tr><td>乙<br>丙"
        "<tr><td>种<table><tr><td>松<td>柏</table><td>丁</table><p>完</p>"
    )
    assert parts(page) == [
        "如下：",
        "分工表",
        [
            [TableCell("修路", 2), TableCell("甲")],
            [TableCell("乙\n丙")],
            [TableCell("种\n松\n柏"), TableCell("丁")],
        ],
        "完",
    ]


def test_a_table_that_sets_the_page_is_lines():
    inner = "<table><tr><td>甲<td>乙<tr><td>1<td>2</table>"
    page = f"<table><tr><td><p>一</p><p>二</p><tr><td>{inner}</table>"
    assert parts(page) == [
        "一",
        "二",
        [[TableCell("甲"), TableCell("乙")], [TableCell("1"), TableCell("2")]],
    ]


def test_nested_frames_cost_no_more_than_their_sum():
    depth = 60
    assert parts("<table><tr><td>" * depth + "字") == ["字"]
