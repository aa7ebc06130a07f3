from __future__ import annotations

import pytest

from policyviewer.importers.bare_words import bare_words, boxes

TEXT = "关于修路的通知\n一、修路。\n二、造林。\n"


def test_paragraphs_are_given(doc):
    assert bare_words(doc(TEXT)) == TEXT.split()
    assert boxes(doc(TEXT)) == []


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"x" * 9000])
def test_other_bytes_have_no_words(data: bytes):
    assert (bare_words(data), boxes(data)) == (None, [])


def test_a_text_read_in_the_wrong_encoding_is_none(doc):
    assert bare_words(doc(TEXT.encode("gbk").decode("latin-1"))) is None


def test_a_document_without_words_is_none(doc):
    assert bare_words(doc(" \n")) is None


def test_what_the_library_chokes_on_is_none(doc, capfd):
    data = doc(TEXT)
    places = data.index((2).to_bytes(1, "little") + (16).to_bytes(4, "little"))
    assert bare_words(data[: places + 1] + b"\xff\xff\xff\x7f" + data[places + 5 :]) is None
    capfd.readouterr()  # Rust tells of its panic


def test_text_boxes_of_a_given_document_are_found(given):
    assert boxes(given("b.doc")) == ["青山县人民政府文件"]
    assert "三、监督管理" in (bare_words(given("b.doc")) or [])
