from __future__ import annotations

from pathlib import Path

import pytest
from pdf_probe import probed
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.paper.job import PrintWish, laid_out
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.printer import official, print_on


@pytest.fixture
def made(qtbot: QtBot, seed: Outline) -> Print:
    return laid_out(PrintWish(seed, "来源：测试"), JobContext())


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    """Give a printer whose paper can be measured."""
    printer = official("测试")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    return printer


def test_paper_is_as_the_standard_says(made: Print, printer: QPrinter):
    assert print_on(made, printer) == 10
    paper = probed(Path(printer.outputFileName()).read_bytes())
    assert paper.margins == pytest.approx((37, 35, 28, 26), abs=1)
    assert (paper.lines_of_a_page, paper.characters_of_a_line) == (22, 28)


def test_only_the_chosen_pages_are_printed(made: Print, printer: QPrinter):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_on(made, printer)
    first, second = probed(Path(printer.outputFileName()).read_bytes()).pages
    assert first.number is not None
    assert (first.number.text, second.number and second.number.text) == ("—2—", "—3—")


def test_pages_that_are_not_there_are_told(made: Print, printer: QPrinter):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(50, 60)
    with pytest.raises(UserError, match="页码"):
        print_on(made, printer)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(made: Print, printer: QPrinter, tmp_path: Path):
    printer.setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
    with pytest.raises(UserError, match="没有响应"):
        print_on(made, printer)
