"""What the panels have in common: a heading line, and a sentence where there is nothing."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QTreeView, QVBoxLayout, QWidget

View = TypeVar("View", bound=QTreeView)


def heading(text: str) -> QLabel:
    """Give the heading of a panel."""
    return _label(text, "heading")


def soft(text: str = "") -> QLabel:
    """Give a label of second rank."""
    return _label(text, "soft")


def empty_state(text: str) -> QLabel:
    """Give the sentence of an empty panel: what it is for and what to do next."""
    label = _label(text, "empty")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return label


def column(owner: QWidget) -> QVBoxLayout:
    """Give a column without margins that fills a panel."""
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def tree(name: str) -> QTreeView:
    """Give a tree view of the window's look."""
    return dressed(QTreeView(), name)


def dressed(view: View, name: str) -> View:
    """Give a tree view its name and the window's look."""
    view.setAccessibleName(name)
    view.setHeaderHidden(True)
    view.setIndentation(16)
    view.setUniformRowHeights(True)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    return view


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
