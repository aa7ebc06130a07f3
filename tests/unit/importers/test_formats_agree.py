"""One notice in every format reads the same, but for what a format cannot hold."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Table
from policyviewer.importers import registry
from policyviewer.importers.base import ImportedDocument

SAMPLES = Path(__file__).parents[2] / "data" / "formats"
FIXTURES = os.environ.get("POLICYVIEWER_FIXTURES", "")

Lines = tuple[str, ...]
DELETED = {
    "本办法自2027年3月1日起施行，有效期3年。": ("本办法自2027年1月1日3月1日起施行，有效期3年。",)
}
PLAIN_SIGN = {
    "为了管好河道，根据水法①和省的规定，制定本办法。": (
        "为了管好河道，根据水法1和省的规定，制定本办法。",
    )
}


@dataclass(frozen=True)
class Known:
    """What a format cannot hold: lines that read otherwise there, and whether tables are lost."""

    lines: dict[str, Lines] = field(default_factory=dict)
    tables: bool = True
    spans: bool = True
    """Whether cells can be merged."""
    dated: bool = True
    """Whether the date is the last line, a note that has no sign not hiding it."""


KNOWN = {
    "docx": Known(),
    "doc": Known(),
    "wps": Known(),
    "odt": Known(),
    "rtf": Known(),
    "pdf": Known(
        DELETED
        | {
            "白水县人民政府关于印发《白水县河道保洁管理办法》的通知": (
                "白水县人民政府关于印发《白水县河道保洁管",
                "理办法》的通知",
            )
        }
    ),
    "ofd": Known(
        {
            "白水县人民政府关于印发《白水县河道保洁管理办法》的通知": (
                "白水县人民政府关于印发《白水县河道保",
                "洁管理办法》的通知",
            )
        }
    ),
    "md": Known({"2\t8.3\t下游": ("2\t\t8.3\t下游",)}, spans=False),
    # LibreOffice writes neither the revision nor the sign of a note into a web page
    "html": Known(
        DELETED | PLAIN_SIGN | {"注①：2016年7月2日第三次修正。": ("12016年7月2日第三次修正。",)},
        dated=False,
    ),
    # nor the note itself, nor tables, into a text
    "txt": Known(
        DELETED
        | PLAIN_SIGN
        | {
            "注①：2016年7月2日第三次修正。": (),
            "序号\t河道\t长度（公里）": ("序号", "河道", "长度（公里）"),
            "1\t清水河\t12.5\t上游": ("1", "清水河", "12.5", "上游"),
            "2\t8.3\t下游": ("2", "8.3", "下游"),
        },
        tables=False,
    ),
}


def read(suffix: str) -> ImportedDocument:
    return registry.read(SAMPLES / f"办法.{suffix}")


def lines_of(text: str) -> list[str]:
    """Give the lines without blanks, which formats put where they like."""
    plain = (
        "".join(character for character in line if character not in " \u3000")
        for line in text.split("\n")
    )
    return [line for line in plain if line]


def shape(text: str, table: Table, *, spans: bool) -> list[tuple[object, ...]]:
    found = []
    for one in table.cells:
        words = one.span.of(text).strip()
        size = (one.rows, one.columns) if spans else ()
        if words:
            found.append((words, one.row, one.column, *size))
    return found


@pytest.mark.parametrize("suffix", KNOWN)
def test_a_format_gives_the_lines_of_the_word_file(suffix: str):
    known = {key.replace("\u3000", ""): value for key, value in KNOWN[suffix].lines.items()}
    expected: list[str] = []
    for line in lines_of(read("docx").text):
        expected += known.pop(line, (line,))
    assert known == {}, "a difference that is no more should not be listed"
    assert lines_of(read(suffix).text) == expected


@pytest.mark.parametrize("suffix", KNOWN)
def test_a_format_gives_the_table_of_the_word_file(suffix: str):
    word, other = read("docx"), read(suffix)
    if not KNOWN[suffix].tables:
        assert other.tables == ()
        return
    (first,), (second,) = word.tables, other.tables
    spans = KNOWN[suffix].spans
    assert shape(other.text, second, spans=spans) == shape(word.text, first, spans=spans)


@pytest.mark.parametrize("suffix", KNOWN)
def test_a_format_gives_the_structure_of_the_word_file(suffix: str):
    word, other = read("docx"), read(suffix)
    first = parse(word.text, tables=word.tables)
    second = parse(other.text, tables=other.tables)
    assert second.metadata.title == first.metadata.title
    assert second.metadata.document_number == first.metadata.document_number
    if KNOWN[suffix].dated:
        assert second.metadata.written == first.metadata.written
    lost = {NodeClass.TABLE} if not KNOWN[suffix].tables else set()
    if not KNOWN[suffix].dated:  # such a note is a paragraph of the last article
        lost |= {NodeClass.PARA}
    ids = [[node.id for node in one.nodes if node.cls not in lost] for one in (first, second)]
    assert ids[1] == ids[0]


def test_what_was_changed_in_the_file_is_told():
    codes = {suffix: {one.code for one in read(suffix).notices} for suffix in KNOWN}
    assert all("revisions" in codes[suffix] for suffix in ("docx", "doc", "wps", "odt", "rtf"))
    assert "struck-out" in codes["pdf"]


@pytest.mark.skipif(not FIXTURES, reason="no POLICYVIEWER_FIXTURES")
@pytest.mark.parametrize("name", ["b.doc", "b.wps", "b.docx"])
def test_the_samples_of_others_agree_as_well(name: str):
    word, other = (registry.read(Path(FIXTURES) / one) for one in ("a.docx", name))
    date = {"2026年6月18日", "2026年11月23日"}  # a field that is today's date when it is saved
    first, second = (
        [line for line in lines_of(one.text) if line not in date] for one in (word, other)
    )
    assert first == second
