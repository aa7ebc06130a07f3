"""A monkey at the window: real events of mouse, wheel and keyboard on whatever is visible.

It knows no part of the window by name, so that it takes to new ones by itself. What it does is
drawn from its seed; what it meets may differ a little from run to run where it does not wait for
the threads, which it leaves out one time in four, since users do not wait either.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

KEPT = 25
"""Deeds that are told when something breaks."""
NESTED_MS = 250
"""A deed that has not come back after so long stands in a menu or a drag, which is ended."""
SMALLEST, LARGEST = (720, 480), (1920, 1080)

_WORDS = (
    "河道保洁", "第三条", "县人民政府", "hddbj", "办法 经费", "“专款专用”", "no such thing",
    "三（二）", "-", "(((", "*", "title:", "🙈", "a" * 80, "政" * 200, "\\", "<b>",
)  # fmt: skip
_KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace, Qt.Key.Key_Menu, Qt.Key.Key_F2, Qt.Key.Key_A, Qt.Key.Key_Z,
)  # fmt: skip
_PLAIN = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (
    _PLAIN, _PLAIN, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class Monkey(QObject):
    """Plays with one window; ``settle`` waits until the window has nothing left to do."""

    def __init__(
        self, window: QWidget, seed: int, files: list[Path], settle: Callable[[], None]
    ) -> None:
        super().__init__()
        self._window = window
        self._dice = random.Random(seed)
        self._files = files
        self._settle = settle
        self._past: deque[str] = deque(maxlen=KEPT)
        self._count = 0
        self._reached = window
        """What the last place lies in: without its wrapper, Shiboken would take it for deleted."""
        self._guard = QTimer(self, interval=NESTED_MS)
        self._guard.timeout.connect(self._end_what_is_nested)
        self._deeds = (
            (self._click, 20),
            (self._double_click, 5),
            (self._ask_for_menu, 5),
            (self._drag, 6),
            (self._turn_wheel, 8),
            (self._type, 10),
            (self._commit_words, 8),
            (self._press_key, 10),
            (self._press_shortcut, 12),
            (self._trigger, 10),
            (self._change_tab, 5),
            (self._resize, 4),
            (self._hover, 4),
            (self._drop_files, 1),
        )

    @property
    def trace(self) -> str:
        """Give the last deeds, one a line."""
        return "\n".join(self._past)

    def play(self, deeds: int, look: Callable[[], None]) -> None:
        """Do so many deeds; ``look`` is called behind each and raises when something broke."""
        kinds = [deed for deed, _ in self._deeds]
        weights = [weight for _, weight in self._deeds]
        for _ in range(deeds):
            (deed,) = self._dice.choices(kinds, weights)
            self._do(deed)
            look()
        self._leave_everything()
        look()

    def _do(self, deed: Callable[[], str]) -> None:
        self._count += 1
        self._past.append(f"{self._count}: {deed.__name__}…")
        self._guard.start()
        told = self._answer_file_dialog() or deed()
        self._guard.stop()
        self._past[-1] = f"{self._count}: {told}"
        if self._dice.random() < 0.75:
            self._settle()
        else:
            QApplication.processEvents()

    def _leave_everything(self) -> None:
        """Close menus and dialogs as a user does, with Escape, until the window is free."""
        for _ in range(20):
            self._settle()
            top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if top is None:
                return
            self._past.append(f"leave {_name(top)}")
            QTest.keyClick(top, Qt.Key.Key_Escape)
        raise AssertionError(f"{_name(top)} does not close with Escape")

    def _root(self) -> QWidget:
        """Give what the user can reach: the menu that is open, the dialog on top, the window."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is not None:
            return top
        others = [
            one
            for one in QApplication.topLevelWidgets()
            if one.isVisible() and one is not self._window and one.windowType() != _tool_tip
        ]
        others.sort(key=_name)
        return self._dice.choice(others) if others and self._dice.random() < 0.3 else self._window

    def _place(self) -> tuple[QWidget, QPoint]:
        """Give a widget that is visible, and a point of it that nothing else lies over.

        Half of the points are drawn by area, so that pages and lists have their share; the others
        by widget, so that small buttons have theirs.
        """
        root = self._reached = self._root()
        if self._dice.random() < 0.5:
            at = self._point(root.rect(), middle=0.0)
            under = root.childAt(at)
            return (root, at) if under is None else (under, under.mapFrom(root, at))
        shown = [
            one
            for one in root.findChildren(QWidget)
            if one.window() is root and one.isVisible() and one.isEnabled()
        ]
        if not shown:
            return root, root.rect().center()
        chosen = self._dice.choice(shown)
        point = self._point(chosen.rect())
        at = chosen.mapTo(root, point)
        under = root.childAt(at)
        return (root, at) if under is None else (under, under.mapFrom(root, at))

    def _point(self, rect: QRect, middle: float = 0.4) -> QPoint:
        if self._dice.random() < middle:
            return rect.center()
        x = self._dice.randint(0, max(0, rect.width() - 1))
        y = self._dice.randint(0, max(0, rect.height() - 1))
        return QPoint(rect.left() + x, rect.top() + y)

    def _answer_file_dialog(self) -> str:
        """Take a file of ours or none: the monkey must not wander about on the disk."""
        top = QApplication.activeModalWidget()
        if not isinstance(top, QFileDialog):
            return ""
        if self._dice.random() < 0.5:
            top.reject()
            return "reject the file dialog"
        place = self._files[0].parent
        if top.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            chosen = str(place / f"saved-{self._count}")
        elif top.fileMode() is QFileDialog.FileMode.Directory:
            chosen = str(place)
        else:
            chosen = str(self._dice.choice(self._files))
        top.setDirectory(str(place))
        top.selectFile(chosen)
        top.done(QDialog.DialogCode.Accepted)
        return f"choose {chosen}"

    def _click(self) -> str:
        target, at = self._place()
        modifier = self._dice.choice(_MODIFIERS)
        told = f"click {_name(target)} at {at.toTuple()} {modifier}"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, modifier, at)
        return told

    def _double_click(self) -> str:
        target, at = self._place()
        told = f"double click {_name(target)} at {at.toTuple()}"
        alive = _alive(target)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, _PLAIN, at)
        if alive():
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, _PLAIN, at)
        return told

    def _ask_for_menu(self) -> str:
        """Click with the right button; the menu is used by the deeds that follow."""
        target, at = self._place()
        told = f"right click {_name(target)} at {at.toTuple()}"
        alive = _alive(target)
        QTest.mousePress(target, Qt.MouseButton.RightButton, _PLAIN, at)
        if alive():
            there = target.mapToGlobal(at)
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.sendEvent(target, QContextMenuEvent(reason, at, there))
        if alive():
            QTest.mouseRelease(target, Qt.MouseButton.RightButton, _PLAIN, at)
        return told

    def _drag(self) -> str:
        target, at = self._place()
        end = self._point(target.rect())
        told = f"drag on {_name(target)} from {at.toTuple()} to {end.toTuple()}"
        alive = _alive(target)
        QTest.mousePress(target, Qt.MouseButton.LeftButton, _PLAIN, at)
        for step in range(1, 5):
            if alive():
                QTest.mouseMove(target, at + (end - at) * step / 4)
        if alive():
            QTest.mouseRelease(target, Qt.MouseButton.LeftButton, _PLAIN, end)
        return told

    def _turn_wheel(self) -> str:
        target, at = self._place()
        turn = QPoint(0, self._dice.choice((-960, -240, -120, 120, 240, 960)))
        modifier = self._dice.choice(_MODIFIERS)
        told = f"wheel {turn.y()} {modifier} on {_name(target)}"
        event = QWheelEvent(
            QPointF(at), QPointF(target.mapToGlobal(at)), QPoint(), turn,
            Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, event)
        return told

    def _edit(self) -> QWidget:
        """Give where one types: an edit of the window on top, or what has the keyboard."""
        root = self._root()
        kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
        edits = [
            one
            for one in root.findChildren(QWidget)
            if isinstance(one, kinds) and one.isVisible() and one.isEnabled()
        ]
        if edits and self._dice.random() < 0.7:
            chosen = self._dice.choice(edits)
            chosen.setFocus(Qt.FocusReason.MouseFocusReason)
            return chosen
        return self._focus(root)

    def _focus(self, root: QWidget) -> QWidget:
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus.window() is root else root

    def _type(self) -> str:
        target = self._edit()
        words = "".join(self._dice.choices('abc hddbj1.*-"(', k=self._dice.randint(1, 12)))
        told = f"type {words!r} into {_name(target)}"
        alive = _alive(target)
        for key in words:
            if alive():
                QTest.keyClicks(target, key)
        return told

    def _commit_words(self) -> str:
        """Give words as an input method does: some being composed, then all at once."""
        target = self._edit()
        words = self._dice.choice(_WORDS)
        told = f"commit {words[:20]!r} into {_name(target)}"
        alive = _alive(target)
        if self._dice.random() < 0.7:  # in place of what stands there
            QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if alive():
            QApplication.sendEvent(target, QInputMethodEvent("he'dao", []))
        if alive():
            event = QInputMethodEvent("", [])
            event.setCommitString(words)
            QApplication.sendEvent(target, event)
        return told

    def _press_key(self) -> str:
        target = self._focus(self._root())
        key, modifier = self._dice.choice(_KEYS), self._dice.choice(_MODIFIERS)
        told = f"press {modifier} {key} on {_name(target)}"
        QTest.keyClick(target, key, modifier)
        return told

    def _press_shortcut(self) -> str:
        """Press the keys of an action of the window."""
        keys = sorted(
            key.toString()
            for action in self._window.actions()
            if action.isEnabled()
            for key in action.shortcuts()
        )
        chosen = self._dice.choice(keys)
        target = self._focus(self._root())
        told = f"press {chosen} on {_name(target)}"
        QTest.keySequence(target, QKeySequence(chosen))
        return told

    def _trigger(self) -> str:
        """Choose an action in a menu, as though it had been opened."""
        root = self._root()
        actions = root.actions() if isinstance(root, QMenu) else self._window.actions()
        ready = [one for one in actions if one.isEnabled() and not one.isSeparator()]
        if not ready or isinstance(QApplication.activeModalWidget(), QDialog):
            return "no action"
        chosen: QAction = self._dice.choice(ready)
        told = f"choose {chosen.text()!r}"
        if isinstance(root, QMenu):
            root.close()
        chosen.trigger()
        return told

    def _change_tab(self) -> str:
        bars = [
            one for one in self._root().findChildren(QTabBar) if one.isVisible() and one.count()
        ]
        if not bars:
            return "no tabs"
        bar = self._dice.choice(bars)
        at = self._dice.randrange(bar.count())
        told = f"tab {at} of {_name(bar)}"
        point = bar.tabRect(at).center()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, _PLAIN, point)
        return told

    def _resize(self) -> str:
        width = self._dice.randint(SMALLEST[0], LARGEST[0])
        height = self._dice.randint(SMALLEST[1], LARGEST[1])
        self._window.resize(width, height)
        return f"resize to {width}×{height}"

    def _hover(self) -> str:
        target, at = self._place()
        told = f"hover over {_name(target)} at {at.toTuple()}"
        alive = _alive(target)
        QTest.mouseMove(target, at)
        if alive():
            there = target.mapToGlobal(at)
            QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, at, there))
        return told

    def _drop_files(self) -> str:
        chosen = self._dice.sample(self._files, 2)
        self._window.files_dropped.emit(chosen)
        return f"drop {', '.join(one.name for one in chosen)}"

    def _end_what_is_nested(self) -> None:
        """End the menu, the drag or the file dialog in which a deed stands: nobody else would.

        A drag listens to all keys of the application, so that any object will do. The file dialog
        is that of Qt's print dialog, which waits for it in a loop of its own.
        """
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, _PLAIN)
        QApplication.sendEvent(self, escape)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        top = QApplication.activeModalWidget()
        if isinstance(top, QFileDialog):
            top.reject()

    @override
    def __repr__(self) -> str:
        return f"Monkey after {self._count} deeds"


_tool_tip = Qt.WindowType.ToolTip


def _alive(target: QWidget) -> Callable[[], bool]:
    """Give what says whether a widget has outlived what was done to it."""
    return lambda: isValid(target)


def _name(widget: QWidget) -> str:
    words = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__}({words})" if words else type(widget).__name__
