"""The tree of the library, in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit

from policyviewer.app import settings
from policyviewer.app.groupings import Grouping


def test_the_library_is_grouped_and_narrowed_and_remembers(qtbot, start, settled, quit_, home):
    session = start()
    pane = session.window.library
    groups = pane.findChild(QComboBox)
    groups.setCurrentIndex(groups.findData(Grouping.YEAR))
    settled(session)
    assert pane._model.arrangement.grouping is Grouping.YEAR

    pane.findChild(QLineEdit).setText("qyxt")
    settled(session)
    found = pane._model.arrangement
    assert found.count == 1
    assert pane._model.index_of("regional-coordination").isValid()
    quit_(session)
    assert settings.load(home.settings).grouping is Grouping.YEAR

    again = start()
    assert again.window.library.grouping is Grouping.YEAR


def test_a_document_without_a_title_is_listed_by_its_file(start, settled, tmp_path: Path):
    session = start()
    path = tmp_path / "桥梁会议记录.txt"
    path.write_text("（一）加固石桥。\n（二）巡查石桥。\n", encoding="utf-8")
    session.desk.importing.import_paths([path])
    settled(session)
    (own,) = session.services.collection.own.documents.ids()
    session.desk.reading.open(own)
    session.desk.search("石桥")
    settled(session)
    window = session.window
    model = window.library._model
    assert session.services.library.open(own).outline.metadata.title == ""
    assert model.index_of(own).data() == path.stem
    assert window.tabs.tabText(window.tabs.currentIndex()) == path.stem
    assert window.results.list.model().index(0, 0).data() == path.stem
    assert path.stem in window.windowTitle()
