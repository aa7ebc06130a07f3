"""Reading aloud in the real window, with a voice that only writes down what it is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.application import Session


class Scribe(QObject):
    ended = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.deeds: list[str] = []

    def say(self, words: str) -> None:
        self.heard.append(words)

    def pause(self) -> None:
        self.deeds.append("pause")

    def resume(self) -> None:
        self.deeds.append("resume")

    def stop(self) -> None:
        self.deeds.append("stop")


@pytest.fixture
def scribe() -> Scribe:
    return Scribe()


@pytest.fixture
def session(start, scribe: Scribe) -> Session:
    session = start()
    session.desk.speaking._make_voice = lambda: scribe
    return session


def spoken(session: Session) -> TextRange | None:
    return session.window.reader.active._painter.spoken


def test_the_page_is_read_from_the_line_in_view(session: Session, scribe: Scribe):
    reader = session.window.reader
    session.desk.speaking.switch()
    for _ in range(3):
        scribe.ended.emit()
    assert len(scribe.heard) == 4
    assert spoken(session).of(reader.text).strip().startswith(scribe.heard[-1][:4])
    assert session.window.speech.isVisible()


def test_only_what_is_selected_is_read(session: Session, scribe: Scribe):
    reader = session.window.reader
    at = reader.text.index("区域协调发展")
    reader.select(TextRange(at, at + 6))
    session.desk.speaking.switch()
    scribe.ended.emit()
    assert scribe.heard == ["区域协调发展"]
    assert not session.desk.speaking.speaking
    assert spoken(session) is None


def test_it_pauses_goes_on_and_stops(session: Session, scribe: Scribe):
    speaking = session.desk.speaking
    speaking.switch()
    speaking.pause()
    speaking.pause()
    speaking.switch()
    assert scribe.deeds == ["pause", "resume", "stop"]
    assert session.window.speech.isHidden()


def test_another_document_ends_it(session: Session, scribe: Scribe, settled):
    session.desk.speaking.switch()
    session.desk.reading.open("manual")
    settled(session)
    assert not session.desk.speaking.speaking


def test_a_voice_that_fails_is_told(session: Session, scribe: Scribe):
    session.desk.speaking.switch()
    scribe.failed.emit("no device")
    assert "no device" in session.window.messages.text
    assert not session.desk.speaking.speaking


def test_a_machine_without_a_voice_is_told(start):
    session = start()

    def none() -> None:
        raise UserError("这台机器没有语音。", "请安装中文语音。")

    session.desk.speaking._make_voice = none
    session.desk.speaking.switch()
    assert "没有语音" in session.window.messages.text
    assert not session.desk.speaking.speaking
