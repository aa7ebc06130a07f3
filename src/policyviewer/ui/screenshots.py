"""Pictures of the real window, drawn without a display."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from policyviewer.app import settings
from policyviewer.app.library import provision_of
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import Services, build_services
from policyviewer.app.settings import Settings, ThemeName
from policyviewer.domain.closing import Closing
from policyviewer.domain.documents import Document
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.application import prepared
from policyviewer.ui.desk import Desk
from policyviewer.ui.fonts import WINDOWS_FONT, ensure_chinese_font
from policyviewer.ui.look import Look
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import TaskRunner

_PATIENCE = 180
"""Seconds: an old computer with a watchful antivirus takes a minute, and only a hang takes more."""
_LOOK_MS = 20
_ROUNDS = 3
"""Of events after the last job: what it has brought is laid out."""


@dataclass(frozen=True, slots=True)
class ScreenshotRequest:
    """What the picture shows; None and "" ask for nothing."""

    out: Path
    document: str | None = None
    provision: str | None = None
    search: str | None = None
    size: tuple[int, int] = (1366, 768)
    """Device-independent pixels."""
    scale: float = 1.0
    theme: ThemeName | None = None


class Stage(Closing):
    """A window at work over its services, to be brought into a state and drawn; closed at the end.

    ``chosen`` are the settings, which are not stored. Raises what opening the services raises.
    """

    def __init__(
        self, paths: AppPaths, chosen: Settings, size: tuple[int, int], scale: float
    ) -> None:
        application = _application(scale)
        ensure_chinese_font(paths.resources / "fonts")
        self.paths = paths
        look = Look(application, paths.resources, chosen.theme, large=chosen.large_print)
        self.services = build_services(paths, chosen)
        self.services.searching.mend(JobContext())
        self.window = MainWindow()
        self.tasks = TaskRunner(self.window)
        self.failures: list[BaseException] = []
        self.tasks.failed.connect(self.failures.append)
        self.desk = Desk(self.window, self.services, self.tasks, chosen)
        self.window.set_look(look)
        self.window.resize(*size)
        self.window.show()
        self.desk.reading.forget()  # a picture must not change where the user was
        self.desk.start()
        self.desk.focus_page()

    @override
    def close(self) -> None:
        """End what was begun."""
        self.tasks.shutdown()
        self.services.close()
        self.window.deleteLater()

    def settle(self) -> None:
        """Wait until nothing is going on; raises what a job has failed with."""
        busy = self.tasks
        page = self.window.reader
        _wait_until(lambda: not (busy.busy or page.filling) or bool(self.failures))
        if self.failures:
            raise self.failures[0]
        for _ in range(_ROUNDS):
            QApplication.processEvents()

    def draw(self, out: Path) -> None:
        """Draw the window, with the dialogs and menus over it, into a PNG file.

        Raises StorageError when the picture cannot be written.
        """
        _write(self._picture(), out)

    def _picture(self) -> QPixmap:
        picture = self.window.grab()
        painter = QPainter(picture)
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and one is not self.window and one.parent() is not None:
                place = QRect(self._place(one), one.size())
                painter.drawPixmap(place.topLeft(), one.grab())
                if one.windowType() is Qt.WindowType.Dialog:  # which the system would frame
                    painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        return picture

    def _place(self, over: QWidget) -> QPoint:
        """Give where a dialog or menu stands over the window; dialogs stand in its middle."""
        if over.windowType() is not Qt.WindowType.Dialog:
            return over.pos() - self.window.pos()
        return self.window.rect().center() - over.rect().center()


def take(paths: AppPaths, request: ScreenshotRequest) -> None:
    """Draw the window as requested into a PNG file.

    Raises UnknownDocumentError for a document or provision that is not there, and
    StorageError when the picture cannot be written.
    """
    chosen = settings.load(paths.settings)
    chosen = replace(chosen, theme=request.theme or chosen.theme)
    with Stage(paths, chosen, request.size, request.scale) as stage:
        _show(stage.desk, stage.services, request)
        stage.settle()
        stage.draw(request.out)


def _application(scale: float) -> QApplication:
    """Give the application, made offscreen at this scale unless there is one already."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    os.environ["QT_SCALE_FACTOR"] = str(scale)  # Qt reads both when the application is made
    if sys.platform == "win32":  # where offscreen looks for fonts in a folder that is not there
        os.environ.setdefault("QT_QPA_FONTDIR", str(WINDOWS_FONT.parent))
    return prepared(QApplication(["policyviewer", "-platform", "offscreen"]))


def _show(desk: Desk, services: Services, request: ScreenshotRequest) -> None:
    if request.document is not None or request.provision is not None:
        reference = request.document or services.library.documents()[0].id
        document = services.library.open(services.library.find(reference).id)
        desk.reading.open(document.id, _top_of(document, request.provision))
        desk.show_panel("outline")
    if request.search:
        desk.search(request.search)


def _top_of(document: Document, provision: str | None) -> TextRange | None:
    """Give the empty range where a provision begins, which goes to the top of the page."""
    if provision is None:
        return None
    start = provision_of(document, provision).span.start
    return TextRange(start, start)


def _write(picture: QPixmap, out: Path) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"不能建立文件夹“{out.parent}”。", "请换一个位置。") from error
    if not picture.save(str(out), "PNG"):
        raise StorageError(f"图片不能写入“{out}”。", "请检查文件夹的写入权限和磁盘空间。")


def _wait_until(done: Callable[[], bool]) -> None:
    """Let the event loop run until a condition holds; raises UserError when it never does."""
    loop = QEventLoop()
    look = QTimer(interval=_LOOK_MS)
    look.timeout.connect(lambda: loop.quit() if done() else None)
    look.start()
    patience = QTimer(singleShot=True, interval=_PATIENCE * 1000)
    patience.timeout.connect(loop.quit)
    patience.start()
    loop.exec()
    look.stop()
    if not done():
        words = f"窗口没有在 {_PATIENCE} 秒内画完。"
        raise UserError(words, "请重试；仍不行时运行 policyviewer doctor。")
