from __future__ import annotations

import mutants
import pytest
from pdf_writer import PdfWriter, put_together, stream
from tests.cost import assert_in_proportion

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers import pdf, registry, scanned
from policyviewer.importers.pdf import PdfImporter, numbers

_SEED = 20260305


def read(writer):
    return PdfImporter().extract(writer.data(), "甲.pdf")


@pytest.fixture
def no_recognition(monkeypatch):
    monkeypatch.setattr(scanned, "can_recognise", lambda: False)


def test_a_document_is_read(tmp_path):
    writer = PdfWriter()
    writer.page().lines(72, 100, ["第一条 修路。", "第二条 造林。"]).text(280, 780, "— 1 —")
    (tmp_path / "甲.pdf").write_bytes(writer.data())
    document = registry.read(tmp_path / "甲.pdf")
    assert (document.format, document.text) == ("pdf", "第一条 修路。\n第二条 造林。")
    assert document.markings == ("— 1 —",)


def test_a_table_is_read():
    writer = PdfWriter()
    page = writer.page().grid([72, 200, 400], [100, 140, 180])
    for left, top, words in (
        (80, 110, "项目"),
        (210, 110, "标准"),
        (80, 150, "农田"),
        (210, 150, "三千"),
    ):
        page.text(left, top, words)
    extract = read(writer)
    assert extract.text == "项目\t标准\n农田\t三千"
    assert len(extract.tables) == 1


def test_the_mark_may_stand_some_bytes_from_the_start():
    importer = PdfImporter()
    assert importer.takes(b"\xef\xbb\xbf\r\n%PDF-1.4")
    assert not importer.takes(b"PDF-1.4")
    assert not importer.takes(bytes(2000) + b"%PDF-1.4")


def test_a_scan_is_told_where_nothing_recognises_it(no_recognition):
    writer = PdfWriter()
    writer.page().picture(0, 0, 595, 842)
    writer.page()
    with pytest.raises(UnreadableDocumentError, match="是扫描件") as caught:
        read(writer)
    assert "policyviewer[ocr]" in caught.value.hint


def test_scanned_pages_among_others_are_named(no_recognition):
    writer = PdfWriter()
    writer.page().text(72, 100, "关于修路的通知").picture(300, 300, 50, 50)
    for _ in range(2):
        writer.page().picture(0, 0, 595, 842)
    extract = read(writer)
    assert extract.text == "关于修路的通知"
    assert [(one.code, one.message) for one in extract.notices] == [
        ("scanned-pages", "第 2、3 页是扫描的图片，没有文字，未能读入。")
    ]


def test_scanned_pages_are_recognised_where_that_is_installed(monkeypatch):
    seen = []

    def recognised(picture, page):
        seen.append((picture.shape, page.number))
        return page

    monkeypatch.setattr(scanned, "can_recognise", lambda: True)
    monkeypatch.setattr(scanned, "recognised", recognised)
    writer = PdfWriter()
    writer.page(size=(72.0, 144.0)).picture(0, 0, 72, 144)
    writer.page().text(72, 100, "关于修路的通知")
    extract = read(writer)
    assert seen == [((400, 200, 3), 1)]
    assert "第 1 页是扫描的图片，文字由识别得来" in extract.notices[0].message


def test_words_of_fonts_that_do_not_tell_their_characters_are_refused():
    writer = PdfWriter(mapped=False)
    writer.page().text(72, 100, "青山县人民政府文件")
    with pytest.raises(UnreadableDocumentError, match="乱码") as caught:
        read(writer)
    assert ".docx" in caught.value.hint


def test_a_page_that_cannot_be_read_is_named():
    data = PdfWriter()
    data.page().text(72, 100, "关于修路的通知")
    broken = data.data().replace(b"/Count 1/Kids[6 0 R]", b"/Count 2/Kids[6 0 R 1 0 R]")
    extract = PdfImporter().extract(broken, "甲.pdf")
    assert extract.text == "关于修路的通知"
    assert "第 2 页" in extract.notices[0].message


def test_a_file_of_far_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    writer = PdfWriter()
    for _ in range(3):
        writer.page().text(72, 100, "一页")
    with pytest.raises(UnreadableDocumentError, match="有 3 页"):
        read(writer)


