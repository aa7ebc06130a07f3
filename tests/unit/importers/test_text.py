from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.text import TextImporter, cleaned, decoded

TITLE = "青山县人民政府办公室关于修路的通知"
LONG = "一、总体要求。坚持绿色发展，以市场为导向，发展蔬菜产业。\n" * 20
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [TITLE, LONG, f"{TITLE}\n2026年3月5日，共3.5公里。\n"])
def test_chinese_is_read_in_every_encoding(text: str, encoding: str):
    assert cleaned(decoded(text.encode(encoding))) == text


def test_a_title_of_seventeen_characters_in_gbk_is_not_taken_for_utf_16():
    assert len(TITLE) == 17
    assert decoded(TITLE.encode("gbk")) == TITLE


def test_rare_characters_of_gb18030_are_read():
    assert decoded("㐀𠀀䶵乡镇".encode("gb18030")) == "㐀𠀀䶵乡镇"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 9, b"\x89PNG\r\n\x1a\n" + bytes(500), b"\xff" * 90]
)
def test_binary_is_no_text(data: bytes):
    importer = TextImporter()
    assert not importer.takes(data)
    with pytest.raises(UnreadableDocumentError, match="不是文本"):
        importer.extract(data, "程序.txt")


def test_line_ends_are_made_one_and_controls_go():
    assert cleaned("一\r\n二\r三\x00\x07\t四\n\ufeff") == "一\n二\n三\t四\n"


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff")))
def test_any_text_in_utf_8_comes_back(text: str):
    assert cleaned(decoded(text.encode()) or "") == text


@given(st.binary(max_size=400))
def test_no_bytes_make_it_stumble(data: bytes):
    text = decoded(data)
    assert text is None or isinstance(cleaned(text), str)


@pytest.mark.parametrize(("text", "missing"), [("关于做好有关工", 1), ("关于做好有关工作", 2)])
def test_a_text_that_ends_within_a_character_is_not_taken_for_gbk(text: str, missing: int):
    cut = text.encode()[:-missing]
    assert cut.decode("gb18030")
    assert decoded(cut) is None


def test_a_text_in_gbk_that_ends_as_utf_8_would_begin_a_character_is_read():
    data = "洮".encode("gbk")
    with pytest.raises(UnicodeDecodeError, match="unexpected end of data"):
        data.decode("utf-8")
    assert decoded(data) == "洮"


def test_columns_set_with_tabs_are_told_as_a_table():
    text = "分工：\n任务\t单位\t时限\n修路\t交通局\t三月\n"
    extract = TextImporter().extract(text.replace("\n", "\r\n").encode("gbk"), "分工.txt")
    assert extract.text == text
    assert [table.span.of(text) for table in extract.tables] == [
        "任务\t单位\t时限\n修路\t交通局\t三月"
    ]
