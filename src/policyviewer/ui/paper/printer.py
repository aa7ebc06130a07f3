"""Pages on a printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageSize, QPainter

from policyviewer.domain.errors import UserError
from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.measures import POINT
from policyviewer.ui.paper.page_painter import PagePainter
from policyviewer.ui.paper.paging import Page
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.typesetter import Typesetter
from policyviewer.ui.translation import tr

if TYPE_CHECKING:  # it is loaded when somebody prints
    from PySide6.QtPrintSupport import QPrinter

_DOTS = 72 * POINT
"""Units of an inch."""


def official(title: str) -> QPrinter:
    """Give a printer that prints on A4 as far as the edges, on both sides where it can."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setDocName(title)
    printer.setCreator("PolicyViewer")
    return printer


def wanted_pages(made: Print, printer: QPrinter) -> list[Page]:
    """Give the pages that were chosen, in the order in which they are printed."""
    from PySide6.QtPrintSupport import QPrinter

    pages = list(made.pages)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = pages[printer.fromPage() - 1 : printer.toPage()]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


def print_on(
    made: Print, printer: QPrinter, step: Callable[[int], None] = lambda _done: None
) -> int:
    """Print what was chosen and give the number of pages; ``step`` hears of each, and may raise.

    Raises UserError when there are no such pages, or the printer does not take them.
    """
    pages = wanted_pages(made, printer)
    if not pages:
        hint = tr("请在第 1 页到第 {count} 页之间选。").format(count=len(made.pages))
        raise UserError(tr("选择的页码不在这份文件里。"), hint)
    painter = QPainter()
    if not painter.begin(printer):
        hint = tr("请检查打印机是否接通、是否缺纸，或换一台打印机。")
        raise UserError(tr("打印机没有响应。"), hint)
    page_painter = PagePainter(Typesetter(PrintFaces()), made.notes)
    try:
        for done, page in enumerate(pages, start=1):
            step(done)
            if done > 1 and not printer.newPage():
                broken = tr("打印到第 {page} 页时中断了。").format(page=done - 1)
                raise UserError(broken, tr("请检查打印机后再打印其余各页。"))
            painter.save()
            painter.scale(printer.logicalDpiX() / _DOTS, printer.logicalDpiY() / _DOTS)
            page_painter.paint(painter, page)
            painter.restore()
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)
