from __future__ import annotations

import pytest
from pdf_writer import PdfWriter, put_together, stream

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.pdf_pages import PdfFile


def pages(writer):
    with PdfFile(writer.data(), "甲.pdf") as file:
        return list(file.pages())


def drawn(draw, **more):
    writer = PdfWriter()
    draw(writer.page(**more))
    return pages(writer)[0]


def test_words_have_the_places_and_sizes_that_they_are_drawn_at():
    page = drawn(lambda page: page.text(72, 100, "青山县 abc 𠮷日"))
    assert [one.text for one in page.pieces] == ["青山县", "abc", "𠮷日"]
    first = page.pieces[0]
    assert (first.left, first.top, first.right, first.bottom, first.size) == pytest.approx(
        (72, 100, 120, 116, 16), abs=0.1
    )
    assert [one.spaced for one in page.pieces] == [False, True, True]
    assert (page.number, page.width, page.height, page.garbled) == (1, 595, 842, False)


def test_words_that_are_far_apart_are_not_joined_and_have_no_blank_of_the_file():
    page = drawn(lambda page: page.text(72, 100, "甲方").text(300, 100, "乙方"))
    assert [(one.text, one.spaced) for one in page.pieces] == [("甲方", False), ("乙方", False)]


def test_radicals_are_turned_back():
    page = drawn(lambda page: page.text(72, 100, "⼈⼝"))
    assert page.pieces[0].text == "人口"


@pytest.mark.parametrize(
    ("turned", "size", "corner"),
    [
        (90, (842, 595), (726, 72)),
        (180, (595, 842), (475, 726)),
        (270, (842, 595), (100, 475)),
    ],
)
def test_places_on_turned_pages_are_as_seen(turned: int, size, corner):
    page = drawn(lambda page: page.text(72, 100, "青山县"), entries=f"/Rotate {turned}")
    (piece,) = page.pieces
    assert (page.width, page.height) == size
    assert (piece.left, piece.top) == pytest.approx(corner, abs=0.1)


def test_places_count_from_what_is_seen_of_a_page():
    page = drawn(lambda page: page.text(172, 200, "青山"), entries="/CropBox[100 42 595 742]")
    assert (page.width, page.height) == (495, 700)
    assert (page.pieces[0].left, page.pieces[0].top) == pytest.approx((72, 100), abs=0.1)


def test_thin_lines_and_frames_are_rulings():
    page = drawn(lambda page: page.rule(72, 100, 300, 100).rule(72, 100, 72, 200))
    assert [(one.upright, round(one.at)) for one in page.rulings] == [(False, 100), (True, 72)]
    page = drawn(lambda page: page.frame(72, 100, 300, 200))
    assert sorted(one.at for one in page.rulings) == pytest.approx([72, 100, 200, 300], abs=0.6)
    assert drawn(lambda page: page.rule(72, 100, 300, 400)).rulings == []
    assert drawn(lambda page: page.rule(72, 100, 75, 100)).rulings == []


def test_a_picture_is_noticed():
    assert drawn(lambda page: page.picture(72, 100, 400, 600)).pictured
    assert not drawn(lambda page: page.text(72, 100, "青山")).pictured


def test_a_font_that_does_not_tell_its_characters_is_noticed():
    writer = PdfWriter(mapped=False)
    writer.page().text(72, 100, "青山县人民政府文件")
    assert pages(writer)[0].garbled


def test_a_page_is_drawn_in_blue_green_and_red():
    writer = PdfWriter()
    writer.page(size=(144.0, 72.0)).picture(0, 0, 144, 72)
    with PdfFile(writer.data(), "甲.pdf") as file:
        picture = file.picture(1)
    assert picture.shape == (200, 400, 3)
    assert picture[100, 200].tolist() == [128, 128, 128]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"", b"%PDF-1.7\n" + b"1 0 obj\n" * 500, PdfWriter().data()]
)
def test_a_broken_file_is_told(data: bytes):
    with pytest.raises(UnreadableDocumentError, match="不是完好的 PDF"):
        PdfFile(data, "甲.pdf")


def test_a_page_that_cannot_be_read_is_empty():
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"null"]
    with PdfFile(put_together(objects), "甲.pdf") as file:
        (page,) = file.pages()
    assert (page.pieces, page.garbled) == ([], True)


def test_drawings_in_a_form_are_no_rulings():
    form = stream(b"72 600 m 300 600 l S", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"/X Do"),
        form,
    ]
    with PdfFile(put_together(objects), "甲.pdf") as file:
        (page,) = file.pages()
    assert page.rulings == []


def test_small_digits_that_are_raised_are_pieces_of_their_own():
    def draw(page):
        page.text(72, 100, "预算法").text(120, 98, "12", 9.0).text(129, 100, "2018年", 16.0)

    page = drawn(draw)
    assert [one.text for one in page.pieces] == ["预算法", "12", "2018年"]
    assert page.pieces[1].bottom - page.pieces[1].top == pytest.approx(9, abs=0.1)
