"""The page as the user likes it, in the real window, kept until the next start."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from policyviewer.app import settings
from policyviewer.app.page_settings import LineLength, Spacing
from policyviewer.ui.actions import Do


def test_the_page_is_set_as_chosen_and_stays_so(start, settled, quit_, home):
    session = start()
    window = session.window
    window.bar.reading_menu.chosen.emit("spacing", Spacing.LOOSE)
    window.bar.reading_menu.chosen.emit("length", LineLength.SHORT)
    settled(session)
    style = window.reader.active.style_of_page
    assert (style.spacing, style.length) == (Spacing.LOOSE, LineLength.SHORT)
    quit_(session)
    kept = settings.load(home.settings)
    assert (kept.spacing, kept.length) == (Spacing.LOOSE, LineLength.SHORT)
    again = start()
    assert again.window.reader.active.style_of_page == style


def test_masked_characters_are_restored_by_the_sign_and_by_key(start, settled):
    session = start()
    window = session.window
    assert window.status.damage.isVisible()
    assert "16" in window.status.damage.text()
    window.status.damage.click()
    settled(session)
    assert "人民政府" in window.reader.text[:60]
    assert window.action(Do.RESTORED).isChecked()
    assert "已复原" in window.status.damage.text()
    window.action(Do.SPLIT).trigger()
    settled(session)
    assert [pane.style_of_page.restored for pane in window.reader.panes] == [True, True]
    window.action(Do.RESTORED).trigger()
    settled(session)
    assert "人民*府" in window.reader.text[:60]
    session.desk.reading.open("manual")
    settled(session)
    assert "16" not in window.status.damage.text()


def test_large_print_enlarges_window_and_page(start, settled):
    session = start()
    window = session.window
    before = QApplication.font().pixelSize()
    window.action(Do.LARGE_PRINT).trigger()
    settled(session)
    assert QApplication.font().pixelSize() > before
    assert window.reader.zoom == 1.5
    window.action(Do.LARGE_PRINT).trigger()
    settled(session)
    assert QApplication.font().pixelSize() == before
    assert window.reader.zoom == 1.0
