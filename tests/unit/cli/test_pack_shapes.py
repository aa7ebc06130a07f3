from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from policyviewer.app.packs.publishers import Publisher
from policyviewer.app.packs.service import Preview
from policyviewer.cli import pack_shapes
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.packs import Change, ChangeKind, PackHead

HEAD = PackHead("laws", "法规库", "司法局", 2, "2026-01-01", 5, 5, 6)
CHANGE = Change(ChangeKind.REVISED, DocumentId("a"), "民法典", "主席令第四十五号")
PREVIEW = Preview(
    path=Path("a.pvpack"),
    publisher=Publisher(b"root", "司法局"),
    head=HEAD,
    expires="2027-01-01",
    base=0,
    documents=9,
    before=None,
    changes=(CHANGE,),
    noted=(),
)


def test_a_first_pack_names_no_document():
    lines = list(pack_shapes.preview_lines(PREVIEW))
    assert lines[0] == "《法规库》第 2 版，9 份文件，资料截至 2026-01-01"
    assert lines[-1] == "还没有安装过；修订 1 份"
    assert pack_shapes.preview(PREVIEW)["base"] is None


def test_an_update_names_what_changes_and_what_has_notes():
    one = replace(PREVIEW, base=1, before=replace(HEAD, version=1), noted=(CHANGE,))
    lines = list(pack_shapes.preview_lines(one))
    assert "  修订  《民法典》（主席令第四十五号）" in lines
    assert lines[-1].startswith("其中 1 份有您的批注")
    assert pack_shapes.preview(one)["noted"] == ["a"]
