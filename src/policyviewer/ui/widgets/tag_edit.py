"""A line of tags, which offers those that are in use while one is being typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from policyviewer.ui.translation import tr

_BETWEEN = re.compile("[ ,，、　]+")


class TagEdit(QLineEdit):
    """Tags parted by blanks or commas; the last one is completed."""

    tagged = Signal(list)
    """The tags, when the line is left or Enter is pressed."""

    def __init__(
        self, known: QStringListModel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("标签，用空格隔开"))
        self.setAccessibleName(tr("标签"))
        self._completer = QCompleter(known or QStringListModel(self), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)
        self.editingFinished.connect(self._on_finished)

    @property
    def tags(self) -> list[str]:
        """Give the tags that stand in the line."""
        return tags_in(self.text())

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show tags, unless the line is being written."""
        if not self.hasFocus():
            self.setText(" ".join(tags))

    def _offer(self, text: str) -> None:
        begun = _BETWEEN.split(text)[-1]
        if not begun:
            return
        self._completer.setCompletionPrefix(begun)
        self._completer.complete()

    def _complete(self, tag: str) -> None:
        begun = _BETWEEN.split(self.text())[-1]
        kept = self.text()[: len(self.text()) - len(begun)]
        self.setText(f"{kept}{tag} ")

    def _on_finished(self) -> None:
        self.tagged.emit(self.tags)


def tags_in(text: str) -> list[str]:
    """Give the tags of a line, each once."""
    return list(dict.fromkeys(one.lstrip("#") for one in _BETWEEN.split(text) if one.strip("#")))
