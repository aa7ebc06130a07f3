"""Following references, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QTreeView

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.reader.view import ReaderView

LAW = """中华人民共和国渠道法
第一条　为了管理渠道，制定本法。
第二条　渠道归国家所有。
渠道的水归用水的人。
第三条　本法自2020年1月1日起施行。
"""
RULES = """青山县渠道管理办法
第一条　根据《中华人民共和国渠道法》，制定本办法。
第二条　依照《渠道法》第二条第二款处理。
第三条　按本办法第一条执行。
"""


@pytest.fixture
def session(qtbot, start, settled, tmp_path: Path) -> Session:
    """Give a window with two documents, one of which refers to the other."""
    session = start()
    for name, text in (("法", LAW), ("办法", RULES)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [tmp_path / "法.txt", tmp_path / "办法.txt"]
    session.services.importing.job(files)(JobContext())
    rules = session.services.library.find("青山县渠道管理办法")
    session.desk.reading.open(rules.id)
    qtbot.waitUntil(lambda: session.window.reader.document.id == rules.id)
    settled(session)
    return session


def view_of(session: Session) -> ReaderView:
    return session.window.reader.active.findChild(ReaderView)


def place_of(session: Session, words: str) -> QPoint:
    text = session.window.reader.document.outline.text
    view = view_of(session)
    at = text.index(words) + 1
    return view.cursorRect(view._cursor_at(view.position_of(at))).center() + QPoint(4, 0)


def title(session: Session) -> str:
    return session.window.reader.document.outline.metadata.title


def test_a_click_follows_a_link_and_back_returns(qtbot, session: Session, settled):
    viewport = view_of(session).viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(session, "《渠道法》"))
    qtbot.waitUntil(lambda: title(session) == "中华人民共和国渠道法")
    settled(session)
    assert session.window.reader.position() == LAW.index("渠道的水")
    session.window.action(Do.BACK).trigger()
    qtbot.waitUntil(lambda: title(session) == "青山县渠道管理办法")
    settled(session)


def test_with_control_the_target_opens_beside(qtbot, session: Session, settled):
    qtbot.mouseClick(
        view_of(session).viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        place_of(session, "《中华人民共和国渠道法》"),
    )
    qtbot.waitUntil(lambda: title(session) == "中华人民共和国渠道法")
    settled(session)
    assert [one.document.outline.metadata.title for one in session.window.reader.panes] == [
        "青山县渠道管理办法",
        "中华人民共和国渠道法",
    ]


def test_the_mouse_on_a_link_brings_its_card(qtbot, session: Session):
    viewport = view_of(session).viewport()
    place = QPointF(place_of(session, "《渠道法》"))
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        viewport.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)
    card = session.window.link_card
    qtbot.waitUntil(card.isVisible)
    assert card.text == "中华人民共和国渠道法，第二条第二款，渠道的水归用水的人。"
    QApplication.sendEvent(view_of(session), QEvent(QEvent.Type.Leave))
    assert card.isHidden()


def test_links_are_walked_and_followed_by_keyboard(qtbot, session: Session, settled):
    window, view = session.window, view_of(session)
    for _ in range(3):
        window.action(Do.NEXT_LINK).trigger()
    qtbot.waitUntil(window.link_card.isVisible)
    assert window.link_card.text.startswith("本文，第一条")
    window.action(Do.PREVIOUS_LINK).trigger()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: title(session) == "中华人民共和国渠道法")
    settled(session)


def test_a_link_that_the_keyboard_scrolls_to_has_its_card(
    qtbot, session: Session, settled, tmp_path: Path
):
    articles = "".join(f"第{number}条　渠道要管护。\n" * 20 for number in "二三四五")
    text = f"青山县长渠办法\n第一条　为了管护渠道。\n{articles}第六条　按本办法第一条执行。\n"
    (tmp_path / "长渠.txt").write_text(text, encoding="utf-8")
    session.services.importing.job([tmp_path / "长渠.txt"])(JobContext())
    session.desk.reading.open(session.services.library.find("青山县长渠办法").id)
    settled(session)
    with qtbot.waitSignal(session.desk.reading.moved):
        session.window.action(Do.NEXT_LINK).trigger()
    qtbot.waitUntil(session.window.link_card.isVisible)


def test_the_pane_lists_both_directions(qtbot, session: Session, settled):
    window = session.window
    law = session.services.library.find("中华人民共和国渠道法")
    session.desk.reading.open(law.id)
    qtbot.waitUntil(lambda: title(session) == "中华人民共和国渠道法")
    settled(session)
    tree = window.citations.findChild(QTreeView)
    model = tree.model()
    assert model.index(0, 0).data() == "被引用  2"
    window.reader.reveal(TextRange(LAW.index("渠道的水"), LAW.index("渠道的水")))
    settled(session)
    window.citations.findChild(QCheckBox).click()
    group = model.index(0, 0, model.index(0, 0))
    assert model.index(0, 0).data() == "被引用  1"
    tree.clicked.emit(model.index(0, 0, group.parent()).sibling(0, 0))
    tree.clicked.emit(model.index(0, 0, group))
    qtbot.waitUntil(lambda: title(session) == "青山县渠道管理办法")
    settled(session)
