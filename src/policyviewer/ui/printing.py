"""Asking for a printer; putting a page of rich text on paper or into a PDF file, on A4 with
numbered pages.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from policyviewer.domain.errors import StorageError, UserError
from policyviewer.ui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

_MARGINS = QMarginsF(4, 4, 4, 4)
"""Millimetres, besides the twenty that Qt leaves around a document."""
_POINTS = 12.0


def write_pdf(html: str, title: str, path: Path) -> None:
    """Write a page as a PDF file, whole or not at all; raises StorageError."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _refused(path)
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setResolution(600)
    _lay_out(writer)
    document_of(html).print_(writer)
    if not file.commit():
        raise _refused(path)


def ask_for_printer(
    make: Callable[[], QPrinter],
    parent: QWidget,
    chosen: Callable[[QPrinter], object],
    pages: int = 0,
) -> None:
    """Ask on which printer, and which of some pages; the machine's print service does the rest.

    Raises UserError where the machine has no printer.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo  # costs a start 10 ms

    if not QPrinterInfo.availablePrinterNames():
        raise UserError(tr("这台电脑没有安装打印机。"), tr("可以先存为 PDF，拿到别处打印。"))
    printer = make()
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
    if pages:
        dialog.setMinMax(1, pages)
    dialog.accepted.connect(lambda: chosen(printer))
    QDialog.open(dialog)  # the one of a dialog of printing wants a slot by name


def print_page(html: str, parent: QWidget) -> None:
    """Ask for a printer and print a page on it; raises UserError where there is none."""

    def make() -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        _lay_out(printer)
        return printer

    ask_for_printer(make, parent, lambda printer: document_of(html).print_(printer))


def document_of(html: str) -> QTextDocument:
    """Give a page as a document in the type of paper."""
    made = QTextDocument()
    font = QFont(made.defaultFont())
    font.setPointSizeF(_POINTS)
    made.setDefaultFont(font)
    made.setHtml(html)
    return made


def _lay_out(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)


def _refused(path: Path) -> StorageError:
    words = tr("不能写入“{path}”。").format(path=path)
    return StorageError(words, tr("请检查磁盘空间和文件夹的写入权限。"))
