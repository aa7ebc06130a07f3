from __future__ import annotations

import pytest
from tests.cost import assert_in_proportion

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.rtf import RtfImporter

HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}"


def coded(words: str) -> str:
    """Write Chinese as RTF does: bytes of GBK as hexadecimal."""
    return "".join(
        sign if sign.isascii() else "".join(f"\\'{byte:02x}" for byte in sign.encode("gbk"))
        for sign in words
    )


def read(body: str):
    return RtfImporter().extract(f"{HEAD}{body}}}".encode("latin-1"), "一.rtf")


def lines(body: str) -> list[str]:
    return [line for line in read(body).text.split("\n") if line]


def test_it_takes_rtf_only():
    assert RtfImporter().takes(b"{\\rtf1 x}")
    assert RtfImporter().takes(b"\r\n{\\rtf1 x}")
    assert not RtfImporter().takes(b"{rtf}")


def test_paragraphs_in_gbk_and_in_unicode():
    unicode_ = "".join(f"\\u{ord(sign)} ?" for sign in "修路")
    assert lines(f"{coded('关于')}{unicode_}\\par {coded('一、修路。')}\\par") == [
        "关于修路",
        "一、修路。",
    ]


def test_numbers_of_lists_stand_as_typed():
    listed = f"{{\\listtext {coded('一、')}\\tab}}{coded('总则')}\\par"
    article = f"{{\\listtext {coded('第一条')}\\tab}}{coded('为了')}\\par"
    assert lines(listed + article) == ["一、总则", "第一条　为了"]


def test_a_footnote_stands_behind_the_text_with_its_sign():
    body = f"{coded('预算法')}{{\\footnote\\pard {coded('二〇一八年修正')}}}{coded('规定')}\\par"
    assert lines(body) == ["预算法①规定", "注①：二〇一八年修正"]


def test_deleted_words_are_left_out_and_told():
    body = f"{coded('自')}{{\\deleted {coded('元')}}}{coded('七月起')}\\par"
    read_ = read(body)
    assert read_.text.strip() == "自七月起"
    assert [one.code for one in read_.notices] == ["revisions"]


def test_a_text_box_stands_before_its_paragraph_and_may_hold_a_marking():
    box = f"{{\\shp{{\\*\\shpinst{{\\shptxt {coded('机密')}}}}}}}"
    read_ = read(f"{box}{coded('通知')}\\par")
    assert read_.text.split("\n")[:2] == ["机密", "通知"]
    assert read_.markings == ("机密",)


def test_headers_are_no_text_but_may_hold_a_marking():
    read_ = read(f"{{\\header {coded('秘密')}}}{coded('通知')}\\par")
    assert (read_.text.strip(), read_.markings) == ("通知", ("秘密",))


def test_rows_are_a_table():
    rows = "".join(
        f"\\trowd {coded(one)}\\cell {coded(two)}\\cell\\row "
        for one, two in (("序号", "名称"), ("1", "石桥"))
    )
    read_ = read(f"{coded('如下表：')}\\par {rows}\\pard {coded('完。')}\\par")
    (table,) = read_.tables
    assert [cell.span.of(read_.text) for cell in table.cells] == ["序号", "名称", "1", "石桥"]
    assert "完。" in read_.text


def test_a_bar_in_a_sentence_makes_no_table():
    assert read(r"a|b\par").tables == ()


def test_pictures_are_told():
    (notice,) = read(f"{{\\pict 0011}}{coded('通知')}\\par").notices
    assert "1 幅图片" in notice.message


def table(*rows: tuple[str, ...], shape: str = "") -> str:
    return "".join(
        f"\\trowd {shape}\\pard\\intbl " + "".join(f"{one}\\cell " for one in row) + "\\row "
        for row in rows
    )


def cells(body: str) -> list[tuple[str, int, int, int, int]]:
    extract = read(body)
    (one,) = extract.tables
    return [
        (cell.span.of(extract.text), cell.row, cell.column, cell.rows, cell.columns)
        for cell in one.cells
    ]


