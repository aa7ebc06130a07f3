"""The life of the window: from an empty QApplication to the last note stored."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from policyviewer.app import rescue, settings
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import Services, build_services
from policyviewer.app.settings import Settings
from policyviewer.domain.errors import DamagedDatabaseError, UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.ui import window_state
from policyviewer.ui.desk import Desk
from policyviewer.ui.errors import ErrorReporter
from policyviewer.ui.instance import Instance
from policyviewer.ui.look import Look
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import install_chinese

logger = logging.getLogger(__name__)


def run(paths: AppPaths) -> int:
    """Open the window and give the exit status when it is closed.

    Raises StorageError when the user's folder cannot be used.
    """
    application = QApplication(["policyviewer"])
    prepare(application)
    instance = Instance(paths.data)
    if not instance.claim():
        instance.call_other()
        return 0
    session = Session(paths)
    instance.called.connect(session.come_forward)
    try:
        session.begin()
        return application.exec()
    finally:
        session.end()
        instance.release()


def prepare(application: QApplication) -> None:
    """Give the application its name, its icon and Qt's Chinese words."""
    application.setApplicationName("PolicyViewer")
    application.setApplicationDisplayName("政策阅读器")
    application.setDesktopFileName("policyviewer")
    install_chinese(application)
