"""The task breakdown, in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QStyledItemDelegate, QTableView

from policyviewer.domain.tasks import JobContext
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.models.task_model import Column

HEAD = "青山县人民政府关于加快发展的意见\n青政发〔2020〕5号\n（2020年7月30日）\n"
TEXT = f"""{HEAD}一、修路。硬化全县道路，2021年底前完成。（县交通局牵头，县财政局配合）
二、架桥。维修全县桥梁，方便群众出行。（县水利局负责）
"""
REVISED = f"""{HEAD}一、总体要求。坚持绿色发展。
二、修路。硬化全县道路，2021年底前完成。（县交通局牵头，县财政局配合）
"""


def brought(session: Session, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    report = session.services.importing.job([path])(JobContext())
    return report.documents[0].document


def table(session: Session) -> QTableView:
    return session.window.task_page.findChild(QTableView)


def write(session: Session, row: int, column: Column, value: str) -> None:
    model = table(session).model()
    model.setData(model.index(row, column), value)


def told(session: Session) -> str:
    return " ".join(one.text() for one in session.window.messages.findChildren(QLabel))


def test_progress_is_written_and_is_there_after_a_restart(start, settled, quit_, tmp_path: Path):
    session = start()
    name = brought(session, tmp_path / "意见.txt", TEXT)
    session.desk.tasking.show(name)
    settled(session)
    assert session.window.tasks_shown
    write(session, 1, Column.STATUS, "doing")
    settled(session)
    write(session, 1, Column.REMARK, "已招标")
    settled(session)
    session.window.task_page.body_named.emit("水利局")
    quit_(session)
    again = start()
    again.desk.tasking.show(name)
    settled(again)
    progress = again.window.task_page.sheet.tasks[1].progress
    assert (progress.status.value, progress.remark) == ("doing", "已招标")
    assert again.window.task_page._body.text() == "水利局"


def test_a_click_leads_to_the_text_and_the_key_back(start, settled, tmp_path: Path):
    session = start()
    name = brought(session, tmp_path / "意见.txt", TEXT)
    session.desk.tasking.show(name)
    settled(session)
    view = table(session)
    view.clicked.emit(view.model().index(1, Column.NAME))
    settled(session)
    assert not session.window.tasks_shown
    assert session.window.reader.document.id == name
    session.window.action(Do.TASKS).trigger()
    settled(session)
    assert session.window.tasks_shown
    session.window.action(Do.TASKS).trigger()
    assert not session.window.tasks_shown


def test_progress_follows_a_revised_text_and_nothing_is_lost(start, settled, tmp_path: Path):
    session = start()
    path = tmp_path / "意见.txt"
    name = brought(session, path, TEXT)
    session.desk.tasking.show(name)
    settled(session)
    write(session, 0, Column.STATUS, "done")
    settled(session)
    write(session, 1, Column.STATUS, "doing")
    settled(session)
    assert brought(session, path, REVISED) == name
    session.desk.tasking.show(name)
    settled(session)
    sheet = session.window.task_page.sheet
    assert [one.progress.status.value for one in sheet.tasks] == ["done"]
    assert [one.progress.status.value for one in sheet.lost] == ["doing"]
    session.window.task_page.lost_wanted.emit()
    assert "架桥" in session.window.findChild(QMessageBox).informativeText()


def test_what_one_is_writing_outlives_an_import(start, settled, tmp_path: Path):
    session = start()
    name = brought(session, tmp_path / "意见.txt", TEXT)
    session.window.show()
    session.desk.tasking.show(name)
    settled(session)
    view, words = table(session), session.window.task_page.findChild(QLineEdit)
    words.setText("修")
    view.edit(view.model().index(0, Column.REMARK))
    view.viewport().findChild(QLineEdit).setText("已招标")
    other = tmp_path / "另一份.txt"
    other.write_text("青山县关于造林的通知\n一、造林。\n", encoding="utf-8")
    session.desk.importing.import_paths([other])
    settled(session)
    editor = view.viewport().findChild(QLineEdit)
    view.commitData(editor)
    view.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
    settled(session)
    assert words.text() == "修"
    assert session.window.task_page.shown_tasks()[0].progress.remark == "已招标"
    assert session.services.tasking.sheet(session.services.library.open(name)).tasks[0].kept


def test_a_changed_library_does_not_lead_back_to_the_tasks(start, settled, tmp_path: Path):
    session = start()
    session.desk.tasking.show(brought(session, tmp_path / "意见.txt", TEXT))
    settled(session)
    session.desk.tasking.refresh()
    session.window.action(Do.TASKS).trigger()
    settled(session)
    assert not session.window.tasks_shown


def test_listed_tasks_are_exported_and_a_wrong_date_is_told(start, settled, tmp_path: Path):
    session = start()
    session.desk.tasking.show(brought(session, tmp_path / "意见.txt", TEXT))
    settled(session)
    for suffix in ("xlsx", "docx", "ics"):
        session.desk.tasking.export(tmp_path / f"表.{suffix}")
        settled(session)
        assert (tmp_path / f"表.{suffix}").stat().st_size > 0
    assert "1 项任务写入" in told(session)
    write(session, 0, Column.OWN, "年底")
    assert "“年底”不是日期" in told(session)


def test_the_menu_of_a_document_leads_to_its_tasks(start, settled):
    session = start()
    pane = session.window.library
    menu = pane.menu_of(pane._model.index_of("manual"))
    next(one for one in menu.actions() if one.text() == "任务分解表").trigger()
    settled(session)
    assert session.window.tasks_shown
    assert session.window.task_page.sheet.name == "manual"
