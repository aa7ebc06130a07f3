"""What stays in memory of documents that are not on the page: their place and title, no more."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QTextDocument

from policyviewer.domain.documents import Document
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.actions import Do
from samples import write_samples

OPENED = 12
KEPT = 2
"""The document on the page, and one that a job or an event may still hold."""


def alive(kind: type) -> int:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()  # the window keeps what was there at its start from the collector
    gc.collect()
    return sum(1 for one in gc.get_objects() if isinstance(one, kind))


def test_documents_and_pages_of_background_tabs_are_let_go(start, settled, tmp_path):
    session = start()
    session.services.importing.job(write_samples(tmp_path / "files"))(JobContext())
    names = [one.id for one in session.services.library.documents()][-OPENED:]
    documents, pages = alive(Document), alive(QTextDocument)
    for name in names:
        session.desk.reading.open(name)
        settled(session)
    assert len(session.window.tabs.documents()) > OPENED

    assert alive(Document) <= documents + KEPT
    assert alive(QTextDocument) <= pages + KEPT


def test_the_page_of_the_last_tab_is_let_go_when_it_is_closed(start, settled):
    others = alive(Document)  # of tests before this one
    session = start()
    settled(session)
    assert alive(Document) > others
    while session.window.tabs.documents():
        session.window.action(Do.CLOSE_TAB).trigger()
        settled(session)

    assert session.window.reader.document is None
    assert alive(Document) <= others
