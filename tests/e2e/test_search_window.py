"""The search in the window: narrowed down, walked through, and left again without a loss."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QInputDialog,
    QPushButton,
    QWidget,
)

from policyviewer.app.searching import SearchService
from policyviewer.domain.queries import FacetName, Order, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.presenters.searching import FIRST

QUERY = "西部陆海新通道"
ARTICLES = 150


def search(qtbot, session: Session, words: str) -> SearchPage:
    """Type words at once, as an input method does, and wait for their page."""
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        session.window.search_box.setText(words)
    return caught.args[0]


@pytest.fixture
def long_session(qtbot, start, settled, tmp_path: Path) -> Session:
    """Give the window with a document of many hits."""
    session = start()
    articles = (f"第{at}条 养护单位应当巡查第{at}号石桥。" for at in range(1, ARTICLES + 1))
    path = tmp_path / "石桥养护办法.txt"
    path.write_text("\n".join(("青山县石桥养护办法", *articles)), encoding="utf-8")
    session.desk.importing.import_paths([path])
    settled(session)
    return session


def chips(session: Session) -> list[QPushButton]:
    found = session.window.results.findChildren(QPushButton)
    return [one for one in found if one.property("role") == "chip" and one.isVisible()]


def test_escape_gives_back_place_and_focus(qtbot, start, settled):
    session = start()
    window = session.window
    window.activateWindow()
    before = window.reader.document
    window.reader.reveal(TextRange(900, 900))
    at = window.reader.position()
    assert at > 0
    window.action(Do.SEARCH).trigger()
    search(qtbot, session, "检索框")  # a word of the manual, which is not on the page
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    settled(session)
    walk = session.desk.walking
    assert window.reader.document.id != before.id
    assert walk.target.of(window.reader.document.outline.text) == "检索框"
    assert "第 1 处" in window.matches.text
    window.action(Do.NEXT_MATCH).trigger()
    settled(session)
    assert "第 2 处" in window.matches.text
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settled(session)
    assert (window.reader.document.id, window.reader.position()) == (before.id, at)
    assert window.search_box.hasFocus()
    assert window.search_box.text() == "检索框"
    assert session.desk.searching.page.total > 0


def test_escape_lets_go_of_a_selection_first(qtbot, start, settled):
    session = start()
    window = session.window
    window.activateWindow()
    search(qtbot, session, QUERY)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    settled(session)
    there = window.reader.position()
    window.reader.select(session.desk.walking.target)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.reader.selection() is None
    assert window.reader.position() == there


def test_a_facet_narrows_down_and_its_chip_widens(qtbot, start, settled):
    session = start()
    whole = search(qtbot, session, "的")
    kinds = next(one for one in whole.facets if one.name is FacetName.DOCUMENT)
    assert sum(one.count for one in kinds.values) == whole.total
    session.window.results.facet_toggled.emit(FacetName.DOCUMENT, kinds.values[0].value)
    settled(session)
    page = session.desk.searching.page
    assert page.total == kinds.values[0].count
    assert {hit.document for hit in page.hits} == {kinds.values[0].value}
    (chip,) = chips(session)
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    settled(session)
    assert session.desk.searching.page.total == whole.total
    assert chips(session) == []


def test_words_are_found_within_results(qtbot, start, settled):
    session = start()
    window = session.window
    first = search(qtbot, session, "旅游")
    window.results.within_wanted.emit()
    assert window.search_box.text() == ""
    assert session.desk.searching.page is first  # the list stays until other words are typed
    page = search(qtbot, session, "四川")
    assert page.query.within == ("旅游",)
    assert 0 < page.total < first.total
    chips(session)[0].click()
    settled(session)
    assert session.desk.searching.page.query.within == ()
    assert window.search_box.text() == "四川"


def test_an_emptied_box_within_results_shows_those_again(qtbot, start, settled):
    session = start()
    first = search(qtbot, session, "旅游")
    session.window.results.within_wanted.emit()
    search(qtbot, session, "四川")
    with qtbot.waitSignal(session.desk.searching.answered) as caught:
        session.window.search_box.clear()
    assert caught.args[0].total == first.total


def test_all_is_cleared_but_the_words(qtbot, start, settled):
    session = start()
    search(qtbot, session, "旅游")
    session.window.results.within_wanted.emit()
    page = search(qtbot, session, "四川")
    session.window.results.facet_toggled.emit(FacetName.DOCUMENT, page.hits[0].document)
    settled(session)
    session.window.results.all_removed.emit()
    settled(session)
    asked = session.desk.searching.page.query
    assert (asked.text, asked.within, asked.wanted.documents) == ("四川", (), ())
    assert chips(session) == []


def test_hits_come_as_one_scrolls_and_never_twice(qtbot, long_session: Session, settled):
    session = long_session
    page = search(qtbot, session, "养护单位")
    assert (page.total, len(page.hits)) == (ARTICLES, FIRST)
    results = session.window.results.list
    name = page.hits[0].document
    for _ in range(6):
        results.scrollToBottom()
        settled(session)
    assert len(results.model().hits_of(name)) == ARTICLES
    assert results.model().rowCount(results.model().index(0, 0)) == ARTICLES


def test_a_long_list_asks_whether_to_go_on(qtbot, long_session: Session, settled, monkeypatch):
    monkeypatch.setattr("policyviewer.ui.presenters.searching.MOST", FIRST)
    session = long_session
    search(qtbot, session, "养护单位")
    results = session.window.results
    results.list.scrollToBottom()
    further = next(
        one for one in results.findChildren(QPushButton) if one.text().startswith("已列出 40 条")
    )
    qtbot.waitUntil(further.isVisible)
    assert len(results.list.hits_of(results.documents[0])) == FIRST
    further.click()
    settled(session)
    assert len(results.list.hits_of(results.documents[0])) > FIRST


def test_what_is_in_view_stays_when_the_list_grows(qtbot, long_session: Session, settled):
    session = long_session
    search(qtbot, session, "养护单位")
    results = session.window.results.list
    results.verticalScrollBar().setValue(900)
    top = results.model().value(results.indexAt(results.viewport().rect().topLeft()))
    results.scrollToBottom()
    settled(session)
    results.verticalScrollBar().setValue(900)
    assert results.model().value(results.indexAt(results.viewport().rect().topLeft())) == top


def test_the_rest_of_a_document_is_listed_on_request(qtbot, long_session: Session, settled):
    session = long_session
    page = search(qtbot, session, "养护单位")
    results = session.window.results.list
    name = page.hits[0].document
    group = results.model().index(0, 0)
    while (shown := results.model().rowCount(group)) != ARTICLES:
        last = results.model().index(shown - 1, 0, group)
        assert str(ARTICLES - shown + 1) in last.data()
        results.clicked.emit(last)
        settled(session)
        assert results.model().rowCount(group) > shown
    assert len(results.hits_of(name)) == ARTICLES


def test_the_walk_goes_on_through_hits_that_are_not_listed(
    qtbot, long_session: Session, settled, tmp_path: Path
):
    session = long_session
    window = session.window
    path = tmp_path / "道路管理办法.txt"
    other = "一般事项由各镇办理，" * 60
    path.write_text(f"青山县道路管理办法\n第一条 {other}养护单位配合。", encoding="utf-8")
    session.desk.importing.import_paths([path])
    settled(session)
    page = search(qtbot, session, "养护单位")
    assert (page.total, {hit.title for hit in page.hits}) == (ARTICLES + 1, {"青山县石桥养护办法"})
    window.results.open_first()
    settled(session)
    assert len(session.desk.walking.matches) == ARTICLES
    window.action(Do.PREVIOUS_MATCH).trigger()  # the only document that is listed: to its end
    settled(session)
    assert f"第 {ARTICLES} 处" in window.matches.text
    window.action(Do.NEXT_MATCH).trigger()
    settled(session)
    assert window.reader.document.outline.metadata.title == "青山县道路管理办法"
    assert "第 1 处，共 1 处 · 第 2 篇，共 2 篇" in window.matches.text


def test_order_and_grouping_are_chosen(qtbot, long_session: Session, settled):
    session = long_session
    search(qtbot, session, "养护单位 石桥")
    results = session.window.results
    results.order_chosen.emit(Order.DOCUMENT)
    settled(session)
    hits = results.list.model().hits_of(results.documents[0])
    assert [hit.marker for hit in hits[:3]] == ["第1条", "第2条", "第3条"]
    results._by_document.setChecked(False)
    model = results.list.model()
    assert model.rowCount() == FIRST
    assert model.index(0, 0).data() == "第1条"


def test_only_the_newest_words_are_answered(qtbot, start, settled):
    session = start()
    box, answered = session.window.search_box, []
    session.desk.searching.answered.connect(lambda page: answered.append(page.query.text))
    for words in ("西", "西部", QUERY):
        box.setText(words)
        session.desk.searching.search(words)
    settled(session)
    qtbot.waitUntil(lambda: QUERY in answered)
    assert set(answered) == {QUERY}


def test_letters_of_an_input_method_are_not_searched(qtbot, start, settled):
    session = start()
    window = session.window
    window.activateWindow()
    search(qtbot, session, QUERY)
    window.action(Do.SEARCH).trigger()  # all is selected: the first letter replaces it
    answered: list[str] = []
    session.desk.searching.answered.connect(lambda page: answered.append(page.query.text))
    for letters in ("l", "lü", "lü y"):
        QApplication.sendEvent(window.search_box, QInputMethodEvent(letters, []))
        settled(session)
    assert answered == []
    assert session.desk.searching.page.query.text == QUERY
    done = QInputMethodEvent("", [])
    done.setCommitString("旅游")
    with qtbot.waitSignal(session.desk.searching.answered):
        QApplication.sendEvent(window.search_box, done)
    assert answered == ["旅游"]


def menu_texts(session: Session) -> list[str]:
    menu = session.window.results.past.menu()
    menu.aboutToShow.emit()
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def take(session: Session, text: str) -> None:
    menu = session.window.results.past.menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text().startswith(text)).trigger()


def test_a_search_that_was_used_comes_again(qtbot, start, settled):
    session = start()
    window = session.window
    search(qtbot, session, "旅")  # typed on the way, and not remembered
    page = search(qtbot, session, "旅游")
    window.results.facet_toggled.emit(FacetName.DOCUMENT, page.hits[0].document)
    settled(session)
    window.results.open_first()
    settled(session)
    search(qtbot, session, QUERY)
    assert not any(text.startswith("旅\t") for text in menu_texts(session))
    take(session, "旅游")
    settled(session)
    assert window.search_box.text() == "旅游"
    assert session.desk.searching.page.query.wanted.documents == (page.hits[0].document,)
    assert len(chips(session)) == 1
    take(session, "清除最近检索")
    settled(session)
    assert not any(text.startswith("旅游") for text in menu_texts(session))


def test_a_search_is_kept_renamed_deleted_and_taken_back(qtbot, start, settled, quit_):
    session = start()
    assert menu_texts(session) == ["收藏这次检索…", "打开过结果的检索会记在这里"]
    search(qtbot, session, "旅游")
    take(session, "收藏这次检索")
    dialog = session.window.findChild(QInputDialog)
    assert dialog.textValue() == "旅游"
    dialog.setTextValue("旅游政策")
    dialog.accept()
    settled(session)
    assert "旅游政策" in session.window.messages.text
    quit_(session)
    session = start()
    assert "旅游政策" in menu_texts(session)
    saved = session.services.history.saved()[0]
    session.desk.recalling._delete(saved)
    settled(session)
    assert "旅游政策" not in menu_texts(session)
    session.window.messages.act()
    settled(session)
    assert "旅游政策" in menu_texts(session)
    take(session, "旅游政策")
    settled(session)
    assert session.window.search_box.text() == "旅游"


def typed(qtbot, session: Session, words: str) -> None:
    """Type words into the focused box, and wait for what is offered."""
    session.window.activateWindow()
    session.window.action(Do.SEARCH).trigger()
    search(qtbot, session, words)
    settle_offers(qtbot, session)


def settle_offers(qtbot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.tasks.busy)


def offered(session: Session) -> list[str]:
    offers = session.window.offers
    return [offers.item(at).text() for at in range(offers.count())] if offers.isVisible() else []


def test_titles_and_words_are_offered_while_one_types(qtbot, start, settled):
    session = start()
    typed(qtbot, session, "使用手")
    assert "使用手册" in "".join(offered(session))
    at = next(at for at, text in enumerate(offered(session)) if "使用手册" in text)
    for _ in range(at + 1):
        qtbot.keyClick(session.window.search_box, Qt.Key.Key_Down)
    qtbot.keyClick(session.window.search_box, Qt.Key.Key_Return)
    settled(session)
    assert session.window.reader.document.id == "manual"
    assert offered(session) == []


def test_enter_searches_though_something_is_offered(qtbot, start, settled):
    session = start()
    typed(qtbot, session, "旅游")
    assert offered(session)
    qtbot.keyClick(session.window.search_box, Qt.Key.Key_Return)
    settled(session)
    assert offered(session) == []
    assert session.desk.walking.target.of(session.window.reader.document.outline.text) == "旅游"


def test_an_own_search_is_offered_again(qtbot, start, settled):
    session = start()
    typed(qtbot, session, "生态旅游")
    qtbot.keyClick(session.window.search_box, Qt.Key.Key_Return)
    settled(session)
    typed(qtbot, session, "生态")
    assert offered(session)[0] == "生态旅游"
    session.window.search_box.clear()
    assert offered(session) == []
    qtbot.keyClick(session.window.search_box, Qt.Key.Key_Down)
    settle_offers(qtbot, session)
    assert offered(session) == ["生态旅游"]
    qtbot.keyClick(session.window.search_box, Qt.Key.Key_Down)
    qtbot.keyClick(session.window.search_box, Qt.Key.Key_Return)
    settled(session)
    assert session.window.search_box.text() == "生态旅游"
    assert session.desk.searching.page.query.text == "生态旅游"


def test_everything_that_takes_the_keyboard_has_a_name(qtbot, start, settled):
    session = start()
    window = session.window
    window.results._narrow.setChecked(True)
    page = search(qtbot, session, "的")
    for hit in {hit.document: hit for hit in page.hits}.values():
        window.results.facet_toggled.emit(FacetName.DOCUMENT, hit.document)
        settled(session)
    window.results.open_first()
    settled(session)
    parts = [window.results, window.matches, window.search_box]
    reached = [
        one
        for part in parts
        for one in (part, *part.findChildren(QWidget))
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(reached) > 8
    assert [one for one in reached if not (one.accessibleName() or one.property("text"))] == []


def test_no_label_of_a_narrow_search_is_cut(qtbot, start, settled):
    session = start()
    session.window.resize(720, 480)
    session.window.show_panel("search")
    search(qtbot, session, "的")
    session.window.results.open_first()
    settled(session)
    cut = [
        button.text()
        for button in session.window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and button.width() < button.minimumSizeHint().width()
    ]
    assert cut == []


def test_a_search_that_takes_long_says_so(qtbot, start, settled, monkeypatch):
    session = start()
    answer, wait = session.services.searching.search, threading.Event()

    def slowly(query: SearchQuery) -> SearchPage:
        wait.wait(30)
        return answer(query)

    monkeypatch.setattr(SearchService, "search", lambda _self, query, _token: slowly(query))
    session.window.search_box.setText("旅游")
    label = session.window.results._state
    qtbot.waitUntil(lambda: label.isVisible() and label.text() == "正在检索…")
    wait.set()
    settled(session)
    assert label.text().startswith("共 ")


@pytest.mark.parametrize("name", ["结果.xlsx", "结果.docx"])
def test_results_are_taken_along_as_a_file(qtbot, start, settled, tmp_path: Path, name: str):
    session = start()
    window = session.window
    window.action(Do.EXPORT_RESULTS).trigger()
    assert "没有可以导出的结果" in window.messages.text
    page = search(qtbot, session, "旅游")
    window.results.export.click()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    settled(session)
    assert f"已把{page.total} 条结果导出到" in window.messages.text
    assert (tmp_path / name).read_bytes().startswith(b"PK")


def test_the_heading_of_the_first_hit_stays_in_view(qtbot, long_session: Session, settled):
    session = long_session
    search(qtbot, session, "养护单位")
    results = session.window.results.list
    results.scrollToBottom()
    settled(session)
    results.select_hit(results.first_hit())
    assert results.visualRect(results.model().index(0, 0)).top() >= 0


def test_enter_means_the_words_it_was_pressed_on(qtbot, start, settled):
    session = start()
    window = session.window
    before = window.reader.document.id
    window.search_box.setText("检索框")  # stands in the manual, which is not on the page
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    window.search_box.setText("检索框里")
    with qtbot.waitSignal(session.desk.searching.answered):
        session.desk.searching.search("检索框里")
    settled(session)
    assert window.reader.document.id == before
    assert session.desk.walking.target is None


def test_a_document_without_the_words_has_no_marks(qtbot, start, settled, tmp_path: Path):
    session = start()
    words = "落实管护经费，明确管护人员，长期坚持"
    for name, text in (
        ("甲", f"青山县养护意见\n一、{words}。\n"),
        ("乙", "白水县养护意见\n一、管护经费自筹。\n"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    session.desk.importing.import_paths(sorted(tmp_path.glob("*.txt")))
    settled(session)
    assert search(qtbot, session, words).total == 1
    other = next(
        one for one in session.services.library.documents() if "白水" in one.metadata.title
    )
    session.desk.reading.open(other.id)
    settled(session)
    assert session.desk.walking.matches == []
    session.window.action(Do.NEXT_MATCH).trigger()
    settled(session)
    assert session.window.reader.document.id != other.id


def test_documents_that_are_chosen_say_that_they_keep_hits_out(qtbot, start, settled):
    session = start()
    whole = search(qtbot, session, "批注")
    documents = next(one for one in whole.facets if one.name is FacetName.DOCUMENT)
    session.window.results.facet_toggled.emit(FacetName.DOCUMENT, documents.values[0].value)
    settled(session)
    page = search(qtbot, session, QUERY)
    assert page.total == 0
    assert "都不符合筛选条件" in page.hint
