"""The page that shows a comparison: what is compared, how, and the rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.comparing import Compared
from policyviewer.app.synopsis_sheet import counted
from policyviewer.ui.panes.parts import column, empty_state, soft
from policyviewer.ui.synopsis.plan import Layout, SynopsisPlan
from policyviewer.ui.synopsis.view import SynopsisView
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr

_LAYOUTS = {Layout.BESIDE: noop("并排"), Layout.JOINED: noop("合并")}


class SynopsisPage(QWidget):
    """One comparison with a bar above it; what was chosen holds for the next one too."""

    place_chosen = Signal(int, int)
    """A side (0 is the old text) and the code point that was chosen in it."""
    export_wanted = Signal(bool)
    """Whether only what changed shall be exported."""
    swap_wanted = Signal()
    tie_wanted = Signal(object)
    """The Row whose local paragraph shall come from another one of the superior document."""
    untie_wanted = Signal(object)
    """The Row whose local paragraph shall come from none."""
    forget_wanted = Signal(object)
    """The Row of which the words shall tell again where it comes from."""
    not_found = Signal()
    """The words that are looked for stand nowhere on the page."""
    step_failed = Signal()
    """There is no further change in the direction one went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Compared | None = None
        self._plan: SynopsisPlan | None = None
        self._names = QLabel()
        self._names.setProperty("role", "cardTitle")
        self._names.setWordWrap(True)
        self._names.setTextFormat(Qt.TextFormat.PlainText)
        self._counts = soft()
        self._counts.setWordWrap(True)
        self._verdict = empty_state("")
        self._layout_box = QComboBox()
        self._layout_box.setAccessibleName(tr("怎样排列"))
        for layout, name in _LAYOUTS.items():
            self._layout_box.addItem(tr(name), layout)
        self._only_changes = QCheckBox(tr("只看变化"))
        self._swap = QPushButton(tr("对调"))
        self._swap.setToolTip(tr("把两份文件对调：原来的“新”变成“原”"))
        self._export = QPushButton(tr("导出…"))
        self._export.setToolTip(tr("导出为 Word、网页或 Excel 对照表"))
        self._find = QLineEdit()
        self._find.setPlaceholderText(tr("在对照中查找"))
        self._find.setAccessibleName(tr("在对照中查找"))
        self._find.setToolTip(tr("按回车键到下一处"))
        self._find.setClearButtonEnabled(True)
        self._previous = _tool(tr("上一处变化（Shift+F3）"))
        self._next = _tool(tr("下一处变化（F3）"))
        self.view = SynopsisView()
        self._build()
        self._connect()

    @property
    def compared(self) -> Compared | None:
        """Give what is shown."""
        return self._made

    def show_compared(self, made: Compared, *, keep_place: bool = False) -> None:
        """Show a comparison from the beginning, or where the last one stood."""
        at = self.view.row_at_top() if keep_place and self._made is not None else -1
        self._made = made
        old, new = made.names
        between = tr("《{new}》落实《{old}》") if made.superior else tr("《{old}》→《{new}》")
        self._names.setText(between.format(old=old, new=new))
        self._verdict.setText(made.verdict)
        self._verdict.setVisible(bool(made.verdict))
        self._counts.setText(counted(made))
        self._swap.setVisible(not made.superior)
        self._show_rows(at)

    def clear(self) -> None:
        """Show nothing: the comparison was closed."""
        self._made = self._plan = None
        self.view.show_plan(None)

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Put the theme's icons on the buttons."""
        self._previous.setIcon(icon("arrow-up-s-line"))
        self._next.setIcon(icon("arrow-down-s-line"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.view.set_theme(theme)

    def begin_find(self) -> None:
        """Put the keyboard to the line in which one types what is looked for."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def step(self, by: int) -> None:
        """Go to the next change (1), or the one before (-1)."""
        if not self.view.step(by):
            self.step_failed.emit()

    def choose(self, *, layout: Layout | None = None, only_changes: bool | None = None) -> None:
        """Choose how the rows are shown."""
        if layout is not None:
            self._layout_box.setCurrentIndex(self._layout_box.findData(layout))
        if only_changes is not None:
            self._only_changes.setChecked(only_changes)

    def menu_of(self, number: int) -> QMenu | None:
        """Give the menu of a row; None where nothing can be done with it."""
        row = self._plan.row(number) if self._plan is not None else None
        if row is None or self._made is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = (tr("到原文中的位置"), tr("到新文中的位置"))
        if self._made.superior:
            names = (tr("到上级文件中的位置"), tr("到本级文件中的位置"))
        for side, units in enumerate((row.old, row.new)):
            for unit in units[:1]:
                go = partial(self.place_chosen.emit, side, unit.span.start)
                menu.addAction(names[side], go)
        if self._made.superior and row.new:
            menu.addSeparator()
            menu.addAction(tr("对应到上级文件的另一段…"), lambda: self.tie_wanted.emit(row))
            untie = menu.addAction(tr("解除对应，算作新增"), lambda: self.untie_wanted.emit(row))
            untie.setEnabled(bool(row.old))
            forget = menu.addAction(tr("恢复自动判断"), lambda: self.forget_wanted.emit(row))
            forget.setEnabled(row.by_hand)
        return menu

    def _build(self) -> None:
        head = QFrame()
        head.setObjectName("synopsisHead")
        rows = QVBoxLayout(head)
        rows.setContentsMargins(16, 10, 16, 8)
        rows.setSpacing(6)
        rows.addWidget(self._names)
        rows.addWidget(self._counts)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for part in (self._layout_box, self._only_changes, self._previous, self._next):
            tools.addWidget(part)
        tools.addStretch(1)
        tools.addWidget(self._find, 2)
        tools.addWidget(self._swap)
        tools.addWidget(self._export)
        rows.addLayout(tools)
        self._verdict.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        whole = column(self)
        whole.addWidget(head)
        whole.addWidget(self._verdict)
        whole.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._layout_box.currentIndexChanged.connect(self._on_chosen)
        self._only_changes.toggled.connect(self._on_chosen)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._find.returnPressed.connect(self._on_find)
        self._swap.clicked.connect(self.swap_wanted)
        self._export.clicked.connect(
            lambda: self.export_wanted.emit(self._only_changes.isChecked())
        )
        self.view.place_chosen.connect(self.place_chosen)
        self.view.menu_wanted.connect(self._on_menu_wanted)

    def _on_find(self) -> None:
        words = self._find.text()
        if words and not self.view.find_words(words):
            self.not_found.emit()

    def _on_chosen(self, _chosen: object = None) -> None:
        self._show_rows(-1)

    def _show_rows(self, at: int) -> None:
        if self._made is None:
            return
        layout = Layout(self._layout_box.currentData())
        self._plan = SynopsisPlan(self._made, layout, only_changes=self._only_changes.isChecked())
        self.view.show_plan(self._plan, at)
        steps = bool(self._plan.changes)
        self._previous.setEnabled(steps)
        self._next.setEnabled(steps)

    def _on_menu_wanted(self, number: int, place: QPoint) -> None:
        menu = self.menu_of(number)
        if menu is not None:
            menu.popup(place)


def _tool(name: str) -> QToolButton:
    made = QToolButton()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setAutoRaise(True)
    return made
