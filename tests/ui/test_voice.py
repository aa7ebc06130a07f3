from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from policyviewer.domain.errors import UserError
from policyviewer.ui.voice import Voice, can_speak

if not can_speak():
    pytest.skip("Qt's add-on for speech is not installed", allow_module_level=True)

pytestmark = pytest.mark.qt_log_ignore("pipewire", extend=True)
"""Qt's add-on looks for a sound server."""


@pytest.fixture
def voice(qtbot: QtBot) -> Voice:
    return Voice("mock")


def test_what_is_said_comes_to_its_end(qtbot: QtBot, voice: Voice):
    with qtbot.waitSignal(voice.ended):
        voice.say("one two")


def test_what_is_stopped_does_not_end(qtbot: QtBot, voice: Voice):
    with qtbot.assertNotEmitted(voice.ended, wait=300):
        voice.say("one two three")
        voice.stop()


def test_after_a_pause_it_goes_on(qtbot: QtBot, voice: Voice):
    voice.say("one two")
    voice.pause()
    with qtbot.waitSignal(voice.ended):
        voice.resume()


def test_a_machine_without_a_voice_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", staticmethod(lambda: ["mock"]))
    with pytest.raises(UserError, match="没有语音"):
        Voice()
