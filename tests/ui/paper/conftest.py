"""Outlines to be printed, and what a PDF of them is like on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pdf_probe import Paper, probed
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from policyviewer.app.compiled_parts import CompiledPiece, part_of
from policyviewer.domain.compilations import PartState, PresentPart
from policyviewer.domain.documents import Document, DocumentId, Outline, Source
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.importers.tabbed import tables_in
from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.job import PrintWish, laid_out
from policyviewer.ui.paper.pdf import pdf_of
from policyviewer.ui.paper.typesetter import Typesetter
from policyviewer.ui.translation import WindowLanguage, tr

SOURCE = "来源：测试"
LIBRARY = Path(__file__).parents[3] / "resources" / "library"
_BLANKS = re.compile(r"[\s\u200b\u2060\ufeff]")
NOTICE = "\n".join(
    (
        "青山县人民政府关于印发《青山县农村公路养护管理办法》的通知",
        "青政发〔2026〕3号",
        "各乡镇人民政府，县直各部门：",
        "现将《青山县农村公路养护管理办法》印发给你们，请认真贯彻执行。",
        "青山县人民政府",
        "2026年3月5日",
        "青山县农村公路养护管理办法",
        "第一章　总则",
        "第一条　为了加强农村公路养护管理，保障人民出行，制定本办法。",
        "第二条　口月日人一民见七八九十个字在任何一页上都能找到。",
        "附件1",
        "养护任务表",
        "序号\t路线\t里程",
        "1\t青山至白水\t12.5",
        "2\t白水至石桥\t8.0",
    )
)


def plain(text: str) -> str:
    """Give a text without blanks."""
    return _BLANKS.sub("", text)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Let the window speak English, as the words of documents never do."""
    language = WindowLanguage(qapp, LIBRARY.parent / "translations", "en")
    assert tr("目录") == "Contents"
    yield
    language.end()


@pytest.fixture
def outline_of() -> Callable[[str], Outline]:
    return lambda text: parse(text, tables=tables_in(text))


@pytest.fixture
def notice(outline_of: Callable[[str], Outline]) -> Outline:
    return outline_of(NOTICE)


@pytest.fixture
def seed() -> Outline:
    return parse((LIBRARY / "000_58f006bc1ad22d16.txt").read_text(encoding="utf-8"))


@pytest.fixture
def typesetter(qtbot: QtBot) -> Typesetter:
    return Typesetter(PrintFaces())


@pytest.fixture
def printed(qtbot: QtBot) -> Callable[..., Paper]:
    """Give what makes a PDF of an outline and measures it."""

    def make(outline: Outline, **wishes: object) -> Paper:
        wish = PrintWish(outline, SOURCE, **wishes)  # type: ignore[arg-type]
        return probed(pdf_of(laid_out(wish, JobContext()), PrintFaces()))

    return make


@pytest.fixture
def whole(notice: Outline) -> CompiledPiece:
    """Give the notice as a part of a compilation."""
    source = Source("a.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    part = part_of(Document(DocumentId("a"), 1, source, notice), None, "现行有效")
    span = TextRange(0, len(notice.text))
    return CompiledPiece(PresentPart(part, PartState.SAME, 1, span, standing="现行有效"), notice)
