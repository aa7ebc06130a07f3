"""What a library pack would change, before it is installed; and whether its publisher is known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.packs.publishers import Publisher, grouped
from policyviewer.app.packs.service import Preview
from policyviewer.domain.packs import Change, ChangeKind
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import noop, tr

_SIZE = (640, 480)
MOST_ROWS = 1000
"""Changes that are listed one by one."""
_KINDS = {
    ChangeKind.ADDED: noop("新增"),
    ChangeKind.REVISED: noop("修订"),
    ChangeKind.REPEALED: noop("废止"),
    ChangeKind.WITHDRAWN: noop("移出"),
}


class PackDialog(QDialog):
    """Shows a preview; nothing is changed before the user says so."""

    install_wanted = Signal(object)
    """The Path of the pack."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("安装资料包"))
        self.resize(*_SIZE)
        self._path = preview.path
        self._list = QListWidget()
        self._list.setAccessibleName(tr("变化"))
        self._list.setUniformItemSizes(True)
        self._list.addItems(rows(preview))
        self._build(preview)

    def _build(self, preview: Preview) -> None:
        title = QLabel(title_text(preview))
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(8)
        whole.addWidget(title)
        for words in facts(preview):
            whole.addWidget(_wrapped(words))
        whole.addWidget(self._list, 1)
        whole.addWidget(_wrapped(tr("您自己导入的文件和批注都不受影响；安装后可以退回上一版。")))
        whole.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        cancel = QPushButton(tr("不安装"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        install = QPushButton(tr("安装"))
        install.setDefault(True)
        install.clicked.connect(self._on_install)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(install)
        return foot

    def _on_install(self) -> None:
        self.install_wanted.emit(self._path)
        self.accept()


def title_text(preview: Preview) -> str:
    """Give the first line: what it is, and up to which day it goes."""
    words = tr("《{title}》第 {version} 版，{count} 份文件，资料截至 {date}")
    head = preview.head
    return words.format(
        title=head.title, version=head.version, count=preview.documents, date=head.as_of
    )


def facts(preview: Preview) -> list[str]:
    """Give the lines below it: who signed, what it builds on, what changes, whose notes."""
    signed = tr("发布者：{name}，签名有效。指纹 {fingerprint}")
    told = [
        signed.format(
            name=preview.publisher.name, fingerprint=grouped(preview.publisher.fingerprint)
        ),
        changes_text(preview.changes),
    ]
    if preview.before is not None:
        told.insert(1, tr("现在装的是第 {version} 版。").format(version=preview.before.version))
    if preview.noted:
        words = tr("其中 {count} 份有您的批注，安装后会逐条核对批注的位置。")
        told.append(words.format(count=len(preview.noted)))
    if preview.own:
        words = tr(
            "其中 {count} 份您自己导入过，仍显示您导入的；从文库删除您导入的，就显示资料包里的。"
        )
        told.append(words.format(count=len(preview.own)))
    return told


def changes_text(changes: Sequence[Change]) -> str:
    """Give the changes in a few words."""
    counted = (
        (tr(name), sum(one.kind is kind for one in changes)) for kind, name in _KINDS.items()
    )
    told = [
        tr("{words} {count} 份").format(words=name, count=count) for name, count in counted if count
    ]
    return "，".join(told) or tr("没有变化")


def rows(preview: Preview) -> list[str]:
    """Give a line for each change, those that concern the user's notes first."""
    noted = {one.document for one in preview.noted}
    own = {one.document for one in preview.own}
    ordered = sorted(preview.changes, key=lambda one: one.document not in noted | own)
    told = [
        _row(one, noted=one.document in noted, own=one.document in own)
        for one in ordered[:MOST_ROWS]
    ]
    left = len(ordered) - len(told)
    return [*told, tr("……还有 {count} 份").format(count=left)] if left else told


def trust_box(publisher: Publisher, parent: QWidget, *, warned: bool) -> QMessageBox:
    """Give the question whether a publisher is trusted; ``warned``: another one is called so."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning if warned else QMessageBox.Icon.Question)
    box.setWindowTitle(tr("是否信任这个发布者"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("第一次遇到“{name}”发布的资料包。").format(name=publisher.name))
    words = tr(
        "请当面或打电话向发布单位核对指纹：\n{fingerprint}\n"
        "一字不差才选择信任；以后同一发布者的资料包不再询问。"
    ).format(fingerprint=grouped(publisher.fingerprint))
    if warned:
        words = tr("注意：您信任过另一个同名的发布者，指纹不同！") + "\n" + words
    box.setInformativeText(words)
    box.addButton(tr("核对无误，信任"), QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(tr("不信任"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    return box


def _row(one: Change, *, noted: bool, own: bool) -> str:
    number = f"（{one.number}）" if one.number else ""
    marks = [tr("有您的批注")] * noted + [tr("您导入过")] * own
    return "  ·  ".join((f"{tr(_KINDS[one.kind])}  《{one.title}》{number}", *marks))


def _wrapped(words: str) -> QLabel:
    label = soft(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
