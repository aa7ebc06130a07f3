from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.editions import Editions, Outcome
from policyviewer.app.importing import ImportService
from policyviewer.app.readers.messages import Reading
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext

NOTICE = """青山县人民政府关于{what}的通知
青政发〔2026〕{number}号
各乡镇人民政府：
一、{what}，由交通局负责。
青山县人民政府
2026年4月1日
"""
ROADS = NOTICE.format(what="修路", number=7)


@pytest.fixture
def editions(collection: Collection, tmp_path: Path) -> Editions:
    path = tmp_path / "修路.txt"
    path.write_text(ROADS, encoding="utf-8")
    ImportService(collection.own).job([path])(JobContext())
    return Editions(collection.own.documents)


def decide(editions: Editions, text: str, file_format: str = "txt", source: str = "别处"):
    return editions.decide(source, Reading(file_format, parse(text)))


def test_an_unknown_document_is_new(editions: Editions):
    decision = decide(editions, NOTICE.format(what="架桥", number=8))
    assert (decision.outcome, decision.document) == (Outcome.NEW, None)


def test_the_same_number_and_title_with_other_text_is_a_new_version(editions: Editions):
    decision = decide(editions, ROADS.replace("交通局", "交通运输局"))
    assert (decision.outcome, decision.present) == (Outcome.UPDATED, True)
    assert decision.document.metadata.title == "青山县人民政府关于修路的通知"


def test_the_same_words_are_unchanged(editions: Editions):
    assert decide(editions, ROADS.replace("一、", "一、 ")).outcome is Outcome.UNCHANGED


def test_another_format_of_the_same_content_is_unchanged(editions: Editions):
    without_stops = ROADS.replace("，", "").replace("。", "")
    assert decide(editions, without_stops, "pdf").outcome is Outcome.UNCHANGED
    assert decide(editions, without_stops, "txt").outcome is Outcome.UPDATED


def test_a_worse_copy_is_kept_but_not_shown(editions: Editions):
    copy = decide(editions, ROADS.replace("一、", ""), "pdf")
    assert (copy.outcome, copy.present, copy.apart) == (Outcome.UPDATED, False, 1)
    revised = decide(editions, ROADS.replace("由交通局负责", "由住建局和各乡镇按季度负责"), "pdf")
    assert (revised.present, revised.apart) == (True, None)
    better = decide(editions, ROADS.replace("一、", ""), "docx")
    assert (better.present, better.apart) == (True, None)


def test_the_same_place_is_the_same_document_unless_its_number_differs(
    editions: Editions, tmp_path: Path
):
    place = str(tmp_path / "修路.txt")
    other = NOTICE.format(what="修桥", number=7)
    assert decide(editions, other, source=place).outcome is Outcome.UPDATED
    assert decide(editions, other).outcome is Outcome.NEW
    numbered = NOTICE.format(what="修桥", number=9)
    assert decide(editions, numbered, source=place).outcome is Outcome.NEW