def test_a_locked_file_is_told():
    lock = "<</Filter/Standard/V 1/R 2/P -4/O<{0}>/U<{0}>>>".format("00" * 32)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>", lock.encode()]
    data = put_together(objects).replace(b"/Root", b"/Encrypt 3 0 R/ID[<00><00>]/Root")
    with pytest.raises(UnreadableDocumentError, match="有密码") as caught:
        PdfImporter().extract(data, "甲.pdf")
    assert "去掉密码" in caught.value.hint
    with pytest.raises(UnreadableDocumentError, match="不是完好的"):
        PdfImporter().extract(PdfWriter().data(), "乙.pdf")  # not taken for locked as well


def test_long_lists_of_pages_are_cut_short():
    assert numbers([2, 3]) == "2、3"
    assert numbers([*range(1, 30)]).endswith("、20 等 29")


def bundle():
    """Give a file of two pages with words, a table and a picture."""
    writer = PdfWriter()
    writer.page().lines(72, 100, ["关于修路的通知", "第一条 修路。"]).text(280, 780, "— 1 —")
    writer.page().grid([72, 200, 400], [100, 140, 180]).text(80, 110, "项目").picture(
        72, 300, 90, 90
    )
    return writer.data()


@pytest.mark.parametrize(
    "count", [mutants.IN_THE_SUITE, pytest.param(mutants.IN_A_DRILL, marks=pytest.mark.slow)]
)
def test_damaged_files_are_read_or_refused(no_recognition, count: int):
    sound = bundle()
    found = mutants.outcomes(PdfImporter(), sound, mutants.mutants(sound, _SEED, count))
    assert set(found) == {"read", "refused"}


@pytest.mark.parametrize(
    "tree",
    [
        [b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>"],
        [b"<</Type/Pages/Count 5/Kids[3 0 R]>>", b"<</Type/Pages/Count 5/Kids[2 0 R]>>"],
        [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % at for at in range(3, 3000)],
    ],
    ids=["of itself", "of each other", "deep"],
)
def test_a_tree_that_leads_to_no_page_is_refused(tree: list[bytes]):
    with pytest.raises(UnreadableDocumentError, match="每一页都已损坏"):
        PdfImporter().extract(put_together([b"<</Type/Catalog/Pages 2 0 R>>", *tree]), "甲")


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
WORDS = b"BT /F 5 Tf 10 10 Td (ab) Tj ET"
BOX = b"0 0 595 842"


def strange(box: bytes, content: bytes, times: int = 1) -> bytes:
    pages = b"<</Type/Pages/Count %d/Kids[%b]>>" % (times, b"3 0 R " * times)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return put_together(
        [b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE % box, stream(content), font]
    )


@pytest.mark.parametrize(
    ("box", "content"),
    [
        (b"0 0 0 0", WORDS),
        (b"500 500 0 0", WORDS),
        (b"0 0 1e30 1e30", WORDS),
        (b"nan nan nan nan", WORDS),
        (BOX, b"BT /F nan Tf 1e999 -1e999 Td (ab) Tj ET 0 0 m 1e38 0 l S"),
        (BOX, b"BT /F 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (ab cd) Tj ET"),
    ],
)
def test_strange_pages_are_read(box: bytes, content: bytes):
    assert mutants.outcome(PdfImporter(), strange(box, content)) == "read"


@pytest.mark.parametrize(
    ("often", "before", "sign", "after"),
    [
        (100_000, b"", b"q ", b""),
        (100_000, b"", b"[", b""),
        (25_000, b"", b"1 1 m 100 1 l S ", b""),
        (5_000, b"BT /F 1 Tf 10 10 Td ", b"(ab cd ef ) Tj ", b"ET"),
    ],
)
def test_much_on_a_page_takes_time_in_proportion(
    often: int, before: bytes, sign: bytes, after: bytes
):
    found: set[str] = set()
    assert_in_proportion(
        lambda data: found.add(mutants.outcome(PdfImporter(), data)),
        lambda times: strange(BOX, before + sign * times + after),
        often,
    )
    assert found == {"read"}


def test_far_too_much_on_the_pages_is_refused(monkeypatch):
    monkeypatch.setattr("policyviewer.importers.pdf_pages._MOST_IN_ALL", 50)
    with pytest.raises(UnreadableDocumentError, match="多得不像一份文件"):
        PdfImporter().extract(strange(BOX, WORDS, times=30), "甲")
