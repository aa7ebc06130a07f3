"""The style sheet of a theme: colours and spacing only, so that behaviour stays native."""

from __future__ import annotations

import re

from policyviewer.domain.patterns import regex
from policyviewer.ui.theme import BODY, LARGE, RADIUS, RADIUS_LARGE, SMALL, Theme

_TYPE = regex(r"(font-size|min-height): (\d+)px")


def stylesheet(theme: Theme, pictures: str) -> str:
    """Give the whole style sheet; ``pictures`` is the folder of the small ones."""
    parts = (_base, _bars, _inputs, _lists, _tabs, _notes, _scrolling, _popups)
    return "\n".join(part(theme) for part in parts) + _pictures(pictures)


def enlarged(sheet: str, by: float) -> str:
    """Give a style sheet with its type, and rows that hold it, so many times as large."""

    def larger(match: re.Match[str]) -> str:
        return f"{match[1]}: {round(int(match[2]) * by)}px"

    return _TYPE.sub(larger, sheet)


def _base(t: Theme) -> str:
    return f"""
QWidget {{ background: {t.window}; color: {t.ink}; font-size: {BODY}px; }}
QLabel {{ background: transparent; }}
QSplitter::handle {{ background: {t.line}; }}
#side, #side QWidget, #aside QWidget, #rail {{ background: {t.panel}; }}
#side QLineEdit, #side QPushButton {{ background: {t.field}; }}
QLabel[role="heading"] {{ color: {t.soft}; font-size: {SMALL}px; padding: 10px 12px 6px 12px; }}
QLabel[role="soft"] {{ color: {t.soft}; font-size: {SMALL}px; }}
QLabel[role="empty"] {{ color: {t.soft}; padding: 24px 16px; }}
"""


def _bars(t: Theme) -> str:
    return f"""
#bar {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; }}
#rail {{ border: none; border-right: 1px solid {t.line}; }}
#status {{ background: {t.panel}; border: none; border-top: 1px solid {t.line}; }}
#status QLabel {{ color: {t.soft}; font-size: {SMALL}px; }}
#status QWidget {{ background: {t.panel}; }}
#status QSlider::groove:horizontal {{ background: {t.line}; height: 4px; border-radius: 2px; }}
#status QSlider::handle:horizontal {{ background: {t.soft}; width: 12px; margin: -4px 0;
    border-radius: {RADIUS}px; }}
#status QSlider::handle:horizontal:hover, #status QSlider::handle:horizontal:focus {{
    background: {t.accent}; }}
#matches {{ background: {t.panel}; border: none; border-top: 1px solid {t.line}; }}
#matches QWidget {{ background: {t.panel}; }}
#matches QLabel {{ color: {t.soft}; font-size: {SMALL}px; }}
#find {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; }}
#find QWidget {{ background: {t.panel}; }}
#find QLineEdit {{ background: {t.field}; }}
#find QLabel {{ color: {t.soft}; font-size: {SMALL}px; }}
#message {{ background: {t.accent_soft}; border: none; border-top: 1px solid {t.line}; }}
QToolButton {{ background: transparent; border: 1px solid transparent;
    border-radius: {RADIUS}px; padding: 5px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:checked, #rail QToolButton:checked {{ background: {t.accent_soft}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
"""


