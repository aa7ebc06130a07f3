"""A compilation put together in the real window, renewed after a revision, and written out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QListWidget, QPushButton, QTreeView

from policyviewer.domain.compilations import PartState
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.print_dialog import PrintDialog
from policyviewer.ui.dialogs.renewal_dialog import RenewalDialog
from policyviewer.ui.dialogs.trash_dialog import TrashDialog

LAW = """青山县道路条例
（2024年1月1日青山县人民代表大会常务委员会通过）
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
第三条　损坏道路的，由县交通主管部门责令限期修复。
"""
REVISED = """青山县道路条例
（2026年1月1日青山县人民代表大会常务委员会修订）
第一条　为了修好全县道路，方便人民群众出行，制定本条例。
第二条　县人民政府建立道路档案。
第三条　乡镇人民政府负责本乡镇道路的养护工作。
"""
Settle = Callable[[Session], None]


@pytest.fixture
def session(qtbot, start, settled: Settle, tmp_path: Path) -> Session:
    """Give the program with a law on the page and the panel of compilations beside it."""
    running = start()
    take(running, tmp_path, LAW, settled)
    name = running.services.library.find("青山县道路条例").id
    running.desk.reading.open(name)
    qtbot.waitUntil(lambda: running.window.reader.document.id == name)
    running.desk.show_panel("compilation")
    settled(running)
    return running


def take(session: Session, folder: Path, text: str, settled: Settle) -> None:
    (folder / "道路条例.txt").write_text(text, encoding="utf-8")
    session.desk.importing.import_paths([folder / "道路条例.txt"])
    settled(session)


def compile_articles(session: Session, settled: Settle) -> None:
    """Take in all three articles as a user does: each is selected."""
    text = session.window.reader.document.outline.text
    for line in text.splitlines()[2:]:
        at = text.index(line)
        session.window.reader.select(TextRange(at, at + len(line)))
        session.window.action(Do.COMPILE).trigger()
        settled(session)


def names(session: Session) -> list[str]:
    return [one.name for one in session.window.compilation.parts]


def button(widget, words: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text().startswith(words))


def test_words_go_into_the_first_compilation_and_only_once(session: Session, settled: Settle):
    compile_articles(session, settled)
    assert names(session) == [f"《青山县道路条例》第{one}条" for one in "一二三"]
    session.window.action(Do.COMPILE).trigger()
    settled(session)
    assert "没有重复收入" in session.window.messages.text
    assert len(names(session)) == 3


def test_documents_sections_and_hits_go_in_from_where_they_are_listed(session, settled: Settle):
    window, name = session.window, session.window.reader.document.id
    window.library.compile_wanted.emit([name])
    article = window.outline.findChild(QTreeView).model().index(1, 0)
    window.outline.menu_of(article).actions()[1].trigger()
    settled(session)
    session.desk.search("限期修复")
    settled(session)
    hits = window.results.list
    row = hits.model().index(0, 0, hits.model().index(0, 0))
    next(one for one in hits.menu_of(row).actions() if one.text() == "收入汇编").trigger()
    session.desk.show_panel("compilation")
    settled(session)
    assert names(session) == ["青山县道路条例"] + [f"《青山县道路条例》第{n}条" for n in "二三"]


def test_what_is_taken_out_comes_back(session: Session, settled: Settle):
    compile_articles(session, settled)
    pane = session.window.compilation
    pane.arranged.emit([pane.parts[1]])
    settled(session)
    assert len(pane.parts) == 1
    session.window.messages.act()
    settled(session)
    assert len(pane.parts) == 3


def test_headings_and_other_compilations_are_made(session: Session, settled: Settle):
    compile_articles(session, settled)
    pane = session.window.compilation
    pane.heading_wanted.emit(pane.parts[0].id)
    session.window.findChild(QInputDialog).textValueSelected.emit("一、县级条例")
    settled(session)
    assert names(session)[0] == "一、县级条例"
    session.desk.compiling.create("农田")
    settled(session)
    assert (pane.compilation.name, names(session)) == ("农田", [])


def test_a_revision_is_told_part_by_part_and_taken_over(session, settled: Settle, tmp_path: Path):
    compile_articles(session, settled)
    take(session, tmp_path, REVISED, settled)
    states = [one.state for one in session.window.compilation.presents.values()]
    assert states == [PartState.CHANGED, PartState.MOVED, PartState.DELETED]
    session.window.action(Do.RENEW).trigger()
    settled(session)
    dialog = session.window.findChild(RenewalDialog)
    for words in ("采用现在的", "采用现在的", "移出汇编"):
        button(dialog, words).click()
    settled(session)
    assert names(session) == ["《青山县道路条例》第一条", "《青山县道路条例》第三条"]
    assert not any(one.changed for one in session.window.compilation.presents.values())


def test_what_was_taken_over_is_taken_back(session, settled: Settle, tmp_path: Path):
    compile_articles(session, settled)
    take(session, tmp_path, REVISED, settled)
    session.window.action(Do.RENEW).trigger()
    settled(session)
    dialog = session.window.findChild(RenewalDialog)
    for words in ("采用现在的", "先不管", "先不管"):
        button(dialog, words).click()
    settled(session)
    presents = session.window.compilation.presents
    assert "已采用 1 部分" in session.window.messages.text
    assert [one.changed for one in presents.values()] == [False, True, True]
    session.window.action(Do.UNDO).trigger()
    settled(session)
    assert session.window.messages.text == "已撤销：采用汇编里变化了的文字。"
    assert [one.changed for one in session.window.compilation.presents.values()] == [True] * 3


def test_marked_clauses_go_in_from_their_list_several_at_once(session, settled: Settle):
    text = session.window.reader.document.outline.text
    for words in ("养护工作", "限期修复"):
        at = text.index(words)
        session.window.reader.highlight_requested.emit(TextRange(at, at + len(words)), "yellow")
        settled(session)
    session.window.action(Do.COMPILE_MARKED).trigger()
    assert "请先" in session.window.messages.text
    session.desk.show_panel("notes")
    session.desk.noting.refresh()
    settled(session)
    session.window.notes.findChild(QTreeView).selectAll()
    session.window.action(Do.COMPILE_MARKED).trigger()
    settled(session)
    assert "已把 2 份收入" in session.window.messages.text
    session.desk.show_panel("compilation")
    settled(session)
    assert names(session) == [f"《青山县道路条例》第{one}条" for one in "二三"]


def test_a_deleted_compilation_is_brought_back_from_its_list(session, settled: Settle):
    compile_articles(session, settled)
    pane = session.window.compilation
    pane.delete_wanted.emit()
    settled(session)
    assert pane.compilation is None
    session.window.action(Do.COMPILATION_TRASH).trigger()
    settled(session)
    dialog = session.window.findChild(TrashDialog)
    dialog.findChild(QListWidget).item(0).setSelected(True)
    button(dialog, "恢复").click()
    settled(session)
    assert len(names(session)) == 3


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_it_is_written_into_a_file(session, qtbot, settled: Settle, tmp_path: Path, ending: str):
    compile_articles(session, settled)
    session.window.action(Do.EXPORT_COMPILATION).trigger()
    settled(session)
    path = tmp_path / f"汇编.{ending}"
    session.window.findChild(QFileDialog).fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: "已导出汇编" in session.window.messages.text)
    assert path.stat().st_size > 4000
    assert "共 2 页" in session.window.messages.text


def test_the_preview_has_the_pages_of_the_file(session: Session, qtbot, settled: Settle):
    compile_articles(session, settled)
    button(session.window.compilation, "预览").click()
    dialog = session.window.findChild(PrintDialog)
    qtbot.waitUntil(lambda: dialog.view.count == 2)
    dialog.close()


def test_an_empty_one_is_told_and_not_written(session: Session, settled: Settle, tmp_path: Path):
    session.window.action(Do.RENEW).trigger()
    settled(session)
    assert "还没有内容" in session.window.messages.text
    session.desk.compiling.create("空的")
    settled(session)
    dialog = session.desk.papers.preview()
    settled(session)
    assert any("还没有内容" in one.text() for one in dialog.findChildren(QLabel))
    dialog.close()
