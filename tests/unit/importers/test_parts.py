from __future__ import annotations

import struct
import tracemalloc
import zipfile
import zlib

import pytest

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers import parts
from policyviewer.importers.parts import Parts, zip_names

MEGABYTE = 1024 * 1024


def refused(data: bytes, part: str = "a.xml") -> str:
    """Give the reason of a refusal, which must come without much memory."""
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableDocumentError) as caught:
            Parts(data, "通知.docx").xml(part)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 150 * MEGABYTE
    assert "通知.docx" in caught.value.text
    assert caught.value.hint
    return caught.value.text


def test_parts_are_found_however_their_names_are_written(zipped):
    found = Parts(zipped({"Word\\Document.xml": "<a>字</a>"}), "")
    assert found.names == {"word/document.xml"}
    assert found.xml("word/document.XML").text == "字"
    assert found.read("word/other.xml") is None
    assert found.xml("word/other.xml") is None


def test_no_zip_file_is_refused():
    assert "损坏" in refused(b"PK\x03\x04 and nothing more")


def test_a_part_with_a_wrong_checksum_is_refused(zipped):
    data = bytearray(zipped({"a.xml": "<a>" + "字" * 99 + "</a>"}))
    data[40] ^= 0xFF
    assert "损坏" in refused(bytes(data))


def test_a_locked_part_is_refused(zipped):
    data = zipped({"a.xml": "<a/>"})
    flags = data.index(b"PK\x01\x02") + 8
    assert "密码" in refused(data[:flags] + b"\x01" + data[flags + 1 :])


def test_a_rare_compression_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_LZMA) as target:
        target.writestr("a.xml", "<a/>")
    assert "压缩方法" in refused((tmp_path / "a.zip").read_bytes())


def test_a_gigabyte_in_a_megabyte_is_refused(zipped):
    data = zipped({"a.xml": b" " * (80 * MEGABYTE)})
    assert len(data) < MEGABYTE
    assert "过大" in refused(data)


def test_a_part_that_is_larger_than_it_says_is_refused(zipped):
    data = zipped({"a.xml": b" " * (80 * MEGABYTE)})
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(sign) + place
        data = data[:at] + struct.pack("<I", 99) + data[at + 4 :]
    refused(data)


def test_the_parts_together_are_limited(zipped, monkeypatch):
    monkeypatch.setattr(parts, "_LARGEST_TOTAL", 30)
    found = Parts(zipped({"a": b"x" * 20, "b": b"x" * 20}), "")
    assert found.read("a")
    with pytest.raises(UnreadableDocumentError, match="过大"):
        found.read("b")


def test_too_many_parts_are_refused():
    entry = struct.pack("<4s42x", b"PK\x01\x02")
    end = struct.pack("<4s4x2HIIH", b"PK\x05\x06", 1, 1, 46 * 400_000, 0, 0)
    assert "太多" in refused(entry * 400_000 + end)


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        "<!--" + " " * 9000 + "-->" + '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>',
        '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'.encode("utf-16"),
        '<?xml version="1.0" encoding="utf-16be"?><!DOCTYPE a><a/>'.encode("utf-16-be"),
    ],
)
def test_document_types_are_refused(zipped, content):
    assert "文档类型" in refused(zipped({"a.xml": content}))


@pytest.mark.parametrize(
    "content",
    [
        "<a>" * 20_000 + "</a>" * 20_000,
        "<a>字",
        "",
        "<a b:c='1'/>",
        b"\xff\xfe\x00",
        '<?xml version="1.0" encoding="x-none"?><a/>',
        "<a>&amp;&other;</a>",
    ],
)
def test_what_is_no_sound_xml_is_refused(zipped, content):
    refused(zipped({"a.xml": content}))


@pytest.mark.parametrize("content", ["<a>" + "<b/>" * 2_100_000 + "</a>", "<a>" + "=" * 2_100_000])
def test_too_many_elements_and_attributes_are_refused(zipped, content):
    assert "过大" in refused(zipped({"a.xml": content}))


def test_names_are_given_of_what_is_a_zip_file(zipped):
    assert zip_names(zipped({"A.xml": ""})) == {"a.xml"}
    assert zip_names(b"PK\x03\x04") == frozenset()
    assert zip_names(zlib.compress(b"x")) == frozenset()
