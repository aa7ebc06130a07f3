"""The life of the window: from an empty QApplication to the last note stored."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from policyviewer.app import rescue, settings
from policyviewer.app.edition import edition_in
from policyviewer.app.keeping import KeepingService
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import Services, build_services
from policyviewer.app.settings import Settings
from policyviewer.domain.errors import DamagedNotesError, StorageError, UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.ui import window_state
from policyviewer.ui.about import wear
from policyviewer.ui.desk import Desk
from policyviewer.ui.errors import ErrorReporter
from policyviewer.ui.fonts import ensure_chinese_font
from policyviewer.ui.instance import Instance
from policyviewer.ui.keeping_place import after_asking, notice
from policyviewer.ui.look import Look
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import WindowLanguage, install_chinese, tr

logger = logging.getLogger(__name__)

_BACKUP_MS = 60 * 60 * 1000
"""The notes are backed up at the start and every hour."""


def run(paths: AppPaths, tell: Callable[[str], None], files: Sequence[Path] = ()) -> int:
    """Open the window with some files and give the exit status when it is closed.

    A second start brings the first window to the front, hands it the files, and ``tell`` hears
    of it. Raises StorageError when the user's folder cannot be used.
    """
    application = prepared(QApplication(["policyviewer"]))
    paths = after_asking(paths)
    instance = Instance(paths.data)
    if not instance.claim():
        instance.call_other(files)
        tell(tr("政策阅读器已经打开，已请它到前面来。"))
        return 0
    session = Session(paths, application)
    instance.called.connect(session.on_called)
    session.begin()
    session.open_files(files)
    try:
        return application.exec()
    finally:
        session.end()
        instance.release()


def prepared(application: QApplication) -> QApplication:
    """Give the application its name and Qt's Chinese words."""
    application.setApplicationName("PolicyViewer")
    application.setApplicationDisplayName(tr("政策阅读器"))
    application.setDesktopFileName("policyviewer")
    install_chinese(application)
    return application


