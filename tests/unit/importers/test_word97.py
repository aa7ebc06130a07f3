from __future__ import annotations

from pathlib import Path

import mutants
import pytest

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers import registry, word97
from policyviewer.importers.docx.importer import extracted
from policyviewer.importers.word97 import Word97Importer

TEXT = "青山县人民政府关于修路的通知\n一、修路。\n二、造林。\n"
_SEED, _MUTANTS = 20260305, 200
GAP = "<w:p><w:r><w:t>\ufffc</w:t></w:r></w:p>"


def p(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def no_office(_data, _suffix):
    return None


def test_a_document_is_read(doc):
    extract = Word97Importer(no_office).extract(doc(TEXT), "通知.doc")
    assert (extract.text, extract.notices) == (TEXT.strip(), ())


@pytest.mark.parametrize(("name", "found"), [("a.doc", "doc"), ("a.WPS", "wps"), ("a.txt", "doc")])
def test_the_content_tells_the_format_and_the_name_who_wrote_it(
    doc, tmp_path: Path, name: str, found: str
):
    (tmp_path / name).write_bytes(doc(TEXT))
    assert registry.read(tmp_path / name).format == found


def test_only_word_documents_are_taken(doc, ole):
    importer = Word97Importer(no_office)
    assert importer.takes(doc(TEXT))
    assert importer.takes(ole({"EncryptedPackage": b"", "Info": b""}))
    assert not importer.takes(ole({"Workbook": b"", "Info": b""}))
    assert not importer.takes("WordDocument".encode("utf-16-le"))


def test_a_locked_document_is_told(doc, ole):
    for data in (ole({"EncryptedPackage": b"x", "Info": b"x"}), doc(TEXT, flags=0x1300)):
        with pytest.raises(UnreadableDocumentError, match="密码") as caught:
            Word97Importer(no_office).extract(data, "通知.doc")
        assert "去掉密码" in caught.value.hint


def unconvertible(doc):
    """Give a document that msdoc2docx refuses, since bytes differ that should be zero."""
    data = bytearray(doc(TEXT))
    data[8] = 1
    return bytes(data)


def test_what_the_converter_refuses_goes_to_an_installed_program(doc, docx):
    asked = []

    def office(data, suffix):
        asked.append((data, suffix))
        return docx(p("由办公软件转换"))

    data = unconvertible(doc)
    assert Word97Importer(office).extract(data, "通知.doc").text == "由办公软件转换"
    assert asked == [(data, ".doc")]


def test_without_any_program_the_bare_words_are_read_and_told(doc):
    extract = Word97Importer(no_office).extract(unconvertible(doc), "通知.doc")
    assert extract.text == TEXT.strip()
    assert [notice.code for notice in extract.notices] == ["lost-numbering"]


def test_what_nothing_can_read_is_refused(ole):
    data = ole({"WordDocument": bytes(5000), "1Table": b""})
    with pytest.raises(UnreadableDocumentError, match="损坏") as caught:
        Word97Importer(no_office).extract(data, "通知.doc")
    assert ".docx" in caught.value.hint


def read_with_boxes(monkeypatch, docx, body, boxes):
    monkeypatch.setattr(word97, "_converted", lambda _data, _name: docx(body))
    monkeypatch.setattr(word97, "boxes", lambda _data: boxes)
    return Word97Importer(no_office).extract(b"", "通知.doc")


def test_a_text_box_that_got_lost_goes_to_the_gap_that_it_left(monkeypatch, docx):
    body = GAP + p("〔2026〕1号") + GAP
    extract = read_with_boxes(monkeypatch, docx, body, ["青山县 文件"])
    assert extract.text == "青山县 文件\n〔2026〕1号"
    assert extract.markings == ("青山县 文件",)
    assert [notice.code for notice in extract.notices] == ["text-boxes"]
    assert "第一处图形" in extract.notices[0].message


def test_a_lost_text_box_without_a_gap_is_told(monkeypatch, docx):
    extract = read_with_boxes(monkeypatch, docx, p("正文"), ["机密★1年", "内部"])
    assert (extract.text, extract.markings) == ("正文", ("机密★1年", "内部"))
    assert "“机密★1年”“内部”没有读入" in extract.notices[0].message


def test_a_text_box_that_was_converted_is_not_doubled(monkeypatch, docx):
    extract = read_with_boxes(monkeypatch, docx, GAP + p("青山县文件"), ["青山县\n文件"])
    assert (extract.text, extract.notices) == ("青山县文件", ())


def test_nothing_is_left_in_the_temporary_folder(doc, tmp_path: Path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    Word97Importer(no_office).extract(doc(TEXT), "通知.doc")
    Word97Importer(no_office).extract(unconvertible(doc), "通知.doc")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("name", ["b.doc", "b.wps"])
def test_a_given_document_reads_as_its_docx(given, name: str):
    """All but the date, which is a field that LibreOffice has brought up to date."""
    found = Word97Importer(no_office).extract(given(name), name)
    meant = extracted(given("b.docx"), "b.docx")
    pairs = zip(found.text.split("\n"), meant.text.split("\n"), strict=True)
    assert [pair for pair in pairs if pair[0] != pair[1]] == [("2026年11月23日", "2026年6月18日")]
    assert [table.cells for table in found.tables] == [table.cells for table in meant.tables]


def test_given_documents_when_damaged_are_read_or_refused(given, capfd):
    data = given("b.doc")
    damaged = mutants.mutants(data, _SEED, _MUTANTS)
    found = mutants.outcomes(Word97Importer(no_office), data, damaged)
    assert set(found) == {"read", "refused"}
    capfd.readouterr()  # Rust tells of its panics


@pytest.mark.parametrize("encoding", ["utf-16-le", "latin-1", "gb18030"])
def test_an_office_program_that_takes_bytes_for_words_is_not_believed(docx, encoding: str):
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    words = "".join(sign for sign in head.decode(encoding, "ignore") if sign >= " ")
    raw = docx(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
    damaged = head + "WordDocument".encode("utf-16-le") * 99
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        Word97Importer(lambda _data, _suffix: raw).extract(damaged, "通知.doc")