def test_a_bar_in_a_cell_parts_nothing():
    assert [one[0] for one in cells(table(("a|b", "c"), ("d", "e|")))] == ["a|b", "c", "d", "e|"]


def test_paragraphs_of_a_cell_stay_in_it():
    rows = table(("a\\par b\\line c", "d"), ("e", "f"))
    assert cells(rows)[0][0] == "a\u2028b\u2028c"
    assert lines(f"x\\par {rows}\\pard y\\par")[0] == "x"


def test_merged_cells_are_one():
    narrow, wide = "\\cellx1000\\cellx2000\\cellx3000 ", "\\cellx1000\\cellx3010 "
    down = "\\clvmgf\\cellx1000\\cellx2000\\cellx3000 "
    on = "\\clvmrg\\cellx1000\\cellx2000\\cellx3000 "
    body = (
        table(("a", "b"), shape=wide)
        + table(("c", "d", "e"), shape=down)
        + table(("", "f", "g"), shape=on)
        + table(("h", "i", "j"), shape=narrow)
    )
    assert cells(body) == [
        ("a", 0, 0, 1, 1), ("b", 0, 1, 1, 2),
        ("c", 1, 0, 2, 1), ("d", 1, 1, 1, 1), ("e", 1, 2, 1, 1),
        ("f", 2, 1, 1, 1), ("g", 2, 2, 1, 1),
        ("h", 3, 0, 1, 1), ("i", 3, 1, 1, 1), ("j", 3, 2, 1, 1),
    ]  # fmt: skip


def test_two_tables_with_words_between_them_are_two():
    rows = table(("a", "b"), ("c", "d"))
    extract = read(f"{rows}\\pard x\\par {rows}")
    assert extract.text.split("\n")[:5] == ["a\tb", "c\td", "x", "a\tb", "c\td"]
    assert len(extract.tables) == 2
    assert len(read(f"{rows}\\pard\\par {rows}").tables) == 2


def test_frames_below_each_other_are_no_table():
    frames = table(("a\\par b",)) + "\\pard\\par " + table(("c\\par d",))
    assert (lines(frames), read(frames).tables) == (["a", "b", "c", "d"], ())


def test_a_frame_around_a_text_is_no_table():
    extract = read(table(("a\\par b",)))
    assert (extract.text.strip(), extract.tables) == ("a\nb", ())


def test_a_table_in_a_cell_is_words():
    inner = (
        "x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx9\\nestrow}{\\nonesttables\\par}"
    )
    assert cells(table((inner, "a"), ("b", "c")))[0][0] == "x\u3000y"


def test_words_deleted_as_word_marks_them_are_left_out():
    word = "{\\rtlch\\fcs1 \\af0 \\deleted\\insrsid12 b{\\b c}\\par }"
    read_ = read(f"a{word}d{{\\deleted e\\deleted0 f}}\\par{{\\v g\\plain h}}")
    assert read_.text.split("\n")[:2] == ["adf", "h"]
    assert [one.code for one in read_.notices] == ["revisions", "hidden-text"]


def test_a_field_gives_its_result_and_not_its_code():
    link = r'{\field{\*\fldinst{HYPERLINK "http://x.cn/"}}{\fldrslt{\ul link}}}'
    assert lines(f"a {link} b\\par") == ["a link b"]


def test_of_two_writings_the_unicode_one_is_taken():
    both = r"{\upr{\'3f\'3f}{\*\ud{\u20462 ?\u36335 ?}}}"
    assert lines(f"a{both}b\\par") == ["a修路b"]


def test_numbers_of_old_lists_are_kept_unless_new_ones_are_there():
    old = f"{{\\pntext\\f0 1.\\tab}}{{\\*\\pn\\pnlvlbody{{\\pntxta.}}}}{coded('总则')}\\par"
    assert lines(old) == ["1.总则"]
    assert lines(f"{{\\listtext 1.\\tab}}{old}") == ["1.总则"]


