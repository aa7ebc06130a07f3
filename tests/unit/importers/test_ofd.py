from __future__ import annotations

import io
import zipfile

import pytest
from ofd_writer import SIZE, package, page

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.ofd import OfdImporter


def read(data: bytes):
    return OfdImporter().extract(data, "一.ofd")


FULL = "为规范补助资金的管理和使用，根据国家和省的有关规定，结合"


def test_it_takes_ofd_only():
    assert OfdImporter().takes(package([page([])]))
    assert not OfdImporter().takes(b"PK\x03\x04")


def test_lines_become_paragraphs():
    indent = 28 + 2 * SIZE
    lines = [
        (indent, 40, FULL[:-2]),
        (28, 50, "本县实际，制定本办法。"),
        (indent, 60, FULL[:-2]),
        (28, 70, "各乡镇实际执行。"),
    ]
    assert read(package([page(lines)])).text.split("\n") == [
        f"{FULL[:-2]}本县实际，制定本办法。",
        f"{FULL[:-2]}各乡镇实际执行。",
    ]


def test_what_a_template_draws_on_every_page_is_told_once():
    template = page([(60, 20, "青山县人民政府文件")])
    pages = [page([(28, 60, f"第{n}页的话。")], template=True) for n in (1, 2)]
    assert read(package(pages, template)).text.split("\n") == [
        "青山县人民政府文件",
        "第1页的话。",
        "第2页的话。",
    ]


@pytest.mark.parametrize(
    "attributes",
    [
        'Boundary="1e308 1e308 1e308 1e308"',
        'Boundary="28 40 1 1" CTM="1e200 0 0 1e200 1e308 1e308"',
        'Boundary="28 40 1 1" CTM="1e300 1e300 1e300 1e300 0 0"',
    ],
)
def test_words_beyond_all_pages_are_left_out_which_is_told(attributes: str):
    outside = page([(28, 50, "外面")]).replace('Boundary="28 50 160 10"', attributes)
    extract = read(package([page([(28, 40, "一页的话。")]), outside]))
    assert extract.text == "一页的话。"
    assert "第 2 页有文字不在页面上" in "".join(one.message for one in extract.notices)


@pytest.mark.parametrize("steps", ["nan", "g 9999999999 inf", "g 3 1e308", "g x y", "-1e30"])
def test_strange_steps_between_characters_do_not_matter(steps: str):
    words = page([(28, 40, "一页的话。")]).replace(f"g 4 {SIZE}", steps)
    assert read(package([words])).text == "一页的话。"


def test_a_strange_page_size_does_not_matter():
    words = page([(28, 40, "一页的话。")])
    area = "<ofd:Area><ofd:PhysicalBox>0 0 1e308 -7</ofd:PhysicalBox></ofd:Area><ofd:Content>"
    assert read(package([words.replace("<ofd:Content>", area)])).text == "一页的话。"


def test_too_many_words_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("policyviewer.importers.ofd.MOST_OBJECTS", 50)
    assert read(package([page([(28, 40, "话")] * 25)] * 2)).text
    with pytest.raises(UnreadableDocumentError, match="太多"):
        read(package([page([(28, 40, "话")] * 26)] * 2))


def test_ruled_words_are_a_table():
    across = [f"28 {y} 120 0.2" for y in (40, 50, 60)]
    upright = [f"{x} 40 0.2 20" for x in (28, 88, 148)]
    words = [(30, 42, "序号"), (90, 42, "名称"), (30, 52, "1"), (90, 52, "石桥")]
    extract = read(package([page(words, across + upright)]))
    (table,) = extract.tables
    assert [cell.span.of(extract.text) for cell in table.cells] == ["序号", "名称", "1", "石桥"]


def test_a_missing_page_is_told():
    extract = read(package([page([(28, 40, "一页的话。")])], missing=True))
    assert "ofd-warning" in [one.code for one in extract.notices]


def test_a_damaged_page_is_told_and_the_others_are_read():
    extract = read(package([page([(28, 40, "一页的话。")]), "<ofd:Page"]))
    assert extract.text == "一页的话。"
    assert {"unreadable-part", "scanned-pages"} <= {one.code for one in extract.notices}


def test_entities_are_refused():
    bomb = f'<!DOCTYPE a [<!ENTITY b "c">]>{page([(28, 40, "话。")])}'
    extract = read(package([page([(28, 40, "一页的话。")]), bomb]))
    assert "unreadable-part" in [one.code for one in extract.notices]


def test_a_file_of_pictures_alone_is_refused():
    with pytest.raises(UnreadableDocumentError, match="没有文字"):
        read(package([page([])]))


def test_a_broken_package_is_refused():
    whole = package([page([(28, 40, "话。")])])
    with pytest.raises(UnreadableDocumentError):
        read(whole[:150])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("OFD.xml", "<x/>")
    with pytest.raises(UnreadableDocumentError, match="不是完好的 OFD"):
        read(stream.getvalue())