class Session(QObject):
    """One window with its services, from opening to the last note stored."""

    def __init__(self, paths: AppPaths, application: QApplication) -> None:
        super().__init__(application)
        self._paths = paths
        self._settings = settings.load(paths.settings)
        self._last = window_state.load(paths.window_state)
        language = self._settings.language.value
        self._language = WindowLanguage(application, paths.resources / "translations", language)
        self._can_show_chinese = ensure_chinese_font(paths.resources / "fonts")
        self.tasks = TaskRunner(self)
        self.window = MainWindow()
        # a style sheet that comes behind the parts is worked out for each of them once
        self._look = Look(
            application,
            paths.resources,
            self._settings.theme,
            large=self._settings.large_print,
        )
        wear(edition_in(paths.release), self.window)
        self.errors = ErrorReporter(self.window)
        self.services: Services | None = None
        self.desk: Desk | None = None
        self._waiting: list[Path] = []
        self._backup = QTimer(self, interval=_BACKUP_MS)
        self._backup.timeout.connect(self._back_up)
        self._look.changed.connect(self._on_look_changed)
        self.tasks.failed.connect(self.errors.show)
        self.window.closing.connect(self._on_closing)

    def begin(self) -> None:
        """Show the window and open the library behind it."""
        self.errors.install()
        self.window.set_look(self._look)
        self.window.restore_state(self._last)
        self.window.show()
        if not self._can_show_chinese:
            self.window.messages.show_message(
                tr("这台机器没有中文字体，文字会显示为方框。请安装中文字体后重新启动。")
            )
        self._open()

    def end(self) -> None:
        """Store what is to be stored, end the threads, close the databases."""
        self._backup.stop()
        self.tasks.shutdown()
        if self.desk is not None:
            self.desk.notes.rescue_words()
        if self.services is not None:
            self.services.close()
        self.errors.uninstall()
        _leave_plain_clipboard()
        self.window.deleteLater()
        self._language.end()
        self.deleteLater()

    def open_files(self, files: Sequence[Path]) -> None:
        """Open files as soon as the library is open."""
        if self.desk is None:
            self._waiting += files
        else:
            self.desk.opening.open(files)

    def on_called(self, files: Sequence[Path]) -> None:
        """Bring the window to the front: the user started the program again, maybe with files."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        self.open_files(files)

    def _open(self) -> None:
        """Open the services in the background; the bundled index may have to be built first."""

        def build(ctx: JobContext) -> Services:
            return build_services(self._paths, self._settings, ctx)

        handle = self.tasks.submit(
            build,
            on_done=self._on_opened,
            on_error=self._on_not_opened,
            on_progress=self.window.progress.show_progress,
            on_end=self.window.progress.finish,
            owner=self,
            lane=Lane.WRITE,
        )
        self.window.progress.begin(tr("正在准备文库"), handle.cancel)

    def _on_opened(self, services: Services) -> None:
        self.services = services
        self.desk = Desk(self.window, services, self.tasks, self._settings)
        self.desk.settings_changed.connect(self._on_settings)
        self.desk.start(self._last.beside)
        self.desk.focus_page()
        if words := notice(self._paths):
            self.window.messages.show_message(words)
        self.open_files(self._waiting)
        self._back_up()
        self._backup.start()

    def _on_not_opened(self, error: BaseException) -> None:
        """Offer the newest backup for broken notes; tell of anything else."""
        if isinstance(error, DamagedNotesError):
            self._rescue(error)
        else:
            self.errors.show(error)

    def _rescue(self, error: UserError) -> None:
        found = rescue.look(self._paths, second=self._second())
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("批注文件已损坏"))
        box.setText(tr("{text}损坏的文件会另存，不会删除。").format(text=error.text))
        box.setInformativeText(rescue.offer(found))
        anew = box.addButton(tr("从空白开始"), QMessageBox.ButtonRole.RejectRole)
        if found.backup is not None:
            take = box.addButton(tr("恢复备份"), QMessageBox.ButtonRole.AcceptRole)
            box.setDefaultButton(take)
        box.buttonClicked.connect(
            lambda button: self._after_rescue(found, wanted=button is not anew)
        )
        box.open()

    def _after_rescue(self, found: rescue.Rescue, *, wanted: bool) -> None:
        rescue.set_aside(self._paths)
        if wanted:
            rescue.restore(self._paths, found)
        self._open()

    def _on_settings(self, changed: Settings) -> None:
        look = (changed.theme, changed.large_print)
        if look != (self._settings.theme, self._settings.large_print):
            self._look.apply(changed.theme, large=changed.large_print)
        self._settings = changed
        settings.save(self._paths.settings, changed)

    def _on_look_changed(self) -> None:
        self.window.set_look(self._look)

    def _on_closing(self) -> None:
        """Store what is not yet stored; without its place the window opens in the middle."""
        if self.desk is not None:
            self.desk.stop()
        try:
            window_state.save(self._paths.window_state, self.window.state())
        except StorageError:
            logger.info("the window's place could not be stored")

    def _back_up(self) -> None:
        services = self.services
        if services is None:
            return

        def copy(_ctx: JobContext) -> Path:
            return services.keeping.take()

        self.tasks.submit(
            copy,
            on_done=partial(self._take_along, services.keeping),
            on_error=self._on_not_backed_up,
            owner=self,
            lane=Lane.NOTES,
        )

    def _take_along(self, keeping: KeepingService, backup: Path) -> None:
        """Copy a backup into the second folder: a stick or a share may be slow, or not answer for
        a minute, and no note may wait for that.
        """
        second = self._second()
        if second is not None:
            self.tasks.submit(
                lambda _ctx: keeping.take_along(backup, second),
                on_done=_nothing,
                on_error=self._on_not_backed_up,
                owner=self,
                lane=Lane.READ,
            )

    def _second(self) -> Path | None:
        """Give the second folder of backups, if the user chose one."""
        folder = self._settings.backup_folder
        return self._paths.drive.found(folder) if folder else None

    def _on_not_backed_up(self, error: BaseException) -> None:
        """Tell of it in a line: it comes again every hour while a disk is not there."""
        if isinstance(error, UserError):
            self.window.messages.show_message(f"{error.text}{error.hint}")
        else:
            self.errors.show(error)


def _leave_plain_clipboard() -> None:
    """Leave the copied words behind as plain data: what Python made does not outlive it."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())


def _nothing(_result: object) -> None:
    """Take the result of a job that has none."""
