from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from policyviewer.importers.control_signs import replaced, without_signs
from policyviewer.importers.docx.importer import extracted
from policyviewer.importers.word97 import Word97Importer


@dataclass
class Told:
    code: str
    details: dict[str, int] = field(default_factory=dict)


def p(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_only_replaced_control_characters_are_counted():
    told = [Told("UNSUPPORTED_CONTROL_CHARACTER", {"count": 2}), Told("INVALID_UTF16"), Told("x")]
    assert replaced([*told, told[0]]) == 4
    assert replaced([]) == 0


@pytest.mark.parametrize(("count", "found"), [(2, "甲乙\n丙"), (1, None), (3, None), (0, None)])
def test_signs_go_when_all_of_them_are_explained(docx, count: int, found: str | None):
    data = docx(p("甲\ufffd乙") + p("\ufffd") + p("丙"))
    whole = "甲\ufffd乙\n\ufffd\n丙"
    assert extracted(without_signs(data, count), "a.docx").text == (found or whole)


def test_a_control_character_in_a_document_leaves_no_trace(doc):
    """U+0005 stands where a comment is hung on."""
    extract = Word97Importer(lambda _data, _suffix: None).extract(
        doc("修路\x05通知\n\x05\n二、造林\n"), "通知.doc"
    )
    assert extract.text == "修路通知\n二、造林"


def test_a_damaged_character_stays(doc):
    extract = Word97Importer(lambda _data, _suffix: None).extract(doc("修\ufffd路\n"), "通知.doc")
    assert extract.text == "修\ufffd路"