def _inputs(t: Theme) -> str:
    return f"""
QLineEdit, QPlainTextEdit {{ background: {t.field}; border: 1px solid {t.line};
    border-radius: {RADIUS}px; padding: 5px 8px; selection-background-color: {t.selection};
    selection-color: {t.ink}; placeholder-text-color: {t.soft}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {t.accent}; }}
QLineEdit#search {{ border-radius: {RADIUS_LARGE}px; padding: 6px 10px; font-size: {LARGE}px; }}
QPushButton {{ background: {t.field}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
    padding: 5px 14px; min-width: 48px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:default {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.soft}; }}
QPushButton:default:disabled {{ background: {t.field}; border-color: {t.line}; }}
QComboBox {{ background: {t.field}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
    padding: 4px 8px; min-width: 72px; }}
QComboBox:focus {{ border-color: {t.accent}; }}
QComboBox:disabled {{ color: {t.soft}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox QAbstractItemView {{ background: {t.field}; border: 1px solid {t.line};
    selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {t.soft};
    border-radius: 3px; background: {t.field}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; }}
QCheckBox:focus {{ color: {t.accent}; }}
QPushButton[role="link"] {{ background: transparent; border-color: transparent; color: {t.accent};
    padding: 1px 5px; min-width: 0; text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border-color: {t.accent}; }}
#side QPushButton[role="link"] {{ background: transparent; }}
#status QPushButton[role="link"] {{ padding: 0 5px; font-size: {SMALL}px; }}
#status QPushButton[role="crumb"] {{ background: transparent; border: none; padding: 1px 2px;
    min-width: 0; color: {t.soft}; font-size: {SMALL}px; }}
#status QPushButton[role="crumb"]:hover, #status QPushButton[role="crumb"]:focus {{
    color: {t.accent}; text-decoration: underline; }}
QPushButton[role="chip"], #side QPushButton[role="chip"] {{ background: {t.accent_soft};
    border-color: transparent; border-radius: {RADIUS_LARGE}px; padding: 2px 8px; min-width: 0;
    font-size: {SMALL}px; }}
QPushButton[role="chip"]:hover, QPushButton[role="chip"]:focus {{ border-color: {t.accent}; }}
QToolButton[role="tool"] {{ padding: 3px 6px; color: {t.soft}; font-size: {SMALL}px; }}
QToolButton[role="tool"]:checked {{ color: {t.ink}; }}
"""


def _lists(t: Theme) -> str:
    return f"""
QTreeView, QListView {{ background: {t.panel}; border: none; outline: none;
    selection-background-color: {t.accent_soft}; selection-color: {t.ink};
    show-decoration-selected: 0; }}
QTreeView::item {{ min-height: 28px; border-radius: {RADIUS}px; padding: 0 4px; }}
QTreeView::item:hover {{ background: {t.hover}; }}
QTreeView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QTreeView::item:selected:focus {{ border: 1px solid {t.accent}; }}
#facets {{ border-bottom: 1px solid {t.line}; }}
#facets QTreeView::item {{ min-height: 26px; }}
#facets QTreeView::indicator {{ width: 14px; height: 14px; border: 1px solid {t.soft};
    border-radius: 3px; background: {t.field}; }}
#facets QTreeView::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; }}
QTableView {{ background: {t.page}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
    gridline-color: {t.line}; selection-background-color: {t.accent_soft};
    selection-color: {t.ink}; outline: none; }}
QTableView::item {{ padding: 2px 6px; }}
QTableView::item:focus {{ border: 1px solid {t.accent}; }}
QTableView QHeaderView, QTableView QTableCornerButton::section {{ background: {t.panel};
    border: none; }}
QTableView QHeaderView::section {{ background: {t.panel}; color: {t.soft}; border: none;
    border-bottom: 1px solid {t.line}; border-right: 1px solid {t.line}; padding: 6px; }}
QTreeView::branch, QTreeView::branch:selected, QTreeView::branch:hover {{
    background: {t.panel}; }}
"""


def _tabs(t: Theme) -> str:
    return f"""
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: {t.window}; border: none; qproperty-drawBase: 0; }}
#aside QTabBar {{ background: {t.panel}; }}
QTabBar::tab {{ background: transparent; color: {t.soft}; padding: 8px 14px;
    border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::tab:selected {{ color: {t.ink}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
QTabBar::scroller {{ width: 48px; }}
QTabBar QToolButton {{ background: {t.window}; border: none; }}
QTabBar QToolButton:hover {{ background: {t.hover}; }}
"""


