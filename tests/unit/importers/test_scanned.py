from __future__ import annotations

import io
import socket
from types import SimpleNamespace

import numpy as np
import pytest
from pages_by_hand import page

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers import registry, scanned
from policyviewer.importers.scanned import PictureImporter, recognised

PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)


def box(left, top, right, bottom):
    return [[left, top], [right, top], [right, bottom], [left, bottom]]


def finds(monkeypatch, *found):
    """Let recognition find boxes, words, and how sure they are."""
    boxes, words, sure = ([one[at] for one in found] for at in range(3))
    answer = SimpleNamespace(boxes=boxes or None, txts=words or None, scores=sure or None)
    monkeypatch.setattr(scanned, "_engine", lambda: lambda _picture: answer)


def picture(width=1190, height=1684):
    return np.full((height, width, 3), 255, np.uint8)


def test_words_found_in_a_picture_stand_where_they_are_on_the_page(monkeypatch):
    finds(monkeypatch, (box(144, 200, 240, 232), "青山县", 0.99))
    (piece,) = recognised(picture(), page([], number=3)).pieces
    assert (piece.text, piece.left, piece.top, piece.right, piece.bottom) == (
        "青山县", 72, 100, 120, 116,
    )  # fmt: skip
    assert piece.size == 16


def test_words_that_are_hardly_sure_or_blank_are_left_out(monkeypatch):
    place = box(0, 0, 10, 10)
    finds(monkeypatch, (place, "噪", 0.3), (place, "  ", 0.9), (place, "字", 0.6))
    assert [one.text for one in recognised(picture(), page([])).pieces] == ["字"]


def test_an_empty_page_gives_nothing(monkeypatch):
    finds(monkeypatch)
    assert recognised(picture(), page([])).pieces == []


@pytest.mark.parametrize("begins", [PNG, b"\xff\xd8\xff\xe0", b"II*\x00", b"MM\x00*"])
def test_pictures_are_taken(begins: bytes):
    assert PictureImporter().takes(begins + bytes(60))


def test_a_bitmap_is_told_from_text_that_begins_with_its_letters():
    assert PictureImporter().takes(b"BM" + bytes(60))
    assert not PictureImporter().takes(b"BM is a town of many people and more words than one.....")
    assert not PictureImporter().takes(b"BM")


def test_without_recognition_a_picture_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(scanned, "can_recognise", lambda: False)
    (tmp_path / "甲.png").write_bytes(PNG)
    with pytest.raises(UnreadableDocumentError, match="是图片，没有文字") as caught:
        registry.read(tmp_path / "甲.png")
    assert "policyviewer[ocr]" in caught.value.hint


def test_recognition_needs_all_its_parts(monkeypatch):
    for found, expected in ((set(scanned._NEEDED), True), ({"rapidocr"}, False), (set(), False)):
        monkeypatch.setattr(scanned, "find_spec", lambda name, found=found: name in found or None)
        assert scanned.can_recognise() is expected


def test_each_picture_of_a_file_is_a_page(monkeypatch):
    finds(monkeypatch, (box(144, 200, 240, 232), "青山县", 0.99))
    monkeypatch.setattr(scanned, "can_recognise", lambda: True)
    monkeypatch.setattr(scanned, "_frames", lambda _data, _name: [picture(), picture()])
    extract = PictureImporter().extract(PNG, "甲.png")
    assert extract.text == "青山县\n青山县"
    assert [one.code for one in extract.notices] == ["recognised"]


@pytest.fixture(scope="module")
def drawn():
    """Give a page as PNG, its words drawn with a Chinese font of this machine."""
    pytest.importorskip("rapidocr")
    image, draw, fonts = (pytest.importorskip(f"PIL.Image{one}") for one in ("", "Draw", "Font"))
    file = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
    try:
        font = fonts.truetype(file, 44, index=2)
    except OSError:
        pytest.skip("no Chinese font")
    sheet = image.new("RGB", (1654, 2339), "white")
    for number, words in enumerate(LINES):
        draw.Draw(sheet).text((220, 220 + 90 * number), words, "black", font)
    target = io.BytesIO()
    sheet.save(target, "PNG")
    return target.getvalue()


LINES = [
    "青山县人民政府关于修建乡村道路的通知",
    "第一条 县交通局负责修建道路和桥梁。",
    "第二条 补助标准为每公里三十万元。",
    "第三条 本办法自二〇二六年三月一日起施行。",
]


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_arguments, **_more):
        raise AssertionError("recognition wants to use the network")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_picture_is_read_without_the_network(drawn, no_network):
    scanned._engine.cache_clear()
    found = PictureImporter().extract(drawn, "甲.png").text
    assert [line.replace(" ", "") for line in found.split("\n")] == [
        line.replace(" ", "") for line in LINES
    ]


def test_a_damaged_picture_is_told(monkeypatch):
    pytest.importorskip("PIL")
    monkeypatch.setattr(scanned, "can_recognise", lambda: True)
    with pytest.raises(UnreadableDocumentError, match="已损坏") as caught:
        PictureImporter().extract(PNG, "甲.png")
    assert "重新扫描" in caught.value.hint
