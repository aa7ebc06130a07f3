from __future__ import annotations

from contextlib import suppress

import pytest

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


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1" + b"{" * 100_000,
        b"{\\rtf1 \\u99999999999 ?}",
        b"{\\rtf1\\bin99999999999999 x}",
    ],
)
def test_crafted_files_are_refused_or_read(data: bytes):
    with suppress(UnreadableDocumentError):
        assert RtfImporter().extract(data, "一.rtf").tables == ()
