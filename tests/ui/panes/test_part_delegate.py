from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from policyviewer.app.compiled_parts import part_of
from policyviewer.domain.compilations import CompiledPart, PartId, PartState, PresentPart
from policyviewer.domain.documents import Document
from policyviewer.ui.models.part_model import PartModel
from policyviewer.ui.panes.part_delegate import PartDelegate


@pytest.fixture
def view(qtbot: QtBot, document: Document) -> QTreeView:
    made = QTreeView()
    qtbot.addWidget(made)
    model = PartModel(made)
    whole = CompiledPart(PartId(2), "", part_of(document, None, "").target, "")
    model.show_parts([CompiledPart(PartId(1), "上级政策"), whole])
    made.setModel(model)
    made.setHeaderHidden(True)
    made.setItemDelegate(PartDelegate(made))
    made.resize(260, 120)
    return made


def test_parts_are_as_high_as_their_two_lines(view: QTreeView):
    option = QStyleOptionViewItem()
    delegate = view.itemDelegate()
    heading, part = (delegate.sizeHint(option, view.model().index(row, 0)) for row in (0, 1))
    assert heading.height() < part.height()


def test_what_has_become_of_a_part_is_drawn(view: QTreeView):
    before = view.grab().toImage()
    model = view.model()
    assert isinstance(model, PartModel)
    part = model.parts[1]
    model.show_presents({part.id: PresentPart(part, PartState.GONE)})
    assert view.grab().toImage() != before
