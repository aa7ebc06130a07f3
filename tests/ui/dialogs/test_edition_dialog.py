from __future__ import annotations

from dataclasses import replace

from policyviewer.app.page_settings import PageStyle
from policyviewer.domain.documents import Document
from policyviewer.ui.dialogs.edition_dialog import EditionDialog
from policyviewer.ui.reader.colours import PageColours


def test_another_edition_is_shown_at_a_place(qtbot, document: Document):
    dialog = EditionDialog(replace(document, version=2), PageColours())
    qtbot.addWidget(dialog)
    dialog.show()
    start = document.outline.nodes[-1].span.start
    dialog.show_place(start, PageStyle(), 1.0)
    qtbot.waitUntil(lambda: not dialog.page.filling)
    assert "第 2 版" in dialog.windowTitle()
    assert dialog.page.document is not None
