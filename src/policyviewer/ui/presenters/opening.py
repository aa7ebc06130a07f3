"""Files handed to the program from outside: documents, folders, packages, library packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from policyviewer.app.opening import OpeningService, ToOpen
from policyviewer.domain.names import readable
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.importing import ImportPresenter
from policyviewer.ui.presenters.noting import NotePresenter
from policyviewer.ui.presenters.packing import PackPresenter
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


class OpenPresenter(QObject):
    """Shows what the library has, and asks before anything is taken in."""

    def __init__(
        self,
        opening: OpeningService,
        tasks: TaskRunner,
        window: MainWindow,
        reading: ReadingPresenter,
        importing: ImportPresenter,
        noting: NotePresenter,
        packing: PackPresenter,
    ) -> None:
        super().__init__(window)
        self._opening = opening
        self._tasks = tasks
        self._window = window
        self._reading = reading
        self._importing = importing
        self._noting = noting
        self._packing = packing

    def open(self, paths: Sequence[Path]) -> None:
        """Open files and folders, whatever they are."""
        if paths:
            self._tasks.submit(
                self._opening.job(paths), on_done=self._on_sorted, owner=self, lane=Lane.READ
            )

    def _on_sorted(self, found: ToOpen) -> None:
        for document in found.documents:
            self._reading.open(document)
        for package in found.notes:
            self._ask_to_merge(package)
        for pack in found.packs[:1]:  # one question at a time
            self._packing.open(pack)
        if found.files:
            self._importing.ask(self._window, found.files)
        if found.failures:
            words = "".join(f"{one.text}{one.hint}" for one in found.failures)
            self._window.messages.show_message(words)

    def _ask_to_merge(self, package: Path) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("导入批注包"))
        box.setText(
            tr("要把“{name}”里的批注合并到您的批注中吗？").format(name=readable(package.name))
        )
        box.setInformativeText(tr("重复导入不会重复；双方都改过的，两份都保留。导入可以一步撤销。"))
        take = box.addButton(tr("导入"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("不导入"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(take)
        take.clicked.connect(lambda _checked=False: self._noting.take_in(package))
        box.open()
