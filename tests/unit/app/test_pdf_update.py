from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from policyviewer.app.pdf_update import PdfUpdate


@pytest.fixture
def data() -> bytes:
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": "道路"})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_what_was_there_stays(data: bytes):
    update = PdfUpdate(data)
    update.catalog[NameObject("/Mark")] = update.add(NumberObject(7))
    written = update.written()
    reader = PdfReader(io.BytesIO(written), strict=True)
    assert written.startswith(data)
    assert (len(reader.pages), reader.metadata.title) == (3, "道路")
    assert reader.root_object["/Mark"] == 7


def test_nothing_is_written_where_nothing_has_changed(data: bytes):
    assert PdfUpdate(data).written() == data


def test_an_object_takes_the_place_of_another(data: bytes):
    update = PdfUpdate(data)
    number = update.pages()[1].idnum
    page = DictionaryObject(update.pages()[1].get_object())
    page[NameObject("/Rotate")] = NumberObject(90)
    update.replace(number, page)
    pages = PdfReader(io.BytesIO(update.written())).pages
    assert [page.rotation for page in pages] == [0, 90, 0]


def test_a_change_can_be_changed_again(data: bytes):
    once = PdfUpdate(data)
    once.catalog[NameObject("/Mark")] = once.add(NumberObject(7))
    twice = PdfUpdate(once.written())
    twice.catalog[NameObject("/Mark")] = twice.add(NumberObject(8))
    assert PdfReader(io.BytesIO(twice.written())).root_object["/Mark"] == 8


def test_words_that_look_like_a_font_are_none(data: bytes):
    update = PdfUpdate(data + b"\n9 0 obj << /Type /Font >> % only words\n")
    assert list(update.fonts()) == []
