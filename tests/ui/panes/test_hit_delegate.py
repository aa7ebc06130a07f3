from __future__ import annotations

from PySide6.QtGui import QImage

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import SearchHit, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.panes.search_pane import SearchPane
from policyviewer.ui.theme import DARK, LIGHT, Theme

HIT = SearchHit(
    DocumentId("d"), "t", "x.txt", "p", "1.", (), "c", 1.0, "some words here",
    (TextRange(5, 10),), (TextRange(5, 10),),
)  # fmt: skip


def colours(qtbot, theme: Theme) -> set[str]:
    pane = SearchPane()
    qtbot.addWidget(pane)
    pane.resize(280, 400)
    pane.set_theme(theme)
    pane.show_page(SearchPage(SearchQuery("words"), 1, True, 1.0, (HIT,)))
    pane.show()
    image: QImage = pane.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_hits_are_marked_in_the_themes_colour(qtbot):
    assert LIGHT.hit in colours(qtbot, LIGHT)
    assert DARK.hit in colours(qtbot, DARK)
