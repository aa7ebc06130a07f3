from __future__ import annotations

import pytest

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.odt.importer import OdtImporter

KIND = "application/vnd.oasis.opendocument.text"


def test_it_takes_opendocument_texts_only(odt, zipped):
    assert OdtImporter().takes(odt("<text:p>通知</text:p>"))
    assert not OdtImporter().takes(zipped({"mimetype": "x", "content.xml": "<a/>"}))
    assert not OdtImporter().takes(b"PK\x03\x04")


def test_notes_stand_behind_the_text(read):
    note = "<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    body = f"<text:p>甲{note.format('一注')}</text:p><text:p>乙{note.format('二注')}</text:p>"
    assert read(body).text.split("\n") == ["甲①", "乙②", "注①：一注", "注②：二注"]


def test_headers_and_footers_may_hold_a_marking(read):
    margins = (
        "<office:master-styles><style:master-page><style:header><text:p>秘密</text:p>"
        "</style:header><style:footer><text:p>— <text:page-number>1</text:page-number> —"
        "</text:p></style:footer></style:master-page></office:master-styles>"
    )
    extract = read("<text:p>通知</text:p>", margins=margins)
    assert (extract.text, extract.markings) == ("通知", ("秘密", "— 1 —"))


def test_what_was_left_out_is_told(read):
    body = "<text:p>通知<draw:frame><draw:image/></draw:frame><text:change-start/></text:p>"
    assert [one.code for one in read(body).notices] == ["images", "revisions"]


def test_a_locked_file_is_refused(odt):
    data = odt("<text:p>通知</text:p>", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"})
    with pytest.raises(UnreadableDocumentError, match="密码"):
        OdtImporter().extract(data, "一.odt")


def test_a_file_without_a_body_is_refused(zipped):
    with pytest.raises(UnreadableDocumentError, match="没有正文"):
        OdtImporter().extract(zipped({"content.xml": "<a/>"}), "一.odt")


def test_deep_nesting_is_refused(odt, outcome):
    deep = "<text:section>" * 5_000 + "<text:p>通知</text:p>" + "</text:section>" * 5_000
    assert outcome(OdtImporter(), odt(deep)) == "refused"


def test_entities_are_refused(zipped, outcome):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>'
    assert outcome(OdtImporter(), zipped({"mimetype": KIND, "content.xml": bomb})) == "refused"


def test_cells_repeated_without_end_are_bounded(read):
    cell = '<table:table-cell table:number-columns-repeated="999999"><text:p>甲</text:p>'
    row = f"<table:table-row>{cell}</table:table-cell></table:table-row>"
    assert len(read(f"<table:table>{row}</table:table>").tables[0].cells) <= 200


def test_damaged_files_are_refused_or_read(odt, mutants, outcome):
    data = odt("<text:p>关于修路的通知</text:p>")
    for number in range(25):
        assert outcome(OdtImporter(), mutants.of(data, number)) in {"read", "refused"}
