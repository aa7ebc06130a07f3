"""What is known of the document on the page, and what looks damaged in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import Document, Finding
from policyviewer.domain.lifetimes import Lifetime
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.annotation_rows import day
from policyviewer.ui.models.rows import Row, RowModel
from policyviewer.ui.panes.lifeline import Lifeline
from policyviewer.ui.panes.parts import column, empty_state, heading, tree
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import tr

_AROUND = 6


class PropertiesPane(QWidget):
    """Title, issuers, number, dates, source; below, the findings."""

    place_chosen = Signal(object)
    """The TextRange of a finding."""
    correction_wanted = Signal()
    former_wanted = Signal()
    """The document shall be compared with its former edition."""
    document_chosen = Signal(str)
    """A document that amended or repealed the one that is shown."""

    def __init__(self, parent: QWidget | None = None, today: Callable[[], str] = iso_today) -> None:
        super().__init__(parent)
        self._model = RowModel(self)
        self._empty = empty_state(tr("打开一份文件，这里显示它的标题、机关、文号和日期。"))
        self._form = QFormLayout()
        self._form.setContentsMargins(12, 12, 12, 12)
        self._form.setVerticalSpacing(10)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._correct = QPushButton(tr("更正识别结果…"))
        self._correct.setProperty("role", "link")
        self._correct.clicked.connect(self.correction_wanted)
        self._life = Lifeline(today=today)
        self._life.document_chosen.connect(self.document_chosen)
        self._former = QPushButton(tr("与上一版对照"))
        self._former.setProperty("role", "link")
        self._former.clicked.connect(self.former_wanted)
        self._damage = heading(tr("疑似缺损"))
        self._tree = tree(tr("疑似缺损"))
        self._tree.setModel(self._model)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(4)
        self._build()
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self.clear()

    def show_document(self, document: Document) -> None:
        """Show a document's properties."""
        self.clear()
        self._empty.hide()
        for name, value in properties_of(document):
            label = QLabel(value)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            caption = QLabel(name)
            caption.setProperty("role", "soft")
            self._form.addRow(caption, label)
        self._correct.show()
        self._former.setVisible(document.version > 1)
        text = document.outline.text
        rows = [_finding_row(one, text) for one in document.outline.findings]
        self._model.set_rows(rows)
        self._damage.setText(tr("疑似缺损 {count} 处").format(count=len(rows)))
        self._damage.setVisible(bool(rows))
        self._tree.setVisible(bool(rows))

    def show_life(self, life: Lifetime) -> None:
        """Show when the document came into force, was amended, repealed, or lapses."""
        self._life.show_life(life)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._life.set_theme(theme)

    def clear(self) -> None:
        """Show that no document is open."""
        self._life.show_life(Lifetime())
        while self._form.rowCount():
            self._form.removeRow(0)
        self._model.set_rows([])
        self._correct.hide()
        self._former.hide()
        self._damage.hide()
        self._tree.hide()
        self._empty.show()

    def _build(self) -> None:
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._life)
        inside.addLayout(self._form)
        inside.addWidget(self._former, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._correct, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch()
        area = QScrollArea()
        area.setAccessibleName(tr("文件属性"))
        area.setWidgetResizable(True)
        area.setWidget(inner)
        layout = column(self)
        layout.addWidget(self._empty)
        layout.addWidget(area, 1)
        layout.addWidget(self._damage)
        layout.addWidget(self._tree, 1)

    def _on_chosen(self, index: QModelIndex) -> None:
        span = self._model.row_at(index).value
        if isinstance(span, TextRange):
            self.place_chosen.emit(span)


def properties_of(document: Document) -> list[tuple[str, str]]:
    """Give what is known of a document, as names and values."""
    data = document.outline.metadata
    known = (
        (tr("标题"), data.title),
        (tr("发文机关"), "、".join(data.issuers)),
        (tr("发文字号"), data.document_number or ""),
        (tr("文种"), data.kind_as_printed or data.kind or ""),
        (tr("密级"), data.secrecy or ""),
        (tr("紧急程度"), data.urgency or ""),
        (tr("签发人"), data.signer or ""),
        (tr("成文日期"), chinese_date(data.written)),
        (tr("发布日期"), chinese_date(data.published)),
        (tr("施行日期"), chinese_date(data.effective)),
        (tr("有效期至"), chinese_date(data.expires)),
        (tr("依据条文"), data.validity_as_printed or ""),
        (tr("同时废止"), "、".join(map(_named, data.repeals))),
        (tr("主送机关"), "、".join(data.addressees)),
        (tr("抄送"), data.copies_to or ""),
        (tr("附件"), "\n".join(data.attachments)),
        (tr("附注"), (data.annotation or "").strip("（）()")),
        (tr("登记号"), data.registration or ""),
        (tr("来源"), document.source.name),
        (tr("导入时间"), day(document.source.imported)),
        (
            tr("版本"),
            tr("第 {version} 版").format(version=document.version) if document.version > 1 else "",
        ),
        (tr("字数"), f"{len(document.outline.text):,}"),
    )
    return [(name, value) for name, value in known if value]


def _named(repealed: str) -> str:
    return repealed if repealed.endswith("号") else f"《{repealed}》"


def chinese_date(date: str | None) -> str:
    """Give a date as documents write it, an unknown year named as such."""
    if date is None:
        return ""
    year, month, day_ = date.split("-")
    return f"{'（年份缺失）' if year == '????' else f'{year}年'}{int(month)}月{int(day_)}日"


def _finding_row(one: Finding, text: str) -> Row:
    near = text[max(0, one.span.start - _AROUND) : one.span.end + _AROUND].replace("\n", " ")
    return Row(f"{near}", f"{one.code}-{one.span.start}", f"{one.message}\n{near}", one.span)
