"""However a text is printed, every part of it is found: folding is done here by a table of our
own, so that the rule itself is tested too.
"""

# ruff: noqa: RUF001  # characters of every width are looked for

from __future__ import annotations

import random
from pathlib import Path

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import IndexedProvision, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import scan, writer
from policyviewer.search.reader import IndexReader

FORMS = {
    "财": "財",
    "粮": "糧",
    "业": "業",
    "农": "農",
    "设": "設",
    "发": "發",
    "说": "說説",
    "为": "為爲",
    "0": "０",
    "1": "１",
    "2": "２",
    "a": "AａＡ",
    "g": "GｇＧ",
    "d": "DｄＤ",
    "(": "（",
    ")": "）",
    ",": "，",
    ":": "：",
    "〇": "○",
    "第": "",
    "条": "條",
    "人": "",
    "民": "",
    "政": "",
    "府": "",
    "税": "稅",
    "的": "",
    "。": "",
    "一": "",
    "年": "",
}
"""Characters, and the others that each may be printed as."""
NUMBERS = (("十三", "13", "１３"), ("二十", "20", "２０"), ("一百零五", "105", "１０５"))


def _printed(plain: str, dice: random.Random) -> tuple[str, str]:
    """Give a text as it may be printed, some characters masked, and as restored."""
    restored = "".join(dice.choice(one + FORMS[one]) for one in plain)
    pairs = zip(plain, restored, strict=True)
    return "".join("*" if a == "政" and dice.random() < 0.5 else b for a, b in pairs), restored


def _record(printed: str, restored: str, number: int) -> IndexedProvision:
    return IndexedProvision(
        document=DocumentId(f"d{number // 10}"),
        title="",
        source="",
        provision=str(number),
        marker="",
        path=(),
        citation="",
        start=0,
        text=printed,
        restored=restored,
        ordinal=number,
    )


@pytest.fixture(scope="module")
def plain() -> list[str]:
    dice = random.Random(5)
    return ["".join(dice.choices([*FORMS], k=dice.randrange(1, 90))) for _ in range(150)]


@pytest.fixture(scope="module")
def records(plain: list[str]) -> list[IndexedProvision]:
    dice = random.Random(6)
    return [_record(*_printed(text, dice), number) for number, text in enumerate(plain)]


@pytest.fixture(scope="module")
def reader(records, tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    folder: Path = tmp_path_factory.mktemp("index")
    writer.build(folder, records[:60], JobContext())
    writer.update(folder, ["d2"], records[60:], JobContext())
    writer.update(folder, ["d7"], records[20:30] + records[70:80], JobContext())
    return IndexReader([folder])


def found(reader: IndexReader, typed: str) -> set[int]:
    page = reader.search(SearchQuery(typed, limit=None))
    return {int(hit.provision) for hit in page.hits} if page.complete else set()


def holding(plain: list[str], part: str) -> set[int]:
    return {number for number, text in enumerate(plain) if part in text}


def part(plain: list[str], dice: random.Random, longest: int = 20) -> str:
    text = dice.choice(plain)
    start = dice.randrange(len(text))
    return text[start : start + dice.randrange(1, longest + 1)]


def test_parts_are_found_however_they_are_printed_and_typed(reader, plain) -> None:
    dice = random.Random(7)
    for _ in range(500):
        wanted = part(plain, dice)
        _, typed = _printed(wanted, dice)
        assert found(reader, f"「{typed}」") == holding(plain, wanted), typed


def test_boolean_queries_find_what_counting_says(reader, plain) -> None:
    dice = random.Random(8)
    for _ in range(150):
        parts = [part(plain, dice, 3) for _ in range(4)]
        a, b, c, d = (f"「{_printed(one, dice)[1]}」" for one in parts)
        ones = [holding(plain, one) for one in parts]
        expected = ((ones[0] | ones[1]) & ones[2]) - ones[3]
        assert found(reader, f"({a} | {b}) {c} -{d}") == expected, parts
        assert found(reader, f"{a} OR ({c} {d})") == ones[0] | (ones[2] & ones[3]), parts


def test_numbers_are_found_in_every_spelling(tmp_path: Path) -> None:
    texts = [f"依照第{way}条办理" for ways in NUMBERS for way in ways]
    records = [_record(text, text, number) for number, text in enumerate(texts)]
    writer.build(tmp_path, records, JobContext())
    with_index = IndexReader([tmp_path])
    for row, ways in enumerate(NUMBERS):
        for way in ways:
            typed = f"第{way}条"
            assert found(with_index, typed) == {3 * row, 3 * row + 1, 3 * row + 2}, typed
            assert scan.search(records, SearchQuery(typed)).total == 3
