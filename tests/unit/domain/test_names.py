from __future__ import annotations

import pytest

from policyviewer.domain.names import called, readable


def raw(data: bytes) -> str:
    """Give a name as Python on Linux reads it from a folder."""
    return data.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize("name", ["/资料/文件.txt", "E:\\资料\\文件.txt", "", "/", "𠀀.txt"])
def test_a_name_that_is_text_stays(name: str):
    assert readable(name) == name


def test_a_name_in_gbk_is_read_and_marked():
    assert readable(raw(b"\xce\xc4\xbc\xfe.txt")) == "文件.txt（GBK）"


def test_only_the_part_in_gbk_is_read_as_gbk():
    path = "/资料/".encode() + "文件夹".encode("gbk") + "/文件.txt".encode()
    assert readable(raw(path)) == "/资料/文件夹（GBK）/文件.txt"


@pytest.mark.parametrize(
    ("name", "told"), [(raw(b"\xff\xff"), "\\udcff\\udcff"), ("\ud83d", "\\ud83d")]
)
def test_what_is_no_text_at_all_is_written_out(name: str, told: str):
    assert readable(name) == told


def test_the_same_name_in_two_encodings_stays_two_names():
    assert readable(raw("文件.txt".encode("gbk"))) != readable("文件.txt")


@pytest.mark.parametrize(
    ("title", "source", "name"),
    [
        ("意见", "/资料/一.txt", "意见"),
        ("", "/资料/会议.2026.txt", "会议.2026"),
        ("", "E:\\资料\\会议.docx", "会议"),
        ("", "资料.zip/README", "README"),
    ],
)
def test_a_document_without_a_title_is_called_by_its_file(title: str, source: str, name: str):
    assert called(title, source) == name
