"""Pictures of the real window, drawn without a display."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from policyviewer.app import settings
from policyviewer.app.library import provision_of
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import Services, build_services
from policyviewer.app.settings import ThemeName
from policyviewer.domain.documents import Document
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.application import prepared
from policyviewer.ui.desk import Desk
from policyviewer.ui.look import Look
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import TaskRunner

_PATIENCE_MS = 20_000
_LOOK_MS = 20


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


def take(paths: AppPaths, request: ScreenshotRequest) -> None:
    """Draw the window as requested into a PNG file.

    Raises UnknownDocumentError for a document or provision that is not there, and
    StorageError when the picture cannot be written.
    """
    application = _application(request.scale)
    chosen = settings.load(paths.settings)
    chosen = replace(chosen, theme=request.theme or chosen.theme)
    look = Look(application, paths.resources, chosen.theme)
    with closing(build_services(paths, chosen)) as services:
        services.searching.mend(JobContext())
        window = MainWindow()
        tasks = TaskRunner(window)
        failures: list[BaseException] = []
        tasks.failed.connect(failures.append)
        try:
            desk = Desk(window, services, tasks, chosen)
            window.set_look(look)
            window.resize(*request.size)
            window.show()
            _show(desk, services, request)
            _wait_until(lambda: not (tasks.busy or window.reader.filling) or bool(failures))
            _write(window, request.out)
        finally:
            tasks.shutdown()
            window.deleteLater()
    if failures:
        raise failures[0]


def _application(scale: float) -> QApplication:
    """Give the application, made offscreen at this scale unless there is one already."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    os.environ["QT_SCALE_FACTOR"] = str(scale)  # Qt reads it when the application is made
    return prepared(QApplication(["policyviewer", "-platform", "offscreen"]))


def _show(desk: Desk, services: Services, request: ScreenshotRequest) -> None:
    desk.reading.forget()  # a picture must not change where the user was
    desk.start()
    desk.focus_page()
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


def _write(window: MainWindow, out: Path) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"不能建立文件夹“{out.parent}”。", "请换一个位置。") from error
    if not window.grab().save(str(out), "PNG"):
        raise StorageError(f"图片不能写入“{out}”。", "请检查文件夹的写入权限和磁盘空间。")


def _wait_until(done: Callable[[], bool]) -> None:
    """Let the event loop run until a condition holds; raises UserError when it never does."""
    loop = QEventLoop()
    look = QTimer(interval=_LOOK_MS)
    look.timeout.connect(lambda: loop.quit() if done() else None)
    look.start()
    patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    patience.start()
    loop.exec()
    look.stop()
    if not done():
        raise UserError("窗口没有在 20 秒内画完。", "请重试；仍不行时运行 policyviewer doctor。")
