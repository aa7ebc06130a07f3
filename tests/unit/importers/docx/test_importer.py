from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.cost import assert_in_proportion

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers import registry
from policyviewer.importers.docx.importer import DocxImporter, extracted

LISTS = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
TITLED = """
<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style>
"""


def p(words, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


BODY = (
    p("青山县人民政府关于修路的通知")
    + p("总体要求", '<w:pStyle w:val="1"/>')
    + f"<w:tbl><w:tr><w:tc>{p('项目')}</w:tc><w:tc>{p('万元')}</w:tc></w:tr></w:tbl>"
    + "<w:p><w:r><w:t>修路</w:t><w:footnoteReference w:id='1'/></w:r></w:p>"
)


@pytest.fixture(scope="module")
def sample(docx):
    return docx(
        BODY,
        numbering=LISTS,
        styles=TITLED,
        footnotes=f"<w:footnote w:id='1'>{p('注文')}</w:footnote>",
        header1=p("机密★1年"),
        header2="<w:p><w:r><w:pict><v:textpath string='内部资料'/></w:pict></w:r></w:p>",
        footer1=p("— 1 —"),
    )


def test_all_parts_come_together(sample):
    extract = extracted(sample, "通知.docx")
    assert extract.text.split("\n") == [
        "青山县人民政府关于修路的通知",
        "一、总体要求",
        "项目\t万元",
        "修路①",
        "注①：注文",
    ]
    assert extract.markings == ("机密★1年", "内部资料", "— 1 —")


def test_a_file_is_read_through_the_registry(sample, tmp_path):
    file = tmp_path / "通知.wps"
    file.write_bytes(sample)
    found = registry.read(file)
    assert (found.format, found.data) == ("docx", sample)
    assert len(found.tables) == 1
    assert found.markings[0] == "机密★1年"


def test_what_is_a_word_document_is_told_by_its_content(sample, zipped):
    importer = DocxImporter()
    assert importer.takes(sample)
    assert importer.takes(sample[: len(sample) // 2])
    assert not importer.takes(zipped({"xl/workbook.xml": "<a/>"}))
    assert not importer.takes(zipped({"附件.docx": sample}))
    assert not importer.takes(b"word/document.xml")


def test_the_main_part_is_where_the_package_says(zipped):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = zipped(
        {
            "_rels/.rels": f'<R><x Type="{kind}/officeDocument" Target="/w/main.xml"/></R>',
            "w/main.xml": f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>严格</w:t></w:r>'
            "</w:p></w:body></w:document>",
            "w/_rels/main.xml.rels": f'<R><x Type="{kind}/header" Target="../h.xml"/>'
            f'<x Type="{kind}/header" Target="http://example.com/" TargetMode="External"/></R>',
            "h.xml": f'<w:hdr xmlns:w="{word}"><w:p><w:r><w:t>眉</w:t></w:r></w:p></w:hdr>',
        }
    )
    extract = extracted(data, "a.docx")
    assert (extract.text, extract.markings) == ("严格", ("眉",))


@pytest.mark.parametrize("content", ["<a/>", None])
def test_a_package_without_a_body_is_refused(zipped, content):
    parts = {"word/document.xml": content} if content else {"word/styles.xml": "<a/>"}
    with pytest.raises(UnreadableDocumentError, match="没有正文") as caught:
        extracted(zipped(parts), "通知.docx")
    assert caught.value.hint


def test_a_cut_document_is_refused_with_its_reason(sample, tmp_path):
    file = tmp_path / "断.docx"
    file.write_bytes(sample[: len(sample) // 2])
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        registry.read(file)


@pytest.mark.parametrize(
    ("much", "body"),
    [
        (20_000, lambda n: "<w:p/>" * n),
        (4_000, lambda n: f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * n}</w:tbl>"),
        (15_000, lambda n: f"<w:p>{'<w:r><w:t>字</w:t></w:r>' * n}</w:p>"),
    ],
)
def test_much_of_one_thing_takes_time_in_proportion(docx, much: int, body: Callable[[int], str]):
    assert_in_proportion(lambda data: extracted(data, "多.docx"), lambda n: docx(body(n)), much)


@pytest.mark.parametrize("name", ["a.docx", "b.docx"])
def test_the_given_documents_are_read(given, name):
    extract = extracted(given(name), name)
    lines = extract.text.split("\n")
    assert "（一）基本原则" in lines
    assert "第三条　虚报冒领的，依法处理。" in lines
    assert lines[-1] == "注①：2018年12月29日第二次修正。"
    assert lines[0] == extract.markings[0]
    assert [len(table.cells) for table in extract.tables] == [10]
