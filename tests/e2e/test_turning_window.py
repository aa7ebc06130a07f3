"""Turning from document to document faster than they are read: the last wish counts."""

from __future__ import annotations

import pytest
from tests.e2e.conftest import Start

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session

SEED, MANUAL = "regional-coordination", "manual"
FAR = TextRange(3000, 3000)


@pytest.fixture
def session(start: Start, settled) -> Session:
    """The program with two open documents, the first one on the page."""
    session = start()
    for name in (MANUAL, SEED):
        session.desk.reading.open(name)
        settled(session)
    return session


def tab(session: Session) -> str:
    return session.window.tabs.documents()[0]


def test_the_tab_that_was_clicked_last_is_shown(session: Session, settled):
    tabs = session.window.tabs
    here = tabs.currentIndex()
    tabs.setCurrentIndex(1 - here)
    tabs.setCurrentIndex(here)
    settled(session)
    assert (session.window.reader.document.id, tab(session)) == (SEED, SEED)


def test_the_hit_that_was_clicked_last_is_shown(session: Session, settled):
    session.desk.reading.open(MANUAL, TextRange(50, 52))
    session.desk.reading.open(SEED, FAR)
    settled(session)
    assert (session.window.reader.document.id, tab(session)) == (SEED, SEED)
    assert session.window.reader.position() == FAR.start


def test_tabs_that_are_closed_quickly_stay_closed(session: Session, settled):
    for _ in range(2):
        session.window.action(Do.CLOSE_TAB).trigger()
    settled(session)
    assert session.window.tabs.documents() == []
    assert session.window.reader.document is None


def test_opening_what_is_open_keeps_its_place(session: Session, settled):
    for name in (MANUAL, SEED):
        session.desk.reading.open(name)
        settled(session)
    session.desk.reading.reveal(FAR)
    for again in (
        lambda: session.desk.reading.open(SEED),
        lambda: session.desk.reading.reload([SEED]),
    ):
        again()
        settled(session)
        assert session.window.reader.position() == FAR.start


def compare(session: Session, settled) -> None:
    session.desk.comparing.compare_chosen([MANUAL, SEED], superior=False)
    settled(session)
    assert session.window.synopsis_shown


def reader_shown(session: Session) -> bool:
    window = session.window
    return not (window.overview_shown or window.synopsis_shown) and tab(session) == SEED


def test_a_hit_in_the_covered_document_uncovers_it(session: Session, settled):
    node = session.window.reader.document.outline.nodes[4]
    session.desk.reading.open(SEED, node.span)
    settled(session)
    window = session.window
    for cover in (window.action(Do.OVERVIEW).trigger, lambda: compare(session, settled)):
        for go in (
            lambda: session.desk.reading.open(SEED, node.span),
            lambda: window.outline.node_chosen.emit(node.id),
        ):
            cover()
            assert not reader_shown(session)
            go()
            settled(session)
            assert reader_shown(session)


def test_a_comparison_stays_when_the_last_document_is_closed(session: Session, settled):
    compare(session, settled)
    session.window.tabs.close_documents([SEED, MANUAL])
    settled(session)
    assert session.window.tabs.page_is_current
    assert session.window.synopsis_shown
