"""What is hard on notes: huge ones, characters beyond the first plane, packages made to break."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from policyviewer.app.notes_files import json_of
from policyviewer.domain.annotations import Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.application import Session

LAW = """青山县𠮷村道路条例
第一条　为了修好𠮷村😀道路𡈽，方便👨‍👩‍👧群众出行，制定本条例。
第二条　𠮷村😀养护由村民负责，经费列入𠮷村预算。
"""
REVISED = LAW.replace("第二条", "第三条").replace("\n第三条", "\n第二条　𠮷村建立😀档案。\n第三条")


def note(session: Session) -> QPlainTextEdit:
    return session.window.annotations.findChild(QPlainTextEdit)


@pytest.fixture
def law(qtbot, start, settled, tmp_path: Path) -> Session:
    """Give the program with a document of characters beyond the first plane on the page."""
    session = start()
    take(session, settled, tmp_path, LAW)
    name = session.services.library.find("道路条例").id
    session.desk.reading.open(name)
    qtbot.waitUntil(lambda: session.window.reader.document.id == name)
    settled(session)
    return session


def take(session: Session, settled, folder: Path, text: str) -> None:
    (folder / "条例.txt").write_text(text, encoding="utf-8")
    session.desk.importing.import_paths([folder / "条例.txt"])
    settled(session)


def mark(session: Session, settled, words: str) -> None:
    at = session.window.reader.document.outline.text.index(words)
    session.window.reader.select(TextRange(at, at + len(words)))
    session.desk.annotating.highlight_selection(Colour.GREEN)
    settled(session)


def test_words_beyond_the_first_plane_are_marked_and_followed(
    qtbot, law: Session, settled, tmp_path: Path
):
    for words in ("𠮷村😀道路", "👨‍👩‍👧群众", "𠮷村😀养护"):
        mark(law, settled, words)
    take(law, settled, tmp_path, REVISED)
    qtbot.waitUntil(lambda: law.window.reader.document.version == 2)
    document = law.window.reader.document
    placed = law.services.annotating.of(document)
    found = [one.anchor.span.of(document.outline.text) for one in placed]
    assert found == ["𠮷村😀道路", "👨‍👩‍👧群众", "𠮷村😀养护"]


def test_a_note_of_a_million_characters_is_kept_and_listed(
    qtbot, start, settled, quit_, tmp_path: Path
):
    session = start()
    session.window.reader.select(TextRange(20, 30))
    session.desk.annotating.note_selection()
    settled(session)
    words = "核实这一条的经费来源😀。\n" * 80_000
    note(session).insertPlainText(words)
    settled(session)
    session.desk.noting.export(None, tmp_path / "批注.docx")
    settled(session)
    quit_(session)
    again = start()
    again.window.show_panel("notes")
    settled(again)
    assert [one.text for one in again.services.annotating.all()] == [words]
    assert (tmp_path / "批注.docx").stat().st_size > 10_000


def test_a_package_that_makes_no_sense_in_places_is_taken_in_as_far_as_it_does(
    law: Session, settled, tmp_path: Path
):
    mark(law, settled, "𠮷村😀道路")
    handed = law.services.annotating.hand_out(law.services.annotating.all())
    page = json.loads(json_of(handed))
    other = {**page["items"][0], "id": "urn:uuid:other"}
    page["items"] += [other, {**other, "modified": "0001-01-01T00:00:00+14:00"}, 7]
    package = tmp_path / "同事.json"
    package.write_text(json.dumps(page), encoding="utf-8")
    law.desk.noting.take_in(package)
    settled(law)
    assert (
        law.window.messages.text == "已导入批注：1 条是新的，1 条本来就有，2 条读不懂，没有导入。"
    )
    assert law.errors.shown is None


def test_what_was_deleted_here_and_comes_again_is_told_and_offered(
    law: Session, settled, tmp_path: Path
):
    mark(law, settled, "𠮷村😀道路")
    law.desk.noting.export(None, tmp_path / "批注.pvnotes")
    settled(law)
    (one,) = law.services.annotating.all()
    law.desk.annotating.delete(str(one.id))
    settled(law)
    law.desk.noting.take_in(tmp_path / "批注.pvnotes")
    settled(law)
    assert "1 条您以前删除过" in law.window.messages.text
    law.window.messages.act()
    settled(law)
    assert len(law.services.annotating.all()) == 1
