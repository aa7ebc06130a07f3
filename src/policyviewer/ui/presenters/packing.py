"""Library packs in the window: looked at, installed behind it, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QInputDialog, QMessageBox

from policyviewer.app.library import LibraryChanged
from policyviewer.app.opening import LIBRARY_PACK
from policyviewer.app.packs.installed import Installation
from policyviewer.app.packs.publishers import Publisher
from policyviewer.app.packs.service import PackService, Preview, Switched
from policyviewer.domain.errors import UnknownPublisherError
from policyviewer.domain.names import readable
from policyviewer.domain.tasks import Job, JobContext
from policyviewer.ui.dialogs.pack_dialog import PackDialog, changes_text, trust_box
from policyviewer.ui.long_work import LongWork
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import TaskRunner
from policyviewer.ui.translation import tr

_KEY = "packs"
_OFFERS = "pack-offers"


class PackPresenter(QObject):
    """Leads from a pack to the library that shows it."""

    library_changed = Signal(object)
    """A LibraryChanged: documents that are new or have a new text."""

    def __init__(
        self,
        packs: PackService,
        reopen: Callable[[], None],
        tasks: TaskRunner,
        window: MainWindow,
    ) -> None:
        """``reopen`` opens the shelves of packs as they are installed now."""
        super().__init__(window)
        self._packs = packs
        self._reopen = reopen
        self._tasks = tasks
        self._window = window
        self._work = LongWork(tasks, window.progress, self)
        self._told: tuple[Path, ...] = ()

    def choose(self) -> None:
        """Let the user choose a pack with the system's own dialog."""
        chooser = QFileDialog(
            self._window, tr("选择资料包"), "", tr("资料包") + f" (*{LIBRARY_PACK})"
        )
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.open(Path(name)))
        chooser.open()

    def open(self, path: Path) -> None:
        """Look at a pack and show what it would change."""
        self._tasks.submit(
            self._packs.preview(path),
            on_done=self._show,
            on_error=partial(self._on_refused, path),
            owner=self,
            key=_KEY,
        )

    def look_for(self, folders: Sequence[Path]) -> None:
        """Look for newer packs in folders, and offer the first."""
        self._tasks.submit(
            self._packs.offers(folders), on_done=self._on_offers, owner=self, key=_OFFERS
        )

    def install(self, path: Path) -> None:
        """Install a pack behind the window."""
        self._work.run(
            tr("正在安装资料包"),
            self._shown(self._packs.install(path)),
            partial(self._on_switched, tr("已安装《{title}》第 {version} 版")),
        )

    def ask_to_go_back(self) -> None:
        """Ask which library shall be shown as it was before."""
        found = [one for one in self._packs.installed() if one.pointer.previous is not None]
        if not found:
            self._window.messages.show_message(tr("没有可以退回上一版的资料包。"))
        elif len(found) == 1:
            self._confirm(found[0])
        else:
            self._choose_of(found)

    def roll_back(self, name: str) -> None:
        """Show a library's version before again."""
        self._work.run(
            tr("正在退回上一版"),
            self._shown(self._packs.roll_back(name)),
            partial(self._on_switched, tr("现在显示《{title}》第 {version} 版")),
        )

    def _shown(self, job: Job[Switched]) -> Job[Switched]:
        """Give a job after which the shelves show what it did."""

        def run(ctx: JobContext) -> Switched:
            done = job(ctx)
            self._reopen()
            return done

        return run

    def _show(self, preview: Preview) -> None:
        dialog = PackDialog(preview, self._window)
        dialog.install_wanted.connect(self.install)
        dialog.open()

    def _on_refused(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, UnknownPublisherError):
            self._tasks.failed.emit(error)
            return

        def look(_ctx: JobContext) -> tuple[Publisher, bool]:
            publisher, _trusted = self._packs.signer(path)
            return publisher, self._packs.has_namesake(publisher)

        self._tasks.submit(look, on_done=partial(self._ask_to_trust, path), owner=self, key=_KEY)

    def _ask_to_trust(self, path: Path, found: tuple[Publisher, bool]) -> None:
        publisher, warned = found
        box = trust_box(publisher, warned, self._window)

        def answered(button: QAbstractButton) -> None:
            if box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole:
                self._packs.trust(publisher)
                self.open(path)

        box.buttonClicked.connect(answered)
        box.open()

    def _confirm(self, one: Installation) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("退回上一版"))
        box.setText(back_text(one))
        box.setInformativeText(tr("批注会跟着核对。再用一次可以回到现在这一版。"))
        back = box.addButton(tr("退回"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("不退回"), QMessageBox.ButtonRole.RejectRole)
        back.clicked.connect(lambda _checked=False: self.roll_back(one.name))
        box.open()

    def _choose_of(self, found: Sequence[Installation]) -> None:
        names = {back_text(one): one.name for one in found}
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("退回上一版"))
        dialog.setLabelText(tr("批注会跟着核对。再用一次可以回到现在这一版。"))
        dialog.setComboBoxItems(list(names))
        dialog.textValueSelected.connect(lambda name: self.roll_back(names[name]))
        dialog.open()

    def _on_switched(self, words: str, switched: Switched) -> None:
        head = switched.installation.current.head
        told = words.format(title=head.title, version=head.version)
        self._window.messages.show_message(f"{told}：{changes_text(switched.changes)}。")
        self.library_changed.emit(LibraryChanged(switched.documents))

    def _on_offers(self, found: list[Path]) -> None:
        """Offer a newer pack once; what the user leaves alone is offered at the next start."""
        fresh = tuple(path for path in found if path not in self._told)
        if fresh:
            self._told += fresh
            words = tr("有新的资料包：{name}").format(name=readable(fresh[0].name))
            self._window.messages.show_message(words, tr("查看"), lambda: self.open(fresh[0]))


def back_text(one: Installation) -> str:
    """Give the words that name what would be shown again."""
    previous = one.pointer.previous
    words = tr("《{title}》从第 {version} 版退回第 {former} 版（资料截至 {date}）")
    return words.format(
        title=one.current.head.title,
        version=one.current.head.version,
        former=previous.head.version if previous else "",
        date=previous.head.as_of if previous else "",
    )
