"""The main job from end to end: find, read, mark, note, close, start again, find both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)

from policyviewer.app import settings
from policyviewer.app.settings import ThemeName
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.correction_dialog import CorrectionDialog
from policyviewer.ui.dialogs.import_dialog import ImportDialog
from policyviewer.ui.dialogs.report_dialog import ReportDialog
from policyviewer.ui.panes.annotation_card import AnnotationCard

QUERY = "西部陆海新通道"
NOTE = "ask the county office"
SEED = "regional-coordination"


def texts(view: QTreeView) -> list[str]:
    model = view.model()
    found, waiting = [], [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop(0)
        found.append(index.data())
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return found


def search(qtbot, session: Session, words: str) -> None:
    box = session.window.search_box
    session.window.action(Do.SEARCH).trigger()
    box.setText(words)  # an input method commits whole words
    qtbot.waitUntil(lambda: len(texts(session.window.results.findChild(QTreeView))) > 1)


def cards(session: Session) -> list[AnnotationCard]:
    return list(session.window.annotations.findChildren(AnnotationCard))


def span_of(session: Session, words: str) -> TextRange:
    at = session.window.reader.document.outline.text.index(words)
    return TextRange(at, at + len(words))


def is_in_view(session: Session, span: TextRange) -> bool:
    """Say whether selecting the range leaves the page where it is."""
    bar = session.window.reader.active._view.verticalScrollBar()
    before = bar.value()
    session.window.reader.select(span)
    seen = bar.value() == before
    bar.setValue(before)
    return seen


def test_the_main_job(qtbot, start, settled, quit_):
    session = start()
    window = session.window

    # the tree beside the reader, with the seed document in it
    assert window.reader.document.id == SEED
    assert any("区域协调发展新机制" in text for text in texts(window.library.findChild(QTreeView)))
    assert "三、完善毗邻区域省际间合作机制" in texts(window.outline.findChild(QTreeView))

    # search, and land on the hit
    search(qtbot, session, QUERY)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    settled(session)
    (hit,) = [span for span in session.desk.searching.matches if is_in_view(session, span)][:1]
    assert hit.of(window.reader.document.outline.text) == QUERY

    # bookmark a clause
    window.reader.select(span_of(session, "深化与四川合作"))
    window.action(Do.BOOKMARK).trigger()
    settled(session)

    # write a note on a selection
    window.reader.reveal(span_of(session, "赤水河流域名优白酒"))
    window.reader.select(span_of(session, "赤水河流域名优白酒"))
    window.action(Do.NOTE).trigger()
    qtbot.waitUntil(lambda: len(cards(session)) == 2)
    edit = next(
        card.findChild(QPlainTextEdit)
        for card in cards(session)
        if "赤水河" in card.accessibleName()
    )
    qtbot.keyClicks(edit, NOTE)

    # close at once, start again, and find both
    quit_(session)
    again = start()
    assert again.window.reader.document.id == SEED
    kept = {one.kind: one for one in again.services.annotating.all()}
    assert kept[AnnotationKind.NOTE].text == NOTE
    assert kept[AnnotationKind.NOTE].target.quote.exact == "赤水河流域名优白酒"
    assert kept[AnnotationKind.BOOKMARK].target.provision == "main/l1_3/l2_2"
    qtbot.waitUntil(lambda: len(cards(again)) == 2)
    assert any(
        "深化与四川合作" in text for text in texts(again.window.bookmarks.findChild(QTreeView))
    )
    assert any(NOTE in text for text in texts(again.window.notes.findChild(QTreeView)))


def test_the_page_is_where_it_was_left(start, settled, quit_):
    session = start()
    session.window.reader.reveal(TextRange(2800, 2800))
    left = session.window.reader.position()
    quit_(session)
    again = start()
    settled(again)
    assert again.window.reader.position() == left


def test_a_deleted_note_is_taken_back(qtbot, start, settled):
    session = start()
    session.window.reader.select(span_of(session, "深化与四川合作"))
    session.window.action(Do.HIGHLIGHT).trigger()
    qtbot.waitUntil(lambda: len(cards(session)) == 1)
    session.desk.annotating.delete(session.services.annotating.all()[0].id)
    qtbot.waitUntil(lambda: cards(session)[0].isHidden() if cards(session) else True)
    settled(session)
    session.window.messages.act()
    settled(session)
    assert len(session.services.annotating.all()) == 1


def test_files_dropped_on_the_window_are_imported_and_found(qtbot, start, settled, tmp_path):
    session = start()
    path = tmp_path / "通知.txt"
    path.write_text(
        "青山县关于森林防火的通知\n一、压实责任。落实森林防火责任制。\n", encoding="gbk"
    )
    session.window.files_dropped.emit([path, tmp_path / "没有.txt"])
    dialog = session.window.findChild(ImportDialog)
    settled(session)
    button(dialog, "导入 1 份").click()
    qtbot.waitUntil(lambda: "新导入 1 份" in session.window.messages.text)
    settled(session)
    assert any("森林防火" in text for text in texts(session.window.library.findChild(QTreeView)))
    search(qtbot, session, "森林防火责任制")


def test_a_page_revised_by_an_import_is_shown_anew(qtbot, start, settled, tmp_path):
    session = start()
    path = tmp_path / "通知.txt"
    path.write_text("青山县关于修路的通知\n一、修路。修好大路。\n", encoding="utf-8")
    session.desk.importing.import_paths([path])
    settled(session)
    (name,) = [
        one.id for one in session.services.library.documents() if "修路" in one.metadata.title
    ]
    session.desk.reading.open(name)
    qtbot.waitUntil(lambda: session.window.reader.document.id == name)
    path.write_text("青山县关于修路的通知\n一、修路。修好小路。\n", encoding="utf-8")
    session.desk.importing.import_paths([path])
    qtbot.waitUntil(lambda: "小路" in session.window.reader.document.outline.text)


def test_words_are_copied_with_their_source(qtbot, start, settled):
    session = start()
    session.window.reader.select(span_of(session, "深化与四川合作"))
    session.window.action(Do.COPY_CITED).trigger()
    title = session.window.reader.document.outline.metadata.title
    copied = QGuiApplication.clipboard().text()
    assert copied == f"深化与四川合作（《{title}》“三、（二）”）"


def test_going_back_returns_to_the_place_before(qtbot, start, settled):
    session = start()
    reader = session.window.reader
    session.window.outline.node_chosen.emit("main/l1_5")
    there = reader.position()
    assert session.window.reader.document.outline.text[there:].startswith("五、")
    session.window.action(Do.BACK).trigger()
    assert reader.position() == 0
    session.window.action(Do.FORWARD).trigger()
    assert reader.position() == there


def test_a_bookmark_set_twice_is_gone(qtbot, start, settled):
    session = start()
    for amount in (1, 0):
        session.window.action(Do.BOOKMARK).trigger()
        settled(session)
        assert len(session.services.annotating.all()) == amount


def test_matches_are_walked_through_round_and_round(qtbot, start, settled):
    """From document to document, through every hit, and back to the first."""
    session = start()
    search(qtbot, session, QUERY)
    settled(session)
    window, walk = session.window, session.desk.walking
    seen: list[tuple[str, TextRange | None]] = []
    while not seen or seen[0] != seen[-1] or len(seen) == 1:
        window.action(Do.NEXT_MATCH).trigger()
        settled(session)
        assert is_in_view(session, walk.target)
        seen.append((window.reader.document.id, walk.target))
    assert len(set(seen)) == len(seen) - 1
    pages = session.services.searching.search(SearchQuery(QUERY, limit=None))
    assert len(seen) - 1 == sum(len(hit.matches) for hit in pages.hits)
    for expected in reversed(seen[:-1]):
        window.action(Do.PREVIOUS_MATCH).trigger()
        settled(session)
        assert (window.reader.document.id, walk.target) == expected


def test_an_emptied_box_takes_marks_and_list_away(qtbot, start, settled):
    session = start()
    search(qtbot, session, QUERY)
    settled(session)
    session.window.search_box.clear()
    settled(session)
    assert session.desk.searching.matches == []
    assert texts(session.window.results.findChild(QTreeView)) == []


def test_another_theme_is_kept(qtbot, start, settled, quit_):
    session = start()
    session.window.action(Do.NEXT_THEME).trigger()
    quit_(session)
    assert settings.load(start()._paths.settings).theme is ThemeName.DARK


def test_the_last_tab_closed_leaves_an_empty_page(qtbot, start, settled):
    session = start()
    session.window.action(Do.CLOSE_TAB).trigger()
    assert session.window.reader.document is None
    assert not session.window.reader.isVisible()
    assert session.window.windowTitle() == "政策阅读器"


def test_every_label_of_the_window_is_whole(qtbot, start, settled):
    """At 1366 x 768 no label is cut off but those that are meant to be."""
    session = start()
    session.window.resize(1366, 768)
    for name in ("library", "outline", "search", "bookmarks", "notes"):
        session.window.show_panel(name)
        settled(session)
        cut = [
            label.text()
            for label in session.window.findChildren(QLabel)
            if label.isVisible()
            and not label.wordWrap()
            and label.accessibleName() != "当前位置"
            and label.sizeHint().width() > label.width()
        ]
        assert cut == []


def test_a_highlight_set_again_takes_the_other_colour(qtbot, start, settled):
    session = start()
    for colour in (Colour.GREEN, Colour.PINK):
        session.window.reader.select(span_of(session, "深化与四川合作"))
        session.desk.annotating.highlight_selection(colour)
        settled(session)
    assert [one.colour for one in session.services.annotating.all()] == [Colour.PINK]


def test_files_chosen_in_the_dialog_are_imported(qtbot, start, settled, tmp_path):
    session = start()
    path = tmp_path / "通知.txt"
    path.write_text("青山县关于修桥的通知\n一、修桥。修好石桥。\n", encoding="utf-8")
    session.window.action(Do.IMPORT).trigger()
    dialog = session.window.findChild(ImportDialog)
    button(dialog, "添加文件…").click()
    chooser = dialog.findChild(QFileDialog)
    chooser.filesSelected.emit([str(path)])
    chooser.close()
    qtbot.waitUntil(lambda: field(dialog, "标题").text() == "青山县关于修桥的通知")
    field(dialog, "标题").setText("修桥通知")
    button(dialog, "导入 1 份").click()
    qtbot.waitUntil(lambda: "新导入 1 份" in session.window.messages.text)
    titles = [one.metadata.title for one in session.services.library.documents()]
    assert "修桥通知" in titles


def test_what_is_to_be_looked_at_is_told_file_by_file(qtbot, start, settled, tmp_path):
    session = start()
    (tmp_path / "缺号.txt").write_text("关于修路的通知\n一、修路。\n三、架桥。\n", encoding="utf-8")
    (tmp_path / "空.txt").touch()
    session.desk.importing.import_paths([tmp_path / "缺号.txt", tmp_path / "空.txt"])
    qtbot.waitUntil(lambda: session.window.findChild(ReportDialog) is not None)
    settled(session)
    dialog = session.window.findChild(ReportDialog)
    told = "\n".join(texts(dialog.findChild(QTreeView)))
    assert "没有导入 1 份" in told
    assert "空文件" in told
    assert "缺损：" in told
    dialog.document_chosen.emit(session.services.library.find("关于修路的通知").id)
    qtbot.waitUntil(lambda: "架桥" in session.window.reader.document.outline.text)


def test_a_document_is_corrected_in_the_window(qtbot, start, settled, tmp_path):
    session = start()
    path = tmp_path / "通知.txt"
    path.write_text("青山县关于修路的通知\n一、修路。修好大路。\n", encoding="utf-8")
    session.desk.importing.import_paths([path])
    settled(session)
    name = session.services.library.find("青山县关于修路的通知").id
    session.desk.reading.open(name)
    qtbot.waitUntil(lambda: session.window.reader.document.id == name)
    session.window.properties.correction_wanted.emit()
    dialog = session.window.findChild(CorrectionDialog)
    field(dialog, "发文字号").setText("青政发〔2026〕3号")
    button(dialog, "保存").click()
    qtbot.waitUntil(
        lambda: (
            session.window.reader.document.outline.metadata.document_number == "青政发〔2026〕3号"
        )
    )
    settled(session)


def test_a_bundled_document_is_not_corrected(start):
    session = start()
    session.window.action(Do.CORRECT).trigger()
    assert "程序自带" in session.window.messages.text
    assert session.window.findChild(CorrectionDialog) is None


def test_new_files_of_a_watched_folder_are_offered(qtbot, start, quit_, settled, tmp_path):
    session = start()
    folder = tmp_path / "来文"
    folder.mkdir()
    session.services.watching.watch(folder)
    quit_(session)
    (folder / "通知.txt").write_text("青山县关于修桥的通知\n一、修桥。\n", encoding="utf-8")
    session = start()
    qtbot.waitUntil(lambda: "有 1 份新文件" in session.window.messages.text)
    session.window.messages.act()
    qtbot.waitUntil(lambda: "新导入 1 份" in session.window.messages.text)
    settled(session)
    assert session.services.watching.news(JobContext()).files == ()


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def field(dialog: QWidget, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def test_tables_of_the_page_are_exported(qtbot, start, settled, tmp_path):
    session = start()
    session.window.action(Do.EXPORT_TABLES).trigger()
    assert "没有表格" in session.window.messages.text
    path = tmp_path / "表.txt"
    path.write_text(
        "关于修路的通知\n一、如下表。\n序号\t名称\t备注\n1\t石桥\t好\n2\t土路\t坏\n",
        encoding="utf-8",
    )
    session.desk.importing.import_paths([path])
    settled(session)
    session.desk.reading.open(session.services.library.find("关于修路的通知").id)
    qtbot.waitUntil(lambda: "石桥" in session.window.reader.document.outline.text)
    session.window.action(Do.EXPORT_TABLES).trigger()
    dialog = session.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "结果.xlsx"))
    dialog.close()
    qtbot.waitUntil(lambda: "已把 1 个表格写入" in session.window.messages.text)
    assert (tmp_path / "结果.xlsx").read_bytes().startswith(b"PK")
