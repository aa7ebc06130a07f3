from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from policyviewer.app.page_settings import BodyFace, LineLength, PageStyle, Spacing
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.documents import Document, Finding
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.selection_bar import SelectionBar
from policyviewer.ui.reader.stretches import WHOLE_UP_TO
from policyviewer.ui.reader.view import ReaderView

Show = Callable[..., None]


def range_of(document: Document, words: str) -> TextRange:
    start = document.outline.text.index(words)
    return TextRange(start, start + len(words))


def view_of(pane: ReaderPane) -> ReaderView:
    view = pane.findChild(ReaderView)
    assert view is not None
    return view


def middle_of(pane: ReaderPane, span: TextRange) -> QPoint:
    """Give the middle of a range in the viewport."""
    pane.select(span)
    place = view_of(pane).selection_rect().center()
    view_of(pane).select(TextRange(span.start, span.start))
    return place


def colours_in(picture: QImage) -> set[str]:
    places = ((x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2))
    return {picture.pixelColor(x, y).name() for x, y in places}


def test_a_document_is_shown_at_its_beginning(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    assert pane.position() == 0


@pytest.mark.parametrize("words", ["三、完善毗邻", "(二)深化与四川合作", "大数据+智能制造"])
def test_a_place_comes_back_exactly(pane: ReaderPane, show: Show, seed: Document, words: str):
    at = range_of(seed, words).start
    show(seed, at)
    assert pane.position() == at


def test_a_range_is_revealed_in_the_upper_half(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    span = range_of(seed, "务川千伏变电站")
    pane.reveal(span)
    place = middle_of(pane, span).y() / view_of(pane).viewport().height()
    assert 0.25 < place < 0.45


def test_a_heading_is_revealed_at_the_top(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    at = range_of(seed, "四、建立完善").start
    pane.reveal(TextRange(at, at))
    assert pane.position() == at


def test_a_range_is_revealed_while_the_page_is_being_filled(
    pane: ReaderPane, law: Document, qtbot: QtBot
):
    pane.show_document(law)
    span = range_of(law, "第650条")
    pane.reveal(span)
    assert pane.filling
    place = middle_of(pane, span).y()
    assert 0 < place < view_of(pane).viewport().height()
    qtbot.waitUntil(lambda: not pane.filling)
    assert abs(middle_of(pane, span).y() - place) <= 1


def test_scrolling_while_filling_keeps_what_is_in_view(
    pane: ReaderPane, law: Document, qtbot: QtBot
):
    pane.show_document(law, range_of(law, "第350条").start)
    bar = view_of(pane).verticalScrollBar()
    bar.setValue(bar.value() + 300)
    at = pane.position()
    qtbot.waitUntil(lambda: not pane.filling)
    assert pane.position() == at


def test_zoom_keeps_the_place(pane: ReaderPane, show: Show, law: Document, qtbot: QtBot):
    at = range_of(law, "第350条").start
    show(law, at)
    pane.set_zoom(2.0)
    qtbot.waitUntil(lambda: not pane.filling)
    assert pane.position() == at


def test_zoom_is_told_within_its_bounds(pane: ReaderPane, qtbot: QtBot):
    with qtbot.waitSignal(pane.zoom_changed) as told:
        pane.set_zoom(99)
    assert told.args == [4.0]


def test_larger_type_makes_larger_text(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    before = view_of(pane).document().size().height()
    pane.set_zoom(1.5)
    assert view_of(pane).document().size().height() > before


def test_resizing_keeps_the_place(pane: ReaderPane, show: Show, law: Document, qtbot: QtBot):
    at = range_of(law, "第350条").start
    show(law, at)
    pane.resize(560, 500)
    qtbot.waitUntil(lambda: not pane.filling)
    assert pane.position() == at


def test_the_line_is_never_longer_than_42_characters(pane: ReaderPane, show: Show, seed: Document):
    pane.resize(2400, 900)
    show(seed)
    block = view_of(pane).document().findBlockByNumber(4)
    em = block.begin().fragment().charFormat().font().pixelSize()
    widths: list[float] = []
    while block.isValid():
        layout = block.layout()
        widths += [layout.lineAt(line).naturalTextWidth() for line in range(layout.lineCount())]
        block = block.next()
    # in pixels, since a machine without Chinese fonts has narrower signs
    assert 36 * em < max(widths) <= 42 * em + 1


def test_no_line_is_cut_off_at_the_largest_zoom(pane: ReaderPane, show: Show, seed: Document):
    pane.resize(480, 600)
    pane.set_zoom(4.0)
    show(seed)
    view = view_of(pane)
    assert view.document().textWidth() <= view.viewport().width()


def test_a_change_of_colours_keeps_place_and_selection(
    pane: ReaderPane, show: Show, seed: Document
):
    span = range_of(seed, "渝黔合作先行示范区")
    show(seed, span.start)
    pane.select(span)
    pane.set_colours(PageColours(ink="#eeeeee", page="#202020"))
    assert (pane.position(), pane.selection()) == (span.start, span)


def test_scrolling_is_told_once_it_rests(
    pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot
):
    show(seed)
    with qtbot.waitSignal(pane.position_changed) as told:
        qtbot.keyClick(view_of(pane), Qt.Key.Key_PageDown)
        qtbot.keyClick(view_of(pane), Qt.Key.Key_PageDown)
    assert told.args == [pane.position()]
    assert pane.position() > 0


def test_end_and_home_go_to_the_ends(pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot):
    show(seed)
    bar = view_of(pane).verticalScrollBar()
    qtbot.keyClick(view_of(pane), Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(view_of(pane), Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_compendium_is_read_by_chapters(pane: ReaderPane, show: Show, compendium: Document):
    show(compendium)
    text = compendium.outline.text
    assert len(text) > WHOLE_UP_TO
    at = text.index("第70章")
    pane.reveal(TextRange(at, at))
    assert pane.position() == at
    assert not pane._filler.complete


def test_chapters_follow_as_one_scrolls(
    pane: ReaderPane, show: Show, compendium: Document, qtbot: QtBot
):
    show(compendium)
    qtbot.waitUntil(lambda: not pane.filling)
    before = pane._filler.positions.covered.end
    bar = view_of(pane).verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: not pane.filling)
    assert pane._filler.positions.covered.end > before


def test_the_end_of_a_compendium_is_one_key_away(
    pane: ReaderPane, show: Show, compendium: Document, qtbot: QtBot
):
    show(compendium)
    qtbot.keyClick(view_of(pane), Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not pane.filling)
    bar = view_of(pane).verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert pane._filler.positions.covered.end == len(compendium.outline.text.rstrip())
    qtbot.keyClick(view_of(pane), Qt.Key.Key_Home)
    assert pane.position() == 0


def test_keys_enlarge_the_type(pane: ReaderPane, qtbot: QtBot):
    qtbot.keyClick(view_of(pane), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.zoom == pytest.approx(1.1)
    qtbot.keyClick(view_of(pane), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.zoom == 1.0


def test_a_selection_is_a_range_of_the_text(
    pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot
):
    show(seed)
    span = range_of(seed, "为贯彻落实")
    with qtbot.waitSignal(pane.selection_changed) as told:
        pane.select(span)
    assert told.args == [span]
    assert pane.selection() == span


def test_shift_and_arrows_select(pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot):
    show(seed)
    for _ in range(3):
        qtbot.keyClick(view_of(pane), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection() == TextRange(0, 3)


def test_copying_gives_clean_words(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    text = seed.outline.text
    pane.select(TextRange(text.index("中共贵州省委"), text.index("为贯彻")))
    view_of(pane).copy()
    assert QGuiApplication.clipboard().text() == (
        "中共贵州省委贵州省人民*府关于建立更加有效的区域协调发展新机制的实施意见(年7月30日)"
    )


def test_the_bar_shows_at_a_settled_selection(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    pane.select(range_of(seed, "为贯彻落实"))
    view_of(pane).selection_settled.emit()
    bar = pane.findChild(SelectionBar)
    assert bar is not None
    assert bar.isVisible()
    assert view_of(pane).viewport().rect().contains(bar.geometry())


def press(pane: ReaderPane, name: str) -> None:
    bar = pane.findChild(SelectionBar)
    assert bar is not None
    button = next(one for one in bar.findChildren(QToolButton) if one.accessibleName() == name)
    button.click()


def test_a_colour_asks_for_a_highlight(pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot):
    show(seed)
    span = range_of(seed, "为贯彻落实")
    pane.select(span)
    view_of(pane).selection_settled.emit()
    with qtbot.waitSignal(pane.highlight_requested) as told:
        press(pane, "高亮：绿色（2）")
    assert told.args == [span, "green"]
    assert pane.selection() is None


def test_note_bookmark_and_search_are_asked_for(
    pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot
):
    show(seed)
    span = range_of(seed, "区域协调发展")
    wanted = {
        "批注": (pane.note_requested, span),
        "书签": (pane.bookmark_requested, span),
        "检索选中文字": (pane.search_requested, "区域协调发展"),
    }
    for name, (signal, value) in wanted.items():
        pane.select(span)
        view_of(pane).selection_settled.emit()
        with qtbot.waitSignal(signal) as told:
            press(pane, name)
        assert told.args == [value]


def test_highlights_and_hits_are_painted(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    colours = PageColours()
    highlight = range_of(seed, "为贯彻落实")
    pane.set_marks([Mark("1", highlight, AnnotationKind.HIGHLIGHT, Colour.BLUE)])
    pane.set_hits([range_of(seed, "更高质量"), range_of(seed, "更高水平")], 1)
    seen = colours_in(pane.grab().toImage())
    assert {colours.highlights[Colour.BLUE], colours.hit, colours.hit_current} <= seen


def test_a_bookmark_is_a_ribbon_in_the_margin(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    pane.set_marks([Mark("1", range_of(seed, "一、加快融入"), AnnotationKind.BOOKMARK)])
    picture = view_of(pane).viewport().grab().toImage()
    margin = picture.copy(0, 0, int(45 * picture.devicePixelRatio()), picture.height())
    assert QColor(PageColours().accent).name() in colours_in(margin)


def test_a_click_on_a_mark_is_told(pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot):
    show(seed)
    span = range_of(seed, "为贯彻落实")
    pane.set_marks([Mark("the-note", span, AnnotationKind.NOTE, Colour.YELLOW)])
    with qtbot.waitSignal(pane.mark_activated) as told:
        qtbot.mouseClick(
            view_of(pane).viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, span)
        )
    assert told.args == ["the-note"]


def test_a_click_beside_a_mark_is_not_told(
    pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot
):
    show(seed)
    pane.set_marks([Mark("1", range_of(seed, "为贯彻落实"), AnnotationKind.NOTE)])
    elsewhere = middle_of(pane, range_of(seed, "区域协调发展,现"))
    with qtbot.assertNotEmitted(pane.mark_activated):
        qtbot.mouseClick(view_of(pane).viewport(), Qt.MouseButton.LeftButton, pos=elsewhere)


def test_a_new_document_brings_no_old_marks(
    pane: ReaderPane, show: Show, seed: Document, law: Document
):
    show(seed)
    pane.set_hits([TextRange(0, 4)], 0)
    show(law)
    assert PageColours().hit_current not in colours_in(pane.grab().toImage())


def test_clear_leaves_an_empty_page(pane: ReaderPane, law: Document):
    pane.show_document(law)
    pane.clear()
    assert not pane.filling
    assert pane.document is None
    assert view_of(pane).toPlainText() == ""
    assert pane.selection() is None


def test_nothing_is_ever_loaded(pane: ReaderPane):
    image = QTextDocument.ResourceType.ImageResource
    assert view_of(pane).loadResource(image.value, QUrl("file:///etc/passwd")) is None


def test_the_text_has_a_name_for_screen_readers(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    assert view_of(pane).accessibleName() == "正文"


def test_astral_characters_do_not_shift_the_selection(
    pane: ReaderPane, show: Show, make_document: Callable[[str], Document]
):
    document = make_document("某某通知\n𠀀𠀁村和𪚥村的建设。\n第二段文字。")
    show(document)
    span = range_of(document, "第二段")
    pane.select(span)
    assert pane.selection() == span
    assert view_of(pane).textCursor().selectedText() == "第二段"


def test_no_timer_is_left_running(pane: ReaderPane, show: Show, law: Document, qtbot: QtBot):
    show(law)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in pane.findChildren(QTimer)))


def test_masked_characters_are_shown_restored(pane: ReaderPane, show: Show, seed: Document):
    printed = range_of(seed, "人民*府")
    mask = TextRange(printed.start + 2, printed.start + 3)
    finding = Finding("masked", mask, "一个字被遮住", "政")
    seed = replace(seed, outline=replace(seed.outline, findings=(finding,)))
    show(seed)
    assert pane.text == seed.outline.text
    pane.set_page_style(PageStyle(restored=True))
    assert len(pane.text) == len(seed.outline.text)
    shown = view_of(pane).document().toPlainText()
    assert "人民政府" in shown
    assert "人民*府" not in shown
    pane.select(printed)
    view_of(pane).copy()
    assert QGuiApplication.clipboard().text() == "人民政府"
    pane.set_page_style(PageStyle())
    assert "人民*府" in view_of(pane).document().toPlainText()


def test_the_page_keeps_its_place_in_another_style(pane: ReaderPane, show: Show, law: Document):
    at = law.outline.text.index("第300条")
    show(law, at)
    style = PageStyle(Spacing.LOOSE, LineLength.SHORT, BodyFace.HEI)
    pane.set_page_style(style)
    assert pane.position() == at
    assert pane.style_of_page == style


def test_all_is_selected_of_a_page_that_is_still_being_filled(
    qtbot: QtBot, pane: ReaderPane, seed: Document
):
    text = seed.outline.text * 6
    pane.show_document(replace(seed, outline=parse(text)), len(text) // 2)
    assert pane.filling
    qtbot.keyClick(view_of(pane), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not pane.filling)
    selected = pane.selection()
    assert selected is not None
    assert selected.length > 5 * len(seed.outline.text)


def test_that_all_of_a_compendium_is_only_a_part_is_told(
    qtbot: QtBot, pane: ReaderPane, show: Show, compendium: Document
):
    show(compendium)
    qtbot.waitUntil(lambda: not pane.filling)
    with qtbot.waitSignal(pane.partly_selected) as told:
        qtbot.keyClick(view_of(pane), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    selected = pane.selection()
    assert selected is not None
    assert told.args == [selected.length, len(compendium.outline.text)]


def test_a_link_of_the_document_before_leads_nowhere(pane: ReaderPane, show: Show, seed: Document):
    """Those of the present one come a moment later."""
    show(seed)
    beyond = TextRange(len(seed.outline.text) + 400, len(seed.outline.text) + 410)
    told: list[object] = []
    pane.link_hovered.connect(lambda span, _place: told.append(span))
    pane.set_links([beyond])
    pane.step_link(1)
    assert told == []
