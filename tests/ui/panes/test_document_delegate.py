from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import Catalogue
from policyviewer.domain.documents import DocumentSummary
from policyviewer.ui.models.library_model import LibraryModel
from policyviewer.ui.panes.document_delegate import DocumentDelegate
from policyviewer.ui.panes.parts import tree
from policyviewer.ui.theme import LIGHT


def accents(qtbot: QtBot, document: DocumentSummary) -> int:
    """Give how many pixels of the accent the row of a document has."""
    model, view = LibraryModel(), tree("文库")
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(DocumentDelegate(view, model))
    model.show_arrangement(Catalogue([document], "2026-05-01").arranged(Grouping.KIND))
    view.expandAll()
    view.resize(320, 200)
    picture = view.grab().toImage()
    accent = QColor(LIGHT.accent)
    return sum(
        picture.pixelColor(x, y) == accent
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_a_badge_is_drawn_where_something_is_to_be_known(qtbot: QtBot, summary: DocumentSummary):
    later = replace(summary.metadata, effective="2030-01-01")
    assert accents(qtbot, summary) == 0
    assert accents(qtbot, replace(summary, metadata=later)) > 20
