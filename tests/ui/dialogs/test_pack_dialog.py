from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QMessageBox, QPushButton

from policyviewer.app.packs.publishers import Publisher
from policyviewer.app.packs.service import Preview
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.packs import Change, ChangeKind, PackHead
from policyviewer.ui.dialogs import pack_dialog
from policyviewer.ui.dialogs.pack_dialog import PackDialog, facts, rows, trust_box

HEAD = PackHead("laws", "法规库", "司法厅", 4, "2026-11-01", 5, 5, 6)
CODE = Change(ChangeKind.REVISED, DocumentId("a"), "民法典", "主席令第四十五号")
WATER = Change(ChangeKind.REPEALED, DocumentId("b"), "水源保护办法", "")
PREVIEW = Preview(
    path=Path("法规.pvpack"),
    publisher=Publisher(b"root", "司法厅"),
    head=HEAD,
    expires="2027-11-01",
    base=3,
    documents=3474,
    before=replace(HEAD, version=3),
    changes=(CODE, WATER),
    noted=(WATER,),
)


def test_who_signed_and_what_changes_is_shown_before_anything_is_done(qtbot):
    dialog = PackDialog(PREVIEW)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    wanted: list[Path] = []
    dialog.install_wanted.connect(wanted.append)
    words = "".join(label.text() for label in dialog.findChildren(QLabel))
    assert "《法规库》第 4 版，3474 份文件，资料截至 2026-11-01" in words
    assert "发布者：司法厅" in words
    assert dialog.findChild(QListWidget).count() == 2
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "安装").click()
    assert wanted == [Path("法规.pvpack")]


def test_what_has_notes_comes_first():
    assert rows(PREVIEW) == [
        "废止  《水源保护办法》  ·  有您的批注",
        "修订  《民法典》（主席令第四十五号）",
    ]
    told = facts(PREVIEW)
    assert told[1:] == [
        "现在装的是第 3 版。",
        "修订 1 份，废止 1 份",
        "其中 1 份有您的批注，安装后会逐条核对批注的位置。",
    ]


def test_what_the_user_imported_is_told_to_stay_as_it_is():
    mine = replace(PREVIEW, own=(CODE,))
    assert rows(mine)[0] == "修订  《民法典》（主席令第四十五号）  ·  您导入过"
    assert facts(mine)[-1].startswith("其中 1 份您自己导入过，仍显示您导入的")


def test_a_first_installation_lists_some_of_its_documents(monkeypatch):
    monkeypatch.setattr(pack_dialog, "MOST_ROWS", 1)
    first = replace(PREVIEW, before=None, noted=())
    assert rows(first)[1:] == ["……还有 1 份"]
    assert len(facts(first)) == 2


def test_who_is_not_known_is_trusted_only_on_purpose(qtbot, qapp):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    box = trust_box(PREVIEW.publisher, parent, warned=True)
    assert "同名" in box.informativeText()
    assert box.buttonRole(box.defaultButton()) is QMessageBox.ButtonRole.RejectRole
    shown = "".join(box.informativeText().split())
    assert PREVIEW.publisher.fingerprint.upper() in shown
    assert "同名" not in trust_box(PREVIEW.publisher, parent, warned=False).informativeText()