def _notes(t: Theme) -> str:
    return f"""
#aside {{ border-left: 1px solid {t.line}; }}
QTextBrowser[role="page"] {{ background: {t.page}; border: 1px solid {t.line};
    border-radius: {RADIUS_LARGE}px; padding: 8px; }}
QFrame[role="card"], QFrame[role="card"] QWidget {{ background: {t.page}; }}
QFrame[role="card"] {{ border: 1px solid {t.line}; border-radius: {RADIUS_LARGE}px; }}
QFrame[role="card"]:focus {{ border-color: {t.accent}; }}
#sheetHead {{ background: {t.window}; border: none; border-bottom: 2px solid {t.line}; }}
#sheetHead[active="true"] {{ border-bottom-color: {t.accent}; }}
#sheetHead QLabel {{ color: {t.soft}; font-size: {SMALL}px; }}
#sheetHead[active="true"] QLabel {{ color: {t.ink}; }}
#overview, #overview QWidget {{ background: {t.page}; }}
#overview QPushButton {{ background: {t.field}; }}
QLabel[role="overviewTitle"] {{ font-size: 20px; }}
#synopsis {{ background: {t.page}; border: none; }}
#synopsisHead, #synopsisHead QWidget {{ background: {t.panel}; }}
#synopsisHead {{ border: none; border-bottom: 1px solid {t.line}; }}
#synopsisHead QPushButton, #synopsisHead QComboBox {{ background: {t.field}; }}
#linkCard {{ background: {t.field}; border: 1px solid {t.soft};
    border-radius: {RADIUS_LARGE}px; }}
#linkCard QLabel[role="cardTitle"], QDialog QLabel[role="cardTitle"] {{ font-weight: bold; }}
QLabel[role="badge"] {{ color: {t.accent}; border: 1px solid {t.accent};
    border-radius: {RADIUS}px; padding: 0 5px; font-size: {SMALL}px; }}
QFrame[role="card"] QLabel[role="quote"] {{ color: {t.soft}; }}
QFrame[role="card"] QPlainTextEdit, QFrame[role="card"] QLineEdit {{
    background: {t.page}; border-color: transparent; padding: 2px; }}
QFrame[role="card"] QPlainTextEdit:focus, QFrame[role="card"] QLineEdit:focus {{
    border-color: {t.accent}; background: {t.field}; }}
#selectionBar {{ background: {t.field}; border: 1px solid {t.line};
    border-radius: {RADIUS_LARGE}px; }}
#selectionBar QToolButton {{ background: transparent; }}
#selectionBar QToolButton:hover {{ background: {t.hover}; }}
"""


def _scrolling(t: Theme) -> str:
    return f"""
QScrollArea {{ border: none; }}
QScrollBar:vertical {{ width: 12px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 12px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 5px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {t.soft}; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _popups(t: Theme) -> str:
    return f"""
#palette {{ background: {t.field}; border: 1px solid {t.soft};
    border-radius: {RADIUS_LARGE}px; }}
#offers {{ background: {t.field}; border: 1px solid {t.line}; border-radius: {RADIUS_LARGE}px;
    padding: 4px; }}
#offers::item {{ height: 32px; padding: 0 8px; border-radius: {RADIUS}px; }}
#offers::item:hover {{ background: {t.hover}; }}
#offers::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QMenuBar {{ background: transparent; }}
QMenuBar::item {{ background: transparent; padding: 5px 8px; border-radius: {RADIUS}px; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenuBar::item:pressed {{ background: {t.accent_soft}; color: {t.ink}; }}
QMenu {{ background: {t.field}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 16px; border-radius: {RADIUS}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.soft}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QToolTip {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px 6px; }}
"""


def _pictures(folder: str) -> str:
    """The triangles of a tree and the cross of a tab; a style sheet that colours them must draw
    them too.
    """
    return f"""
QTabBar::close-button {{ image: url("{folder}/close.svg"); padding: 2px; }}
QComboBox::down-arrow {{ image: url("{folder}/open.svg"); width: 10px; height: 10px; }}
QCheckBox::indicator:checked, #facets QTreeView::indicator:checked {{
    image: url("{folder}/check.svg"); }}
QTabBar QToolButton::left-arrow {{ image: url("{folder}/before.svg"); }}
QTabBar QToolButton::right-arrow {{ image: url("{folder}/closed.svg"); }}
QTreeView::branch:has-children:closed {{ image: url("{folder}/closed.svg"); }}
QTreeView::branch:has-children:open {{ image: url("{folder}/open.svg"); }}
"""
