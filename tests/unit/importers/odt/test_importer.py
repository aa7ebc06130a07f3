from __future__ import annotations

import io
import zipfile

import pytest

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers import registry
from policyviewer.importers.odt.importer import OdtImporter

NOTE = "<text:note><text:note-body><text:p>注文{}</text:p></text:note-body></text:note>"
STORY = f"<text:p>通知{NOTE.format(NOTE.format(''))}</text:p><text:p>正文</text:p>"
MARGINS = (
    "<style:master-page><style:header><text:p>机密<text:span>★1年</text:span></text:p>"
    "</style:header><style:footer><text:p>— <text:page-number>1</text:page-number> —</text:p>"
    "</style:footer></style:master-page>"
)


def test_all_parts_come_together(read):
    extract = read(STORY, styles=MARGINS)
    assert extract.text == "通知①\n正文\n注①：注文②\n注②：注文"
    assert extract.markings == ("机密★1年", "— 1 —")


def test_a_file_is_read_through_the_registry(odt, tmp_path):
    file = tmp_path / "通知.txt"
    file.write_bytes(odt(STORY))
    assert registry.read(file).format == "odt"


def test_only_texts_are_taken(odt, typed, zipped):
    importer = OdtImporter()
    assert importer.takes(odt(STORY))
    assert not importer.takes(typed({"content.xml": "<a/>"}, "spreadsheet"))
    assert not importer.takes(typed({"styles.xml": "<a/>"}))
    assert not importer.takes(zipped({"content.xml": "<a/>"}))
    assert not importer.takes(b"application/vnd.oasis.opendocument.text content.xml")


def test_what_was_left_out_is_told(read):
    comment = "<office:annotation><text:p>批</text:p></office:annotation>"
    picture = "<draw:frame><draw:image/></draw:frame>"
    extract = read(f"<text:p>文{comment}{picture}<text:change/></text:p>")
    assert extract.text == "文"
    told = {notice.code: notice.message for notice in extract.notices}
    assert [*told] == ["images", "revisions", "comments"]
    assert all("1 " in message for message in told.values())


def test_a_locked_document_is_told(odt):
    data = odt(STORY, **{"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(UnreadableDocumentError, match="密码") as caught:
        OdtImporter().extract(data, "通知.odt")
    assert "去掉密码" in caught.value.hint


@pytest.mark.parametrize("content", ["<a/>", None])
def test_a_package_without_a_body_is_refused(zipped, content):
    parts = {"content.xml": content} if content else {"styles.xml": "<a/>"}
    with pytest.raises(UnreadableDocumentError, match="没有正文") as caught:
        OdtImporter().extract(zipped(parts), "通知.odt")
    assert caught.value.hint


def test_the_styles_may_be_missing(zipped, odt):
    with zipfile.ZipFile(io.BytesIO(odt(STORY))) as whole:
        content = whole.read("content.xml")
    assert OdtImporter().extract(zipped({"content.xml": content}), "a").text.startswith("通知①")


def test_a_cut_document_is_refused(odt):
    data = odt(STORY)
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        OdtImporter().extract(data[: len(data) // 2], "断.odt")


def test_the_given_document_is_read(given):
    """LibreOffice lost the numbers of its third level when it wrote the file."""
    extract = OdtImporter().extract(given("a.odt"), "a.odt")
    lines = extract.text.split("\n")
    assert {"（一）基本原则", "第三条　虚报冒领的，依法处理。", "坚持公开透明，接受社会监督。"} <= {
        *lines
    }
    assert "附件：1. 申报表（内容控件中的段落）" in lines
    assert lines[-1] == "注①：2018年12月29日第二次修正。"
    assert lines[0] == extract.markings[0] == "青山县人民政府文件"
    assert [len(table.cells) for table in extract.tables] == [10]
