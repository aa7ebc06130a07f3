"""Library packs in the window: dropped, opened by a double click, offered from a stick."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from tests.unit.packing import Press, User

from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.pack_dialog import PackDialog


@pytest.fixture
def user(home, press: Press) -> User:
    return User(home).trusting(press)


def dialog_of(session: Session, kind: type) -> object | None:
    found = session.window.findChildren(kind)
    return next((one for one in found if one.isVisible()), None)


def titles(session: Session) -> set[str]:
    return {one.metadata.title for one in session.services.library.documents()}


def press_button(dialog, words: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()


def test_a_pack_is_looked_at_installed_and_read_without_a_restart(
    qtbot, user: User, press: Press, start, settled
):
    session = start()
    session.on_called([press.full(1)])
    qtbot.waitUntil(lambda: dialog_of(session, PackDialog) is not None)
    assert "青山县森林防火办法" not in titles(session)
    press_button(dialog_of(session, PackDialog), "安装")
    qtbot.waitUntil(lambda: "青山县森林防火办法" in titles(session))
    settled(session)
    assert "已安装《青山市政策库》第 1 版" in session.window.messages.text
    session.desk.search("巡查队伍")
    qtbot.waitUntil(lambda: session.window.results.list.model().rowCount() == 1)


def test_an_update_is_installed_and_taken_back(qtbot, user: User, press: Press, start, settled):
    user.install(press.full(1))
    session = start()
    session.window.files_dropped.emit([press.delta(1, 4)])
    qtbot.waitUntil(lambda: dialog_of(session, PackDialog) is not None)
    press_button(dialog_of(session, PackDialog), "安装")
    qtbot.waitUntil(lambda: "青山县饮用水安全条例" in titles(session))
    settled(session)
    session.window.action(Do.ROLL_BACK_PACK).trigger()
    qtbot.waitUntil(lambda: dialog_of(session, QMessageBox) is not None)
    assert "从第 4 版退回第 1 版" in dialog_of(session, QMessageBox).text()
    press_button(dialog_of(session, QMessageBox), "退回")
    qtbot.waitUntil(lambda: "青山县饮用水安全条例" not in titles(session))
    settled(session)


def test_a_stranger_is_asked_about_with_the_fingerprint(qtbot, press: Press, start, settled):
    session = start()
    session.on_called([press.full(1)])
    qtbot.waitUntil(lambda: dialog_of(session, QMessageBox) is not None)
    box = dialog_of(session, QMessageBox)
    shown = "".join(box.informativeText().split())
    assert press.publisher.fingerprint.upper() in shown
    press_button(box, "核对无误，信任")
    qtbot.waitUntil(lambda: dialog_of(session, PackDialog) is not None)
    dialog_of(session, PackDialog).reject()
    settled(session)
    assert session.services.packs.installed() == []


def test_who_is_not_trusted_installs_nothing(qtbot, press: Press, start, settled):
    session = start()
    session.on_called([press.full(1)])
    qtbot.waitUntil(lambda: dialog_of(session, QMessageBox) is not None)
    press_button(dialog_of(session, QMessageBox), "不信任")
    settled(session)
    assert session.services.packs.trusted() == []
    assert dialog_of(session, PackDialog) is None


def test_a_newer_pack_on_a_watched_stick_is_offered(
    qtbot, user: User, press: Press, start, settled, tmp_path: Path
):
    user.install(press.full(1))
    stick = tmp_path / "U盘"
    stick.mkdir()
    shutil.copy(press.delta(1, 4), stick)
    session = start()
    session.services.watching.watch(stick)
    session.desk.watching.look()
    qtbot.waitUntil(lambda: "有新的资料包" in session.window.messages.text)
    settled(session)


def test_how_recent_a_pack_is_can_be_seen(qtbot, user: User, press: Press, start, settled):
    user.install(press.full(1))
    session = start()
    settled(session)
    session.window.action(Do.ABOUT).trigger()
    qtbot.waitUntil(lambda: dialog_of(session, QMessageBox) is not None)
    told = dialog_of(session, QMessageBox).informativeText()
    assert f"《青山市政策库》第 1 版，资料截至 {press.order(1).as_of}" in told
    dialog_of(session, QMessageBox).reject()
