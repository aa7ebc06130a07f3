"""The voice of the operating system, where it has one and Qt's add-on for it is installed."""

from __future__ import annotations

from importlib.util import find_spec

from PySide6.QtCore import QLocale, QObject, Signal

from policyviewer.domain.errors import UserError
from policyviewer.ui.translation import tr

_MODULE = "PySide6.QtTextToSpeech"
_MOCK = "mock"
"""Qt's engine for tests, which is silent."""


def can_speak() -> bool:
    """Say whether Qt's add-on is there; whether the system has a voice shows at the first use."""
    return find_spec(_MODULE) is not None


class Voice(QObject):
    """Says one thing after another in Chinese; made when something is said for the first time."""

    ended = Signal()
    """What was said has come to its end."""
    failed = Signal(str)
    """The voice has failed; with its own words for it."""

    def __init__(self, engine: str | None = None, parent: QObject | None = None) -> None:
        """``engine`` is one of Qt's names, by default the best one of the system.

        Raises UserError where the system has no voice, or none that speaks Chinese.
        """
        from PySide6.QtTextToSpeech import QTextToSpeech

        super().__init__(parent)
        known = [name for name in QTextToSpeech.availableEngines() if name != _MOCK]
        if engine is None and not known:
            raise UserError(tr("这台机器没有语音。"), tr("请在系统设置里安装中文语音。"))
        self._speech = QTextToSpeech(engine or known[0], self)
        self._states = QTextToSpeech.State
        self._speaking = self._paused = False
        if engine is None:
            self._choose_chinese()
        self._speech.stateChanged.connect(self._on_state)

    def say(self, words: str) -> None:
        """Begin to say something; ``ended`` tells when it is said."""
        self._speaking, self._paused = True, False
        self._speech.say(words)

    def pause(self) -> None:
        """Hold on in the middle of what is being said, at the next word where the voice must."""
        self._paused = True
        self._speech.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._paused = False
        self._speech.resume()

    def stop(self) -> None:
        """Fall silent; nothing ends by it."""
        self._speaking = False
        self._speech.stop()

    def _choose_chinese(self) -> None:
        chinese = QLocale.Language.Chinese
        spoken = [one for one in self._speech.availableLocales() if one.language() == chinese]
        if not spoken:
            raise UserError(
                tr("这台机器的语音不会说中文。"), tr("请在系统设置的“语音”里添加中文语音。")
            )
        mainland = [one for one in spoken if one.territory() == QLocale.Country.China]
        self._speech.setLocale((mainland or spoken)[0])

    def _on_state(self, state: object) -> None:
        if state == self._states.Error:
            self._speaking = False
            self.failed.emit(self._speech.errorString())
        elif state == self._states.Paused and not self._paused:
            self._speech.resume()  # the wish to go on came before the pause
        elif state == self._states.Ready and self._speaking:
            self._speaking = False
            self.ended.emit()
