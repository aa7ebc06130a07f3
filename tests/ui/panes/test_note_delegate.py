from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from policyviewer.app.noting import NoteGroup
from policyviewer.domain.annotations import Annotation, Colour
from policyviewer.ui.models.note_model import NoteModel
from policyviewer.ui.panes.note_delegate import NoteDelegate
from policyviewer.ui.panes.parts import tree
from policyviewer.ui.theme import DARK, LIGHT, Theme


def drawn(
    qtbot, one: Annotation, colours: dict[str, Colour], theme: Theme = LIGHT, width: int = 320
) -> QImage:
    """Give a picture of the row of an annotation."""
    model, view = NoteModel(), tree("批注")
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = NoteDelegate(view)
    delegate.set_theme(theme)
    delegate.set_tag_colours(colours)
    view.setItemDelegate(delegate)
    model.show_groups([NoteGroup("意见", (one,))])
    view.expandAll()
    view.resize(width, 120)
    return view.grab().toImage()


def count(picture: QImage, colour: str) -> int:
    wanted = QColor(colour)
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y) == wanted for x, y in places)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_row_has_the_colour_of_its_mark_and_of_its_tags(qtbot, annotate, theme: Theme):
    one = annotate("三万亩", "核实", tags=("农业",)).annotation
    picture = drawn(qtbot, one, {"农业": Colour.PINK}, theme)
    assert count(picture, theme.edges[Colour.GREEN]) > 30
    assert count(picture, theme.highlights[Colour.PINK]) > 100


def test_tags_never_take_more_than_their_share(qtbot, annotate):
    tags = tuple(f"很长的标签{number}" for number in range(9))
    one = annotate("三万亩", "核实", tags=tags).annotation
    colours = dict.fromkeys(tags, Colour.PINK)
    few = count(drawn(qtbot, one, colours, width=240), LIGHT.highlights[Colour.PINK])
    more = count(drawn(qtbot, one, colours, width=900), LIGHT.highlights[Colour.PINK])
    assert 0 < few < more
