"""Every word of the window can be translated, and the English file has all of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from policyviewer.app.paths import AppPaths
from policyviewer.ui import translation
from policyviewer.ui.translation import CONTEXT, WindowLanguage, install_chinese, noop, tr

UI = Path(translation.__file__).parent
FILES = AppPaths.under(Path("home")).resources / "translations"
HAN = re.compile("[\u3400-\u9fff]")
PLACEHOLDER = re.compile(r"\{\w+")
DOCUMENTS_LANGUAGE = {
    "models/level_names.py",  # 章, 条 and 一、 as they are printed
    "paper/compiled.py",  # what stands on paper is Chinese, as the documents are
    "paper/faces.py",  # names of typefaces
    "paper/manuscript.py",  # captions are recognised
    "paper/word.py",  # names of typefaces and styles in a file
    "reader/plan.py",  # dates and captions are recognised
    "reader/title_lines.py",  # where a title may break
    "reader/typography.py",  # names of typefaces
}
OUTSIDE_THE_WINDOW = {"display.py", "screenshots.py"}  # told on the command line
SINGLE = {
    ("clause_pages.py", "（现在的文本里已经没有这些文字）"),  # printed
    ("models/citation_rows.py", "号"),
    ("models/library_model.py", "关于"),
    ("models/outline_rows.py", "附件"),
    ("models/part_rows.py", "^（[^（）]*号）"),
    ("panes/properties_pane.py", "号"),
    ("panes/properties_pane.py", "年"),
    ("panes/properties_pane.py", "（年份缺失）"),
    ("panes/properties_pane.py", "月"),
    ("panes/properties_pane.py", "日"),
    ("panes/reading_form.py", "年月/."),
    ("panes/reading_form.py", "日 "),
    ("paper/notes.py", "批注"),  # printed
    ("paper/paging.py", "……（全文见文末）"),  # printed
    ("presenters/choosing.py", "重新启动后，界面是中文。"),  # for whom cannot read the other
    ("presenters/searching.py", "国家"),  # a search that warms up
    ("presenters/suggesting.py", "一"),
    ("widgets/document_tabs.py", "关于"),
}
"""Words of the documents that are looked for in modules whose other words are the window's."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(UI.rglob("*.py")):
        yield path.relative_to(UI).as_posix(), ast.parse(path.read_text("utf-8"))


def calls(tree: ast.Module) -> list[ast.Call]:
    named = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [node for node in named if getattr(node.func, "id", "") in {"tr", "noop"}]


def messages() -> set[str]:
    return {
        node.args[0].value
        for _name, tree in modules()
        for node in calls(tree)
        if isinstance(node.args[0], ast.Constant)
    }


def bare(tree: ast.Module) -> Iterator[str]:
    """Give the words with Chinese characters that are neither translated nor docstrings."""
    marked = {id(inner) for node in calls(tree) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for line in body if isinstance(body, list) else []:
            if isinstance(line, ast.Expr):
                marked.add(id(line.value))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in marked
        ):
            yield from [node.value] if HAN.search(node.value) else []


def test_qt_speaks_chinese(qapp):
    assert install_chinese(qapp)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_words_without_a_translation_stay_as_they_are(qapp):
    assert tr("目录") == noop("目录") == "目录"


def test_every_word_of_the_window_can_be_translated():
    skipped = DOCUMENTS_LANGUAGE | OUTSIDE_THE_WINDOW
    found = {
        (name, words) for name, tree in modules() if name not in skipped for words in bare(tree)
    }
    assert found == SINGLE


def test_what_is_translated_is_one_literal():
    """A placeholder is filled in behind the translation, so that the words are always the same."""
    wrong = [
        (name, node.lineno)
        for name, tree in modules()
        for node in calls(tree)
        if isinstance(node.args[0], ast.JoinedStr)
    ]
    assert wrong == []


def test_the_english_file_has_every_word_with_its_placeholders():
    english = QTranslator()
    assert english.load("policyviewer_en", str(FILES))
    for words in messages():
        found = english.translate(CONTEXT, words)
        assert found, words
        assert sorted(PLACEHOLDER.findall(found)) == sorted(PLACEHOLDER.findall(words)), words


def test_a_language_is_put_in_and_taken_out(qapp):
    install_chinese(qapp)
    english = WindowLanguage(qapp, FILES, "en")
    assert tr("目录") == "Contents"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    english.end()
    assert tr("目录") == "目录"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.mark.parametrize("name", ["zh", "xx"])
def test_without_a_file_the_words_are_those_of_the_sources(qapp, name: str):
    other = WindowLanguage(qapp, FILES, name)
    assert tr("目录") == "目录"
    other.end()
