from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from policyviewer.ui.dialogs.save_dialog import ask_where, fit_name

FORMATS = {"Word (*.docx)": ".docx", "PDF (*.pdf)": ".pdf"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("关于修路的通知", "关于修路的通知"),
        ('甲/乙\\丙:丁*"戊"<己>|?', "甲 乙 丙 丁 戊 己"),
        ("甲\n乙　丙", "甲 乙 丙"),
        ("路" * 50, "路" * 40),
        ("//", ""),
    ],
)
def test_names_fit_every_system(words: str, name: str):
    assert fit_name(words) == name


def test_the_ending_follows_the_format_and_the_file_is_handed_on(qtbot, tmp_path: Path):
    parent, chosen = QWidget(), []
    qtbot.addWidget(parent)
    ask_where(parent, "导出", "汇编.docx", FORMATS, chosen.append)
    dialog = parent.findChild(QFileDialog)
    assert dialog.defaultSuffix() == "docx"
    dialog.filterSelected.emit("PDF (*.pdf)")
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "汇编.pdf"))
    assert chosen == [tmp_path / "汇编.pdf"]
