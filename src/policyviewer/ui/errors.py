"""Where every failure meets the user: what happened, what is safe, what to do."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from policyviewer.domain.errors import UserError
from policyviewer.ui.translation import tr

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """What a dialog says; ``details`` is for whoever mends the program."""

    title: str
    text: str
    hint: str
    details: str = ""


def describe(error: BaseException) -> Message:
    """Give the words for a failure: the user's own for a UserError, plain ones for a bug."""
    if isinstance(error, UserError):
        return Message(tr("没有完成"), error.text, error.hint)
    return Message(
        tr("程序出了意外错误"),
        tr("程序出了意外错误，这一步没有完成。已经保存的批注和文件不受影响。"),
        tr("可以继续使用；请把下面的详细信息发给维护人员。"),
        "".join(traceback.format_exception(error)),
    )


class ErrorReporter(QObject):
    """Takes every exception that nothing else takes, from any thread, and tells the user."""

    _caught = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: QMessageBox | None = None
        self._waiting: list[Message] = []
        self._hooks = (sys.excepthook, threading.excepthook)
        self._caught.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take what Python would print and forget."""
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Put the hooks back as they were."""
        sys.excepthook, threading.excepthook = self._hooks

    def show(self, error: BaseException) -> None:
        """Tell the user of a failure; a bug goes into the log as well.

        One dialog at a time: another failure waits until it is closed, and one that repeats
        itself is told once, so that it does not bury the window.
        """
        message = describe(error)
        if message.details:
            logger.error("unexpected error", exc_info=error)
        if self._shown is None or not self._shown.isVisible():
            self._open(message)
        elif message.text not in (self._shown.text(), *(one.text for one in self._waiting)):
            self._waiting.append(message)

    @property
    def shown(self) -> QMessageBox | None:
        """Give the dialog that is open, if one is."""
        return self._shown

    def _open(self, message: Message) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(message.title)
        box.setText(message.text)
        box.setInformativeText(message.hint)
        if message.details:
            box.setDetailedText(message.details)
        box.finished.connect(self._on_finished)
        self._shown = box
        box.open()

    def _on_finished(self, _button: int) -> None:
        self._shown = None
        if self._waiting:
            self._open(self._waiting.pop(0))

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught.emit(caught.exc_value)
