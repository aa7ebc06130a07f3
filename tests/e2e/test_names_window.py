"""The index of names, and the short names that widen a search, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView, QToolButton

from policyviewer.app.naming import NamingService
from policyviewer.domain.named import NameKind
from policyviewer.domain.queries import Expansion, SearchPage
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session


@pytest.fixture
def session(start) -> Session:
    return start()


def search(qtbot, session: Session, words: str) -> SearchPage:
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        session.window.search_box.setText(words)
    return caught.args[0]


def links(session: Session) -> list[QPushButton]:
    row = session.window.results.short_forms
    return [one for one in row.findChildren(QPushButton) if one.isVisible()]


def test_names_are_shown_and_searched(qtbot, session: Session, settled):
    window = session.window
    window.action(Do.NAMES).trigger()
    settled(session)
    assert window.names_shown
    window.names_page.narrow_to("重庆")
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    page = caught.args[0]
    assert (page.query.text, page.total > 0) == ("重庆", True)
    window.action(Do.NAMES).trigger()
    assert not window.names_shown


def test_names_of_one_document_are_searched_there(qtbot, session: Session, settled):
    window = session.window
    name = window.reader.document.id
    session.desk.naming.show(name)
    settled(session)
    assert window.names_page.document == name
    window.names_page.show_kind(NameKind.BODY)
    table = window.names_page.findChild(QTableView)
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        table.activated.emit(table.model().index(0, 0))
    assert caught.args[0].query.wanted.documents == (name,)


def test_reading_can_be_stopped_and_gone_on_with(
    session: Session, settled, monkeypatch: pytest.MonkeyPatch
):
    window, read = session.window, NamingService.names

    def stopping(service: NamingService, ctx: JobContext) -> object:
        session.desk.naming._stopped = True
        ctx.token.cancel()
        return read(service, ctx)

    monkeypatch.setattr(NamingService, "names", stopping)
    window.action(Do.NAMES).trigger()
    settled(session)
    go_on = next(
        one for one in window.names_page.findChildren(QPushButton) if one.text() == "接着读"
    )
    assert go_on.isVisible()
    monkeypatch.setattr(NamingService, "names", read)
    go_on.click()
    settled(session)
    assert not go_on.isVisible()


def test_a_search_is_widened_by_a_click_and_narrowed_by_its_chip(qtbot, session: Session):
    alone = search(qtbot, session, "重庆").total
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        links(session)[0].click()
    page = caught.args[0]
    assert page.total > alone
    assert page.query.widened == (Expansion("重庆", ("渝",)),)
    chip = next(
        one
        for one in session.window.results.findChildren(QPushButton)
        if one.text().startswith("重庆，也找渝")
    )
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        chip.click()
    assert (caught.args[0].total, caught.args[0].query.widened) == (alone, ())


def test_the_row_is_closed_for_a_search_and_for_good(qtbot, session: Session):
    search(qtbot, session, "重庆")
    row = session.window.results.short_forms
    row.findChild(QToolButton).click()
    assert row.isHidden()
    search(qtbot, session, "贵州")
    assert row.isVisible()
    action = session.window.action(Do.SHORT_FORMS)
    action.trigger()
    assert (row.isHidden(), action.isChecked()) == (True, False)
    action.trigger()
    assert row.isVisible()


def test_short_names_are_offered_while_one_types(qtbot, session: Session):
    window = session.window
    window.activateWindow()
    window.action(Do.SEARCH).trigger()
    search(qtbot, session, "重庆")
    qtbot.waitUntil(window.offers.isVisible)
    offered = [window.offers.item(at).text() for at in range(window.offers.count())]
    assert "重庆，也找渝" in offered
    window.offers.setCurrentRow(offered.index("重庆，也找渝"))
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        window.offers.take()
    assert caught.args[0].query.widened == (Expansion("重庆", ("渝",)),)
