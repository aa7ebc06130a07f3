"""The window in English: what is shown holds no Chinese but the documents'."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from policyviewer.app import settings
from policyviewer.app.paths import AppPaths
from policyviewer.app.settings import Language, Settings
from policyviewer.domain.syntax import help_text
from policyviewer.ui.actions import ACTIONS, Do
from policyviewer.ui.application import Session
from policyviewer.ui.widgets.breadcrumb import Breadcrumb

HAN = re.compile("[\u3400-\u9fff]")
EXAMPLES = (
    help_text(),
    *("立法法 65 二", "65条2款", "三（二）", "附件2 三", "二十一", "十一", "2026年6月18日"),
    "Chinese (中文)",
)
"""What an English reader types, too: the documents are Chinese."""


def words(widget: QWidget) -> list[str]:
    """Give the window's own words on a widget."""
    found = [widget.toolTip(), widget.accessibleName()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit):
        found.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(at) for at in range(widget.count())]
    return found


def chinese(texts: list[str]) -> list[str]:
    for example in EXAMPLES:
        texts = [one.replace(example, "") for one in texts]
    return [one[:40] for one in texts if HAN.search(one)]


def test_an_english_window_speaks_english(start, settled, home: AppPaths):
    settings.save(home.settings, Settings(language=Language.ENGLISH))
    session: Session = start()
    window = session.window
    assert chinese([window.action(spec.do).text() for spec in ACTIONS]) == []
    assert window.action(Do.IMPORT).text() == "Import files…"
    titles = [one.metadata.title for one in session.services.library.documents()]
    shown = [
        text
        for widget in window.findChildren(QWidget)
        if not window.properties.isAncestorOf(widget)
        and not window.library.isAncestorOf(widget)
        and not window.overview.isAncestorOf(widget)
        for text in words(widget)
    ]
    left = [one for one in chinese(shown) if not any(title in one for title in titles)]
    place = window.status.findChild(Breadcrumb)
    names = {one.text() for one in place.findChildren(QPushButton)}
    assert [one for one in left if one not in names] == []


def test_the_language_is_changed_for_the_next_start(start, settled, home: AppPaths):
    session = start()
    session.window.action(Do.LANGUAGE).trigger()
    settled(session)
    assert "in English" in session.window.messages.text
    assert settings.load(home.settings).language is Language.ENGLISH
