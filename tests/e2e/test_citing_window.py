"""Citations as the user wants them, and with what is to be known of the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from policyviewer.domain.citations import NameForm, SectionForm
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.panes.lifeline import Lifeline
from policyviewer.ui.presenters import shelving

LAPSED = (
    "某县修路办法\n第一条　为了修路。\n第二条　谁修路。\n"
    "第三条　本办法自2015年1月1日起施行，有效期至2020年12月31日。\n"
)


@pytest.fixture
def session(start) -> Session:
    return start()


def select(session: Session, first: str, last: str = "") -> None:
    text = session.window.reader.text
    start = text.index(first)
    session.window.reader.select(
        TextRange(start, text.index(last or first, start) + len(last or first))
    )


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_several_provisions_are_cited_together(session: Session):
    select(session, "(一)深化与重庆", "(二)深化与四川合作")
    session.window.action(Do.COPY_CITED).trigger()
    assert copied().endswith("“三、（一）、（二）”）")
    assert "\n" not in copied()


def test_the_source_alone_is_that_of_the_provision_in_view(session: Session):
    session.window.action(Do.COPY_REFERENCE).trigger()
    assert copied().startswith("《")
    assert copied() in session.window.messages.text


def test_another_style_is_taken_at_once_and_kept(session: Session, home):
    session.window.bar.citation_menu.chosen.emit("cite_name", NameForm.SHORT)
    session.window.bar.citation_menu.chosen.emit("cite_sections", SectionForm.WORDED)
    select(session, "深化与四川合作")
    session.window.action(Do.COPY_REFERENCE).trigger()
    assert copied() == "《实施意见》第三部分第（二）项"
    assert '"cite_name": "short"' in home.settings.read_text(encoding="utf-8")


def test_a_document_that_has_lapsed_is_cited_as_such(session: Session, settled, tmp_path: Path):
    file = tmp_path / "办法.txt"
    file.write_text(LAPSED, encoding="utf-8")
    session.desk.importing.import_paths([file])
    settled(session)
    (lapsed,) = (
        one for one in session.services.library.documents() if "办法" in one.metadata.title
    )
    session.desk.reading.open(lapsed.id)
    settled(session)
    assert "有效期到 2020-12-31 为止" in session.window.messages.text
    assert session.window.status.standing.text() == "已失效"
    session.window.status.standing.click()
    assert session.window.properties.isVisible()
    assert session.window.properties.findChild(Lifeline).isVisible()
    select(session, "谁修路")
    session.window.action(Do.COPY_CITED).trigger()
    assert copied() == "谁修路（《某县修路办法》第二条，已失效）"
    assert "已失效" in session.window.messages.text


def test_what_lapses_while_the_window_is_open_is_cited_as_such(
    session: Session, settled, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(shelving, "iso_today", lambda: "2020-12-31")
    file = tmp_path / "办法.txt"
    file.write_text(LAPSED, encoding="utf-8")
    session.desk.importing.import_paths([file])
    settled(session)
    documents = session.services.library.documents()
    session.desk.reading.open(next(one.id for one in documents if "办法" in one.metadata.title))
    settled(session)
    select(session, "谁修路")
    session.window.action(Do.COPY_CITED).trigger()
    assert copied() == "谁修路（《某县修路办法》第二条）"
    monkeypatch.setattr(shelving, "iso_today", lambda: "2021-01-01")
    session.window.action(Do.COPY_CITED).trigger()
    assert copied() == "谁修路（《某县修路办法》第二条，已失效）"
