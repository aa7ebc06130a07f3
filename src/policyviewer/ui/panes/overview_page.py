"""The library at a glance: what was in hand last, and how many documents there are of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.app.groupings import Grouping
from policyviewer.app.recent import Recent
from policyviewer.app.shelving import Chosen
from policyviewer.ui.models.library_model import group_name
from policyviewer.ui.panes.count_chart import Bar, CountChart
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.panes.recent_list import RecentList
from policyviewer.ui.panes.year_chart import YearChart
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.status_line import library_text

_CHARTS = {
    Grouping.YEAR: noop("年份"),
    Grouping.LEVEL: noop("机关层级"),
    Grouping.ISSUER: noop("发文机关"),
    Grouping.KIND: noop("文种"),
    Grouping.SUBJECT: noop("主题"),
    Grouping.STANDING: noop("效力"),
}
"""The years come first, and as wide as the page."""
Counts = Mapping[Grouping, Sequence[tuple[str, int]]]
"""The names of groups with the numbers of their documents."""
_COLUMNS = 2
_WIDEST = 860
_FEWEST = 10
"""Documents from which there is something to count."""
_WELCOME = noop(
    "这里是离线的政策文件阅读器，不连接任何网络。\n\n"
    "导入：按 Ctrl+O，或把文件、文件夹拖到窗口里。\n"
    "检索：按 Ctrl+K，输入词、文号、标题或“立法法 65 二”。\n"
    "手册：按 F1。"
)


class OverviewPage(QScrollArea):
    """Documents in hand last, and charts of counts; choosing a bar narrows down the others and
    the tree of the library.

    The charts are made when the page is first seen: a start does not wait for them.
    """

    chosen_changed = Signal(object)
    """The groups that are chosen now (Chosen)."""
    import_wanted = Signal()
    names_wanted = Signal()
    """The index of names is to be shown."""
    seen = Signal()
    """The page has come into view."""
    document_chosen = Signal(str)
    """The id of a document that is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(tr("文库概览"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._chosen: dict[Grouping, str] = {}
        self._counts: Counts = {}
        self._theme = LIGHT
        self._documents = 0
        self._charts: dict[Grouping, CountChart] = {}
        self._sections: list[QWidget] = []
        self._read = RecentList(tr("最近阅读"))
        self._imported = RecentList(tr("最近导入"))
        self._recent = [
            (shown, _section(shown.accessibleName(), shown))
            for shown in (self._read, self._imported)
        ]
        self._grid = QGridLayout()
        self._title = QLabel(tr("文库概览"))
        self._title.setProperty("role", "overviewTitle")
        self._figures = soft()
        self._welcome = QLabel(tr(_WELCOME))
        self._welcome.setWordWrap(True)
        self._import = QPushButton(tr("导入文件…"))
        self._names = QPushButton(tr("地名、机构和项目"))
        self._names.setProperty("role", "link")
        self._names.setToolTip(tr("文库里提到了哪些地名、机构和项目，各有几条"))
        self._clear = QPushButton(tr("全部清除"))
        self._clear.setProperty("role", "link")
        self._clear.setToolTip(tr("不再按图表筛选"))
        self._narrowed = soft()
        self._build()
        self._import.clicked.connect(self.import_wanted)
        self._names.clicked.connect(self.names_wanted)
        self._clear.clicked.connect(self.clear_choice)

    @property
    def chosen(self) -> Chosen:
        """Give the groups that are chosen."""
        return dict(self._chosen)

    def show_library(self, documents: int, newest: str) -> None:
        """Show how many documents there are, and the date (ISO) of the newest."""
        self._figures.setText(library_text(documents, newest))
        self._documents = documents
        self._show_what_fits()

    def show_counts(self, counts: Counts) -> None:
        """Show how many documents each group has."""
        self._counts = counts
        for grouping, chart in self._charts.items():
            counted = counts.get(grouping, ())
            most = max((count for _name, count in counted), default=1)
            mine = self._chosen.get(grouping)
            chart.show_bars(
                [
                    Bar(name, group_name(grouping, name), count, most, chosen=name == mine)
                    for name, count in counted
                ]
            )
        names = [group_name(grouping, name) for grouping, name in self._chosen.items()]
        self._narrowed.setText(tr("只看：{names}").format(names="、".join(names)) if names else "")
        self._narrowed.setVisible(bool(names))
        self._clear.setVisible(bool(names))

    def show_recent(self, read: Sequence[Recent], imported: Sequence[Recent]) -> None:
        """Show the documents that were read and imported last; an empty list is left out."""
        for (shown, section), documents in zip(self._recent, (read, imported), strict=True):
            shown.show_documents(documents)
            section.setVisible(bool(documents))

    def clear_choice(self) -> None:
        """Let go of everything that is chosen."""
        if self._chosen:
            self._chosen = {}
            self.chosen_changed.emit({})

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._read.set_theme(theme)
        self._imported.set_theme(theme)
        for chart in self._charts.values():
            chart.set_theme(theme)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._charts:
            self._make_charts()
            self.set_theme(self._theme)
            self.show_counts(self._counts)
            self._show_what_fits()
        if not event.spontaneous():
            self.seen.emit()

    def _show_what_fits(self) -> None:
        """Welcome the user of a small library, where there is little to count."""
        few = self._documents < _FEWEST
        self._welcome.setVisible(few)
        self._import.setVisible(few)
        for section in self._sections:
            section.setVisible(not few)

    def _make_charts(self) -> None:
        for number, (grouping, name) in enumerate(_CHARTS.items()):
            over_time = grouping is Grouping.YEAR
            chart = YearChart(tr(name)) if over_time else CountChart(tr(name))
            chart.chosen.connect(partial(self._choose, grouping))
            self._charts[grouping] = chart
            section = _section(tr(name), chart)
            self._sections.append(section)
            top = Qt.AlignmentFlag.AlignTop
            if over_time:
                self._grid.addWidget(section, 0, 0, 1, _COLUMNS, top)
            else:
                row, at = divmod(number - 1 + _COLUMNS, _COLUMNS)
                self._grid.addWidget(section, row, at, top)

    def _choose(self, grouping: Grouping, value: str) -> None:
        """Choose a group, or let go of it."""
        if self._chosen.get(grouping) == value:
            del self._chosen[grouping]
        else:
            self._chosen[grouping] = value
        self.chosen_changed.emit(self.chosen)

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._figures)
        line = QHBoxLayout()
        line.addWidget(self._names)
        line.addWidget(self._narrowed)
        line.addWidget(self._clear)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._welcome)
        column.addWidget(self._import, 0, Qt.AlignmentFlag.AlignLeft)
        recent = QHBoxLayout()
        recent.setSpacing(24)
        for shown, section in self._recent:
            shown.document_chosen.connect(self.document_chosen)
            recent.addWidget(section, 1, Qt.AlignmentFlag.AlignTop)
            section.hide()
        column.addLayout(recent)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inner)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._narrowed.hide()
        self._clear.hide()


def _section(name: str, inside: QWidget) -> QWidget:
    """Give a part of the page with its name above it."""
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(soft(name))
    column.addWidget(inside)
    return section
