"""What annotations are narrowed down by besides words: a menu, and a chip for each choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from policyviewer.app.noting import Found, Wanted
from policyviewer.domain.annotations import AnchorState, AnnotationKind, Colour
from policyviewer.domain.dates import iso_today
from policyviewer.ui.models.annotation_rows import shortened
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.chips import Chips
from policyviewer.ui.widgets.date_range_dialog import DateRangeDialog
from policyviewer.ui.widgets.plain import plain

Value = TypeVar("Value")
KINDS = {
    AnnotationKind.NOTE: noop("写了批注"),
    AnnotationKind.HIGHLIGHT: noop("只有高亮"),
}
COLOURS = {
    Colour.YELLOW: noop("黄色"),
    Colour.GREEN: noop("绿色"),
    Colour.BLUE: noop("蓝色"),
    Colour.PINK: noop("粉色"),
    Colour.PURPLE: noop("紫色"),
}
STATES = {
    AnchorState.MOVED: noop("已随条文移动"),
    AnchorState.TEXT_CHANGED: noop("原文已改"),
    AnchorState.TEXT_DELETED: noop("原文已删"),
}
DAYS = {
    0: noop("今天"),
    6: noop("最近 7 天"),
    29: noop("最近 30 天"),
    364: noop("最近一年"),
}
_MOST = 30
"""Tags, documents and authors that are offered, the most frequent ones."""
_TITLE = 24


class NoteFilter(QWidget):
    """Holds what is wanted apart from words; ``kinds`` are those of the list."""

    changed = Signal()

    def __init__(self, kinds: frozenset[AnnotationKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._found = Found()
        self.wanted = Wanted(kinds=kinds)
        self.button = QToolButton()
        self.button.setText(tr("筛选"))
        self.button.setToolTip(tr("按文件、标签、颜色、状态、作者和时间筛选"))
        self.button.setAccessibleName(tr("筛选条件"))
        self.button.setProperty("role", "tool")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.button.setMenu(self._menu)
        self._chips = Chips("chip")
        self._chips.chosen.connect(self._on_chip)
        self._chips.all_chosen.connect(lambda: self.choose(self.all))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._chips)

    @property
    def all(self) -> Wanted:
        """Give what is wanted where nothing is narrowed down."""
        return Wanted(kinds=self._kinds)

    def set_found(self, found: Found) -> None:
        """Offer the tags, documents and authors that there are."""
        self._found = found

    def choose(self, wanted: Wanted) -> None:
        """Ask for something else."""
        self.wanted = wanted
        self._chips.show_chips(self._chosen())
        self.changed.emit()

    def fill(self) -> None:
        """Put what can be chosen into the menu."""
        self._menu.clear()
        wanted = self.wanted
        if len(self._kinds) > 1:
            self._section(tr("类别"), KINDS, _only(wanted.kinds, self._kinds), "kinds")
            self._section(tr("颜色"), COLOURS, wanted.colours, "colours")
        self._section(tr("状态"), STATES, wanted.states, "states")
        for title, part, names in self._offers():
            if names:
                self._section(title, names, getattr(wanted, part), part)
        times = self._menu.addMenu(tr("修改时间"))
        for days, name in DAYS.items():
            day = since(days)
            action = times.addAction(tr(name))
            action.setCheckable(True)
            action.setChecked(wanted.since == day)
            action.triggered.connect(self._choosing("since", "" if wanted.since == day else day))
        times.addAction(tr("起止日期…")).triggered.connect(self._ask_dates)

    def _offers(self) -> list[tuple[str, str, dict[str, str]]]:
        """Give titles, parts of what is wanted, and values with their names."""
        found = self._found
        documents = {name: shortened(title, _TITLE) for name, title in found.documents[:_MOST]}
        authors = found.authors[:_MOST] if len(found.authors) > 1 else ()
        return [
            (tr("标签"), "tags", {tag: tag for tag in found.tags[:_MOST]}),
            (tr("文件"), "documents", {str(name): title for name, title in documents.items()}),
            (tr("作者"), "authors", {author: author for author in authors}),
        ]

    def _ask_dates(self) -> None:
        dialog = DateRangeDialog(self.wanted.since, self.wanted.until, self)
        dialog.chosen.connect(
            lambda since, until: self.choose(replace(self.wanted, since=since, until=until))
        )
        dialog.open()

    def _section(
        self, title: str, names: Mapping[Value, str], chosen: frozenset[Value], part: str
    ) -> None:
        menu = self._menu.addMenu(title)
        for value, name in names.items():
            action = menu.addAction(plain(tr(name)))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(self._choosing(part, chosen ^ {value}))

    def _choosing(self, part: str, value: object) -> Callable[[], None]:
        if part == "kinds" and not value:
            value = self._kinds
        wanted = _with(self.wanted, part, value)
        return lambda: self.choose(wanted)

    def _chosen(self) -> list[tuple[str, str, object]]:
        """Give a chip for each choice with what is wanted without it."""
        wanted = self.wanted
        parts: list[tuple[str, object]] = []
        for part, names in (("kinds", KINDS), ("colours", COLOURS), ("states", STATES)):
            chosen = getattr(wanted, part)
            chosen = _only(chosen, self._kinds) if part == "kinds" else chosen
            for value in sorted(chosen):
                left = (chosen - {value}) or (self._kinds if part == "kinds" else frozenset())
                parts.append((tr(names[value]), _with(wanted, part, left)))
        parts += [
            (f"#{tag}", replace(wanted, tags=wanted.tags - {tag})) for tag in sorted(wanted.tags)
        ]
        titles = dict(self._found.documents)
        for name in sorted(wanted.documents):
            left = replace(wanted, documents=wanted.documents - {name})
            parts.append((f"《{shortened(titles.get(name, name), _TITLE)}》", left))
        parts += [
            (name, replace(wanted, authors=wanted.authors - {name}))
            for name in sorted(wanted.authors)
        ]
        if wanted.since:
            words = tr("{day} 以来").format(day=wanted.since)
            parts.append((words, replace(wanted, since="")))
        if wanted.until:
            words = tr("{day} 以前").format(day=wanted.until)
            parts.append((words, replace(wanted, until="")))
        return [(words, tr("去掉这个条件"), value) for words, value in parts]

    def _on_chip(self, value: object) -> None:
        if isinstance(value, Wanted):
            self.choose(value)


def _with(wanted: Wanted, part: str, value: object) -> Wanted:
    return replace(wanted, **{part: value})  # type: ignore[arg-type]  # by name


def since(days: int) -> str:
    """Give the ISO date so many days before today."""
    return (date.fromisoformat(iso_today()) - timedelta(days=days)).isoformat()


def _only(
    chosen: frozenset[AnnotationKind], kinds: frozenset[AnnotationKind]
) -> frozenset[AnnotationKind]:
    """Give the kinds that were chosen; all of them is no choice."""
    return frozenset() if chosen == kinds else chosen
