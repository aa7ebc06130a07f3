"""Asks for the days between which something was changed."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from policyviewer.domain.dates import iso_today
from policyviewer.ui.translation import tr


class DateRangeDialog(QDialog):
    """Two days; the later one is the last, whichever was given first."""

    chosen = Signal(str, str)
    """The first and the last day, as ISO dates."""

    def __init__(self, since: str, until: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("起止日期"))
        today = iso_today()
        self._since = _edit(since or today, tr("从"))
        self._until = _edit(until or today, tr("到"))
        form = QFormLayout()
        form.addRow(tr("从"), self._since)
        form.addRow(tr("到"), self._until)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addWidget(buttons)

    def _on_accepted(self) -> None:
        days = sorted(one.date().toString(Qt.DateFormat.ISODate) for one in self._edits)
        self.chosen.emit(*days)
        self.accept()

    @property
    def _edits(self) -> tuple[QDateEdit, QDateEdit]:
        return self._since, self._until


def _edit(day: str, name: str) -> QDateEdit:
    made = QDateEdit(QDate.fromString(day, Qt.DateFormat.ISODate))
    made.setAccessibleName(name)
    made.setCalendarPopup(True)
    made.setDisplayFormat("yyyy-MM-dd")
    return made
