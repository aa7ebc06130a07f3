"""What was recognised in a document, to be looked at and corrected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.domain.corrections import Corrections, HeadingCorrection, heading_correction
from policyviewer.domain.dates import iso
from policyviewer.domain.documents import Node, NodeClass, Outline
from policyviewer.domain.text import lines_of
from policyviewer.ui.models.level_names import CHOOSABLE, LEVEL_NAMES
from policyviewer.ui.models.outline_rows import outline_rows
from policyviewer.ui.models.rows import Role, RowModel
from policyviewer.ui.panes.parts import heading, soft, tree
from policyviewer.ui.translation import noop, tr

_NOT_A_HEADING = noop("正文（不是标题）")
_EXPANDED_BELOW = 300


class ReadingForm(QWidget):
    """Title, number, date and tree of a document; every change is told as Corrections."""

    corrected = Signal(object)
    """The Corrections after a change by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline: Outline | None = None
        self._corrections = Corrections()
        self._title = _field(tr("标题"))
        self._number = _field(tr("发文字号"), tr("没有"))
        self._written = _field(tr("成文日期"), tr("没有"))
        self._fields = self._title, self._number, self._written
        self._complaint = soft()
        self._complaint.setWordWrap(True)
        self._contents = heading("")
        self._model = RowModel(self)
        self._tree = tree(tr("识别出的目录"))
        self._tree.setModel(self._model)
        self._levels = QComboBox()
        self._levels.setAccessibleName(tr("所选标题的级别"))
        for level in CHOOSABLE:
            self._levels.addItem(LEVEL_NAMES[level], level)
        self._levels.addItem(tr(_NOT_A_HEADING), None)
        self._reset = QPushButton(tr("撤销更正"))
        self._reset.setToolTip(tr("恢复程序识别的结果"))
        self._build()
        self._connect()
        self._set_node(None)

    def show_reading(self, outline: Outline, corrections: Corrections) -> None:
        """Show what was recognised, these corrections being part of it already."""
        for field in self._fields:
            field.setModified(False)
        self._complaint.hide()
        self.show_read_anew(outline, corrections)

    def show_read_anew(self, outline: Outline, corrections: Corrections) -> None:
        """Show the same text read with corrections; what is being typed meanwhile stays."""
        self._outline, self._corrections = outline, corrections
        data = outline.metadata
        values = data.title, data.document_number or "", data.written or ""
        for field, value in zip(self._fields, values, strict=True):
            if field.text() != value and not field.isModified():
                field.setText(value)
                field.setCursorPosition(0)
        self._show_tree(outline)
        self._reset.setEnabled(not corrections.empty)

    def commit(self) -> bool:
        """Take what is still being typed as finished; False where it cannot be, which is told."""
        if self._outline is None:
            return True
        title = self._on_title()
        taken = [title, self._on_number(), self._on_written()]
        if not title:
            self._on_title()  # told last: the others may have hidden it
        return all(taken)

    @property
    def corrections(self) -> Corrections:
        """Give the corrections as they stand."""
        return self._corrections

    def _build(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(12, 12, 12, 4)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        for name, field in (
            (tr("标题"), self._title),
            (tr("发文字号"), self._number),
            (tr("成文日期"), self._written),
        ):
            form.addRow(name, field)
        form.addRow("", self._complaint)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(QLabel(tr("所选标题是")))
        foot.addWidget(self._levels)
        foot.addStretch(1)
        foot.addWidget(self._reset)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(form)
        whole.addWidget(self._contents)
        whole.addWidget(self._tree, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._title.editingFinished.connect(self._on_title)
        self._number.editingFinished.connect(self._on_number)
        self._written.editingFinished.connect(self._on_written)
        self._tree.selectionModel().currentChanged.connect(self._on_current)
        self._levels.activated.connect(self._on_level)
        self._reset.clicked.connect(self._on_reset)

    def _show_tree(self, outline: Outline) -> None:
        place = self._tree.currentIndex().data(Role.KEY)
        rows = outline_rows(outline)
        self._contents.setText(tr("识别出的目录") if rows else tr("识别出的目录：没有分条目"))
        self._model.set_rows(rows)
        if len(outline.nodes) < _EXPANDED_BELOW:
            self._tree.expandAll()
        index = self._model.index_of(place) if place else QModelIndex()
        if index.isValid():
            self._tree.setCurrentIndex(index)
        else:
            self._set_node(None)

    def _on_title(self) -> bool:
        words = self._title.text().strip()
        if not words:
            self._complain(tr("标题不能空着。"))
            return False
        self._title.setModified(False)
        if self._outline is not None and words != self._outline.metadata.title:
            self._change(replace(self._corrections, title=words))
        return True

    def _on_number(self) -> bool:
        words = self._number.text().strip()
        self._number.setModified(False)
        if self._outline is not None and words != (self._outline.metadata.document_number or ""):
            self._change(replace(self._corrections, document_number=words))
        return True

    def _on_written(self) -> bool:
        day = iso_day(self._written.text().strip())
        if day is None:
            self._complain(tr("日期请写成 2026-06-18 或 2026年6月18日。"))
            return False
        self._written.setModified(False)
        if self._outline is not None and day != (self._outline.metadata.written or ""):
            self._change(replace(self._corrections, written=day))
        else:
            self._complaint.hide()
        return True

    def _on_reset(self) -> None:
        for field in self._fields:
            field.setModified(False)
        self._complaint.hide()
        self._change(Corrections())

    def _on_current(self, index: QModelIndex) -> None:
        node = index.data(Role.VALUE) if index.isValid() else None
        self._set_node(node if isinstance(node, Node) else None)

    def _set_node(self, node: Node | None) -> None:
        changeable = node is not None and node.cls is not NodeClass.TABLE
        self._levels.setEnabled(changeable)
        place = self._levels.findData(node.cls) if node is not None else -1
        self._levels.setCurrentIndex(place)

    def _on_level(self, place: int) -> None:
        node = self._tree.currentIndex().data(Role.VALUE)
        if self._outline is None or not isinstance(node, Node):
            return
        level = self._levels.itemData(place)
        lines = lines_of(self._outline.text)
        one = heading_correction(lines, node.heading.start, level and NodeClass(level))
        self._change(replace(self._corrections, headings=_with(self._corrections.headings, one)))

    def _change(self, corrections: Corrections) -> None:
        self._complaint.hide()
        if corrections != self._corrections:
            self._corrections = corrections
            self._reset.setEnabled(not corrections.empty)
            self.corrected.emit(corrections)

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.show()


def iso_day(words: str) -> str | None:
    """Give a date that was typed as YYYY-MM-DD, nothing for nothing, None for what is no date."""
    if not words:
        return ""
    for mark in "年月/.":
        words = words.replace(mark, "-")
    parts = [part.strip() for part in words.rstrip("日 ").split("-")]
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or len(parts[0]) != 4:
        return None
    return iso(*parts)


def _with(
    headings: tuple[HeadingCorrection, ...], one: HeadingCorrection
) -> tuple[HeadingCorrection, ...]:
    kept = [
        other for other in headings if (other.line, other.occurrence) != (one.line, one.occurrence)
    ]
    return (*kept, one)


def _field(name: str, placeholder: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field
