"""Putting a page of rich text on paper or into a PDF file, on A4 with numbered pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from policyviewer.domain.errors import StorageError
from policyviewer.ui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

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


def print_page(html: str, parent: QWidget) -> None:
    """Ask for a printer and print; the machine's print service does the rest."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # costs a start 10 ms

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _lay_out(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: document_of(html).print_(printer))
    QDialog.open(dialog)  # the one of a dialog of printing wants a slot by name


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
