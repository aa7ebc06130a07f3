from __future__ import annotations

import pytest

from policyviewer.importers.odt.runs import Found, Runs

NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>注文</text:p></text:note-body></text:note>"
)


@pytest.fixture
def line(element):
    """Give the words of a paragraph of such content, and what was found beside them."""

    def read(inner: str) -> tuple[str, Found]:
        found = Found([])
        boxes: list[str] = []
        runs = Runs(found, lambda box: boxes.append("".join(map(str, box.itertext()))))
        words = runs.text(element(f"<text:p>{inner}</text:p>")[0])
        return words + "".join(f"【{box}】" for box in boxes), found

    return read


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("青山<text:span>县<text:span>人民</text:span></text:span>政府", "青山县人民政府"),
        ("\n  青山 \n\t 县\n", "青山 县"),
        ("甲 <text:span> 乙</text:span> ", "甲 乙"),
        ("附件：1. 申报表&#13;", "附件：1. 申报表"),
        ('<text:s text:c="4"/>青<text:s/>山<text:tab/>县<text:s/>', "    青 山\t县 "),
        ("青山 <text:s/>县", "青山  县"),
        ("一<text:line-break/>二<text:line-break/>", "一\n二"),
        ("<text:a><text:span>链接</text:span></text:a><text:date>6月</text:date>", "链接6月"),
        ("<text:ruby><text:ruby-base>五</text:ruby-base><text:ruby-text>wǔ</text:ruby-text>"
         "</text:ruby>", "五"),
        ("明<text:hidden-text>暗</text:hidden-text>", "明"),
        ("甲<loext:content-control>乙</loext:content-control>", "甲乙"),
    ],
)  # fmt: skip
def test_only_what_is_printed_is_read(line, inner: str, words: str):
    assert line(inner)[0] == words


def test_a_note_leaves_its_sign(line):
    words, found = line(f"《预算法》{NOTE}和 {NOTE} 规定")
    assert words == "《预算法》①和 ② 规定"
    assert [(sign, "".join(body.itertext())) for sign, body in found.notes] == [
        ("①", "注文"),
        ("②", "注文"),
    ]


def test_a_note_without_words_has_no_sign(line):
    assert line("甲<text:note><text:note-citation>1</text:note-citation></text:note>")[0] == "甲"


def test_beyond_the_circled_figures_signs_are_bracketed(line):
    assert line(NOTE * 51)[0].endswith("㊿〔51〕")


def test_revisions_and_comments_are_counted(line):
    words, found = line(
        '甲<text:change text:change-id="a"/><text:change-start/>乙<text:change-end/>'
        "<office:annotation><text:p>批</text:p></office:annotation>丙<office:annotation-end/>"
    )
    assert (words, found.revisions, found.comments) == ("甲乙丙", 2, 1)


def test_text_boxes_are_given_and_pictures_counted(line):
    title = "<svg:title>标题</svg:title><svg:desc>描述</svg:desc>"
    box = "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box>{}</draw:frame>"
    words, found = line(
        f"甲{box.format(title)}"
        "<draw:custom-shape><text:p>形</text:p><draw:enhanced-geometry/></draw:custom-shape>"
        f"<draw:frame><draw:image/><draw:image/>{title}</draw:frame>"
        "<draw:g><draw:rect><text:p>组</text:p></draw:rect><draw:object/></draw:g>乙"
    )
    assert (words, found.pictures) == ("甲乙【框】【形】【组】", 2)


def test_a_page_that_ends_is_told(element):
    for inner, ends in (("一<text:soft-page-break/>二", True), ("一", False)):
        runs = Runs(Found([]), lambda _box: None)
        runs.text(element(f"<text:p>{inner}</text:p>")[0])
        assert runs.new_page is ends


def test_blanks_in_endless_number_are_few(line):
    assert len(line('甲<text:s text:c="99999999"/>乙')[0]) < 2000
