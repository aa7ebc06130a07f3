from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from policyviewer.domain.errors import StorageError, UserError
from policyviewer.importers.pages.radicals import without_radicals
from policyviewer.ui.printing import ask_for_printer, document_of, write_pdf

PAGE = "<h2>青山县道路条例</h2>" + "".join(
    f"<p>第{number}条　乡镇人民政府负责养护。</p>" for number in range(1, 121)
)


def test_a_page_becomes_a_pdf_of_a4_with_its_words(qapp, tmp_path: Path):
    path = tmp_path / "条例.pdf"
    write_pdf(PAGE, "条例", path)
    with pypdfium2.PdfDocument(path) as made:
        sizes = {tuple(round(side) for side in page.get_size()) for page in made}
        first = made[0].get_textpage().get_text_range()
        count = len(made)
    assert sizes == {(595, 842)}
    assert count > 2
    assert "乡镇人民政府负责养护" in without_radicals("".join(first.split()))


def test_a_place_that_takes_no_file_is_told(qapp, tmp_path: Path):
    with pytest.raises(StorageError, match="不能写入"):
        write_pdf(PAGE, "条例", tmp_path / "没有" / "条例.pdf")


def test_the_type_is_that_of_paper(qapp):
    assert document_of(PAGE).defaultFont().pointSizeF() == 12


def test_without_a_printer_a_pdf_is_advised_and_nothing_is_made(qtbot, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    made: list[object] = []
    with pytest.raises(UserError, match="没有安装打印机") as refused:
        ask_for_printer(lambda: made.append(1), QWidget(), made.append)
    assert "PDF" in refused.value.hint
    assert made == []


def test_what_is_chosen_is_printed_on(qtbot, monkeypatch, tmp_path: Path):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["一号"])
    window, chosen = QWidget(), []
    qtbot.addWidget(window)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    ask_for_printer(lambda: printer, window, chosen.append, pages=7)
    dialog = window.findChild(QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 7)
    dialog.accepted.emit(printer)
    assert chosen == [printer]
    dialog.close()
