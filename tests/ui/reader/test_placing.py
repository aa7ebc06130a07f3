from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.view import ReaderView

Show = Callable[..., None]


def test_the_place_stays_while_the_page_grows_around_it(
    pane: ReaderPane, law: Document, qtbot: QtBot
):
    at = law.outline.text.index("第400条")
    pane.show_document(law, at)
    assert pane._placing.place == (at, 0.0)
    qtbot.waitUntil(lambda: not pane.filling)
    assert pane._view.top_code_point() == at


def test_what_the_user_scrolls_ends_the_wish(pane: ReaderPane, show: Show, law: Document):
    show(law, law.outline.text.index("第400条"))
    bar = pane.findChild(ReaderView).verticalScrollBar()
    bar.setValue(bar.value() + 300)
    assert pane._placing.place == (pane.position(), 0.0)
    assert pane.position() > law.outline.text.index("第400条")