def test_rare_characters_in_two_halves_are_joined():
    assert lines(r"\u-10172 ?\u-9216 ?\u55357 ?x\par") == ["\U00021000x"]


def test_many_notes_have_signs_that_are_no_figures_of_the_text():
    body = "a{\\footnote b}" * 52
    assert "a㊿a〔51〕a〔52〕" in read(body).text
    assert read(body).text.endswith("注〔52〕：b")


def test_a_note_may_have_a_text_box_and_a_table():
    box = "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt box\\par}}{\\shprslt box}}"
    read_ = read(f"a{{\\footnote {box}b\\par {table(('c', 'd'), ('e', 'f'))}}}\\par")
    assert read_.text.split("\n")[-4:] == ["注①：box", "b", "c　d", "e　f"]


def test_objects_pictures_and_comments_are_told():
    body = "{\\object{\\*\\objdata 00}{\\result x}}{\\*\\shppict{\\pict 0}}{\\nonshppict{\\pict}}"
    codes = [one.code for one in read(f"{body}{{\\*\\annotation n}}a\\par").notices]
    assert codes == ["images", "embedded", "comments"]


def test_binary_data_may_hold_any_sign():
    assert lines("a{\\pict\\bin5 }}{{\\}b\\bin3 }}}c\\par") == ["abc"]


def test_what_follows_the_document_is_no_part_of_it():
    assert RtfImporter().extract(b"{\\rtf1 a\\par}}b{\\footnote c}", "一.rtf").text.strip() == "a"


@pytest.mark.parametrize("charset", [0, 1, 85, 255, 999])
def test_every_character_set_is_read(charset: int):
    font = (
        f"{{\\rtf1\\ansicpg936{{\\fonttbl{{\\f7\\fnil\\fcharset{charset} X;}}}}\\f7 {coded('修')}}}"
    )
    assert RtfImporter().extract(font.encode("latin-1"), "一.rtf").text


BOMBS = {
    "paragraphs": (60_000, lambda n: "\\par" * n),
    "signs": (1_000_000, lambda n: "a" * n),
    "groups": (100_000, lambda n: "{" * n),
    "cells": (80_000, lambda n: "\\trowd" + "\\cell" * n + "\\row"),
    "fonts": (100_000, lambda n: "{\\fonttbl" + "\\f1" * n + "}x"),
    "links": (20_000, lambda n: '{\\field{\\*\\fldinst{HYPERLINK "a' * 900 + ' HYPERLINK "' * n),
    "notes": (
        8_000,
        lambda n: "{\\fonttbl" + "{\\f1\\fcharset134 S;}" * n + "}" + "{\\footnote x}" * (n // 2),
    ),
    "picture": (800_000, lambda n: "{\\x\\pict\\bin " + "a" * n),
    "boxes": (1_900, lambda n: "{\\shptxt a" * n),
    "edges": (
        10_000,
        lambda n: ("\\trowd" + "\\cellx-9\\cellx7\\cellx0" * n + "a\\cell" * 9 + "\\row") * 2,
    ),
}
"""Crafted files by name: how much of something is in them, and the inner of one with so much."""


def told(inner: str) -> str:
    try:
        RtfImporter().extract(f"{HEAD}{inner}}}".encode("latin-1"), "一.rtf").text.encode()
    except UnreadableDocumentError:
        return "refused"
    return "read"


@pytest.mark.parametrize("bomb", BOMBS)
def test_crafted_files_are_refused_or_take_time_in_proportion(bomb: str):
    much, inner = BOMBS[bomb]
    assert_in_proportion(told, inner, much)


@pytest.mark.parametrize(
    "inner",
    [
        "\\bin99999999999999999 x",
        "\\'02999999\\'07\\u2 ?7\\u7 ?\\'05888\\'07\\u4 ?\\'03",
        "\\'0e\\u14 ?",
        "\\u99999999999 ?",
        "\\u-999999 ?",
    ],
    ids=["binary", "marks", "stories", "number", "negative"],
)
def test_strange_signs_are_refused_or_read(inner: str):
    assert told(inner) in {"read", "refused"}
