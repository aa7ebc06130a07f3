from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter

from policyviewer.app.pdf_finishing import Bookmark, completed, finished, mended

CMAP = (
    "<0000> <FFFF>\n1 beginbfrange\n<0001> <0002> [<2F1D> <4E00> ]\n<0005> <0005> <2F1D>\nendcmap\n"
)


def same(sign: str) -> str:
    return sign


def blank(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_only_characters_are_mended_not_the_numbers_of_glyphs():
    told = mended(CMAP, lambda sign: "口" if sign == "⼝" else sign)
    assert told == CMAP.replace("<2F1D>", "<53E3>")


def test_a_character_beyond_the_first_plane_takes_two_codes():
    assert "<D842DFB7>" in mended(CMAP, lambda sign: "𠮷" if sign == "一" else sign)


def test_glyphs_of_which_nothing_is_told_are_the_rare_ones_in_their_order():
    told = completed(CMAP, 6, ["𠮷", "𠮟"])
    assert "<0003> <D842DFB7>\n<0004> <D842DF9F>\n" in told


def test_rare_ones_are_not_guessed_where_their_number_differs():
    assert completed(CMAP, 6, ["𠮷"]) == CMAP
    assert completed(CMAP, 6, []) == CMAP


def test_bookmarks_lie_within_each_other():
    marks = [Bookmark("第一章", 1, 100.0), Bookmark("第一节", 1, 200.0, 1), Bookmark("末", 2, 0.0)]
    outline = PdfReader(io.BytesIO(finished(blank(2), same, marks))).outline
    titles = [[one.title for one in two] if isinstance(two, list) else two.title for two in outline]
    assert titles == ["第一章", ["第一节"], "末"]


def test_a_bookmark_leads_to_its_place():
    reader = PdfReader(io.BytesIO(finished(blank(2), same, [Bookmark("末", 2, 42.0)])))
    (mark,) = reader.outline
    assert reader.get_destination_page_number(mark) == 1
    assert mark.top == 800
