"""Reads aloud: what is selected, or from the line in view to the end of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject

from policyviewer.domain.documents import Document
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.speech import Sentence, sentences
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.translation import tr
from policyviewer.ui.voice import Voice


class SpeakPresenter(QObject):
    """Hands one sentence after another to the voice and marks it on the page."""

    def __init__(
        self, reading: ReadingPresenter, window: MainWindow, make_voice: Callable[[], Voice]
    ) -> None:
        """``make_voice`` gives a voice when it is needed; raises UserError where there is none."""
        super().__init__(window)
        self._reading = reading
        self._window = window
        self._make_voice = make_voice
        self._voice: Voice | None = None
        self._document: Document | None = None
        self._waiting: Iterator[Sentence] = iter(())
        self._paused = False
        window.speech.pause_wanted.connect(self.pause)
        window.speech.stop_wanted.connect(self.stop)
        reading.opened.connect(self._on_opened)
        reading.emptied.connect(self.stop)

    @property
    def speaking(self) -> bool:
        """Say whether something is being said, or waits in a pause."""
        return self._document is not None

    def switch(self) -> None:
        """Begin to read aloud, or stop."""
        if self.speaking:
            self.stop()
            return
        document = self._reading.document
        if document is None:
            self._window.messages.show_message(tr("请先打开一份文件。"))
        elif self._ready():
            reader = self._window.reader
            selected = reader.selection()
            rest = TextRange(reader.position(), len(reader.text))
            span = selected if selected is not None and selected.length else rest
            reader.drop_selection()
            self._document, self._paused = document, False
            self._waiting = sentences(document.outline, reader.text, span)
            self._window.speech.show_state(paused=False)
            self._say_next()

    def pause(self) -> None:
        """Pause, or go on after a pause."""
        if self._voice is not None and self.speaking:
            self._paused = not self._paused
            (self._voice.pause if self._paused else self._voice.resume)()
            self._window.speech.show_state(paused=self._paused)

    def stop(self) -> None:
        """Stop reading aloud."""
        if not self.speaking:
            return
        self._document, self._waiting = None, iter(())
        if self._voice is not None:
            self._voice.stop()
        self._window.reader.set_spoken(None)
        self._window.speech.hide()

    def _ready(self) -> bool:
        """Make the voice at its first use; say why where there is none."""
        if self._voice is None:
            try:
                self._voice = self._make_voice()
            except UserError as error:
                self._window.messages.show_message(f"{error.text}{error.hint}")
                return False
            self._voice.setParent(self)
            self._voice.ended.connect(self._say_next)
            self._voice.failed.connect(self._on_failed)
        return True

    def _say_next(self) -> None:
        sentence = next(self._waiting, None)
        if sentence is None or self._voice is None:
            self.stop()
            return
        self._window.reader.set_spoken(sentence.span)
        self._voice.say(sentence.words)

    def _on_opened(self, document: Document) -> None:
        """What is said stands on the page, or is not said any more."""
        if self._document is not None and document.id != self._document.id:
            self.stop()

    def _on_failed(self, words: str) -> None:
        self.stop()
        self._window.messages.show_message(tr("朗读中断：{words}").format(words=words))
