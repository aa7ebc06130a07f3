"""Damaged and crafted files are read or refused, soon and with a reason; nothing else happens."""

from __future__ import annotations

import struct
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import mutants
import ofd_writer
import pytest
import xlsx_writer
from tests.cost import assert_in_proportion

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.archive import members
from policyviewer.importers.base import Importer
from policyviewer.importers.docx.importer import DocxImporter
from policyviewer.importers.markdown import MarkdownImporter
from policyviewer.importers.odt.importer import OdtImporter
from policyviewer.importers.ofd import OfdImporter
from policyviewer.importers.rtf import RtfImporter
from policyviewer.importers.text import TextImporter
from policyviewer.importers.web.importer import HtmlImporter
from policyviewer.importers.word97 import Word97Importer
from policyviewer.importers.xlsx import XlsxImporter

_FORMATS = Path(__file__).parents[2] / "data" / "formats"
_SEED = 20260305
_LITTLE = 100 * 1024 * 1024


Ole = Callable[[Mapping[str, bytes]], bytes]


def sample(suffix: str) -> bytes:
    return (_FORMATS / f"办法.{suffix}").read_bytes()


def workbook(_ole: Ole) -> bytes:
    rows = [
        ["补助标准", "", ""],
        ["序号", "名称", "万元"],
        *([n, "石桥", n / 7] for n in range(30)),
    ]
    named = xlsx_writer.sheet(rows, ["A1:C1", "B4:B9"])
    return xlsx_writer.workbook({"补助": named, "名单": xlsx_writer.sheet(rows[1:])})


def old_workbook(ole: Ole) -> bytes:
    """Write an Excel 97 file of one sheet ([MS-XLS])."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    def label(row: int, column: int, words: str) -> bytes:
        coded = words.encode("utf-16-le")
        head = struct.pack("<HHHHB", row, column, 0, len(words), 1)
        return record(0x0204, head + coded)

    begin, end = struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6), record(0x000A, b"")
    cells = b"".join(label(row, column, "石桥") for row in range(9) for column in range(3))
    cells += b"".join(record(0x0203, struct.pack("<HHHd", row, 3, 0, row / 7)) for row in range(9))
    named = struct.pack("<BB", 1, 1) + "桥".encode("utf-16-le")
    place = 4 + len(begin) + 4 + 6 + len(named) + len(end)
    head = record(0x0809, begin)
    head += record(0x0085, struct.pack("<IBB", place, 0, 0) + named) + end
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 16, 0, 0, 0, 6)) + cells + end
    return ole({"WorkbookInformation": b"", "Workbook": head + sheet})


def package(_ole: Ole) -> bytes:
    lines = [(28.0, 40.0 + 10 * n, "一、各乡镇应当按时完成，确保质量。") for n in range(12)]
    ruled = [f"28 {y} 120 0.2" for y in (200, 210)] + [f"{x} 200 0.2 10" for x in (28, 90)]
    template = ofd_writer.page([(60, 20, "青山县人民政府文件")])
    pages = [ofd_writer.page(lines, ruled, template=True) for _ in range(2)]
    return ofd_writer.package(pages, template)


MARKDOWN = """---
title: 通知
---
# 关于修路的**通知**

| 序号 | 名称 |
|------|:----:|
| 1 | `石桥` |

- 见[预算法](http://x.cn/)第\\*条
""".encode()


@dataclass(frozen=True)
class Victim:
    """A format: a sound file, who reads it, how it is damaged, and what may become of it."""

    importer: Importer
    data: Callable[[Ole], bytes]
    damage: Callable[[bytes, int, int], Iterator[bytes]]
    ends: frozenset[str] = frozenset({"read", "refused"})


def of(suffix: str) -> Callable[[Ole], bytes]:
    return lambda _ole: sample(suffix)


ALWAYS = frozenset({"read"})
VICTIMS = {
    "docx": Victim(DocxImporter(), of("docx"), mutants.zip_mutants),
    "odt": Victim(OdtImporter(), of("odt"), mutants.zip_mutants),
    "doc": Victim(Word97Importer(lambda _data, _suffix: None), of("doc"), mutants.mutants),
    "rtf": Victim(RtfImporter(), of("rtf"), mutants.mutants, ALWAYS),
    "xlsx": Victim(XlsxImporter(), workbook, mutants.zip_mutants),
    "xls": Victim(XlsxImporter(), old_workbook, mutants.mutants),
    "ofd": Victim(OfdImporter(), package, mutants.zip_mutants),
    "html": Victim(HtmlImporter(), of("html"), mutants.mutants, ALWAYS),
    "txt": Victim(TextImporter(), of("txt"), mutants.mutants),
    "gbk": Victim(
        TextImporter(), lambda _ole: sample("txt").decode().encode("gb18030"), mutants.mutants
    ),
    "md": Victim(MarkdownImporter(), lambda _ole: MARKDOWN, mutants.mutants),
}


def drill(form: str, ole: Ole, seed: int, count: int) -> None:
    victim = VICTIMS[form]
    sound = victim.data(ole)
    found = mutants.outcomes(victim.importer, sound, victim.damage(sound, seed, count))
    assert found.total() == count
    assert victim.ends <= set(found) <= {"read", "refused"}  # or else one way would not be tried


@pytest.mark.parametrize("form", VICTIMS)
def test_damaged_files_are_read_or_refused(form: str, ole, capfd):
    drill(form, ole, _SEED, mutants.IN_THE_SUITE)
    capfd.readouterr()  # Rust tells of its panics


@pytest.mark.slow
@pytest.mark.parametrize("form", VICTIMS)
def test_many_damaged_files_are_read_or_refused(form: str, ole, capfd):
    drill(form, ole, _SEED + 1, mutants.IN_A_DRILL)
    capfd.readouterr()


def read_through(data: bytes) -> Counter[str]:
    """Go through an archive and count what becomes of its members, and of itself."""
    found: Counter[str] = Counter()
    try:
        for member in members(data, "包.zip"):
            found["read" if isinstance(member.data, bytes) else "refused"] += 1
    except UnreadableDocumentError:
        found["broken"] += 1
    return found


@pytest.mark.parametrize(
    "count", [mutants.IN_THE_SUITE, pytest.param(mutants.IN_A_DRILL, marks=pytest.mark.slow)]
)
def test_damaged_archives_are_read_or_refused(zipped, count: int):
    inner = zipped({"一/二.txt": "通知" * 50, "三.txt": "一" * 9})
    sound = zipped({"甲.txt": "通知" * 99, "乙/丙.zip": inner, "丁.txt": "二"})
    found: Counter[str] = Counter()
    for data in mutants.mutants(sound, _SEED, count):
        found += read_through(data)
    assert set(found) == {"read", "refused", "broken"}


@pytest.mark.parametrize("damage", [mutants.mutants, mutants.zip_mutants])
def test_mutants_are_the_same_each_time_and_differ(damage):
    data = sample("docx")
    first, again = ([*damage(data, 7, 20)] for _ in range(2))
    assert first == again
    assert len({*first}) == 20
    assert data not in first
    assert first != [*damage(data, 8, 20)]


def docx_parts(body: str, numbering: str = "") -> dict[str, str]:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    return {
        "word/_rels/document.xml.rels": f'<R><a Type="{kind}" Target="numbering.xml"/></R>',
        "word/document.xml": f"<w:document {word}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {word}>{numbering}</w:numbering>",
    }


def odt_parts(story: str, styles: str = "") -> dict[str, str]:
    start = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{one}="{start}:{one}:1.0"' for one in ("office", "text", "table"))
    names += f' xmlns:style="{start}:style:1.0"'
    body = f"<office:body><office:text>{story}</office:text></office:body>"
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "styles.xml": f"<office:styles {names}>{styles}</office:styles>",
        "content.xml": f"<office:content {names}>{body}</office:content>",
    }


@dataclass(frozen=True)
class Words:
    """How a format writes what bombs are made of."""

    parts: Callable[..., dict[str, str]]
    main: str
    paragraph: str
    table: str
    """A table of two cells, with {} for what is in the first."""
    wide: str
    """A table whose only row has one cell of a huge width, and another one."""
    restart: str
    """A numbered paragraph that begins to count anew."""
    lists: str


WORDS = {
    "docx": Words(
        docx_parts,
        "word/document.xml",
        "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge w:val="restart"/>'
        "</w:tcPr><w:p><w:r><w:t>宽</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>'
        "<w:r><w:t>号</w:t></w:r></w:p>",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1%1%1"/></w:lvl><w:lvl w:ilvl="8"><w:numFmt w:val="upperLetter"/>'
        f'<w:start w:val="999999999"/><w:lvlText w:val="{"%9" * 5000}"/></w:lvl></w:abstractNum>'
        + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{number}000"/></w:lvlOverride></w:num>'
            for number in range(1, 3000)
        ),
    ),
    "odt": Words(
        odt_parts,
        "content.xml",
        "<text:p>{}</text:p>",
        "<table:table><table:table-row><table:table-cell>{}</table:table-cell><table:table-cell/>"
        "</table:table-row></table:table>",
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="999999999" '
        'table:number-rows-spanned="999999999" table:number-columns-repeated="999999999">'
        "<text:p>宽</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>",
        '<text:list text:style-name="L" xml:id="l{list}"><text:list-item text:start-value="{list}">'
        "<text:p>号</text:p></text:list-item></text:list>",
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        f'style:num-format="I" style:num-suffix="{"." * 5000}"/></text:list-style>',
    ),
}
BOMBS = {
    "zip bomb": lambda words: words.parts(words.paragraph.format("　" * 30_000_000)),
    "entity bomb": lambda words: _declaring(
        words, "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)), "&e9;"
    ),
    "other file": lambda words: _declaring(
        words, '<!ENTITY e SYSTEM "file:///etc/hostname">', "&e;"
    ),
    "deep nesting": lambda words: words.parts(
        "".join(side * 20_000 for side in words.table.split("{}"))
    ),
    "too many entries": lambda words: (
        words.parts("") | {f"a{number}": "" for number in range(5001)}
    ),
}
REPEATED = {
    "nested tables": (80, lambda words, times: words.parts(_nested(words, times))),
    "wide cells": (300, lambda words, times: words.parts(words.wide * times)),
    "restarted numbers": (
        3_000,
        lambda words, times: words.parts(
            "".join(
                words.restart.format(list=number, at=8 * (number % 2)) for number in range(1, times)
            ),
            words.lists,
        ),
    ),
}
"""What is read, by its name: how many there are, and the parts of a file with so many."""


def _declaring(words: Words, entities: str, use: str) -> dict[str, str]:
    parts = words.parts(words.paragraph.format(use))
    declared = f'<!DOCTYPE a [<!ENTITY e0 "哈">{entities}]>'
    return parts | {words.main: declared + parts[words.main]}


def _nested(words: Words, depth: int) -> str:
    inner = words.paragraph.format("芯")
    for _ in range(depth):
        inner = words.table.format(inner)
    return inner


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("form", WORDS)
def test_a_crafted_file_is_refused_in_little_memory(form: str, bomb: str, zipped):
    assert in_little_memory(form, zipped(BOMBS[bomb](WORDS[form]))) == "refused"


@pytest.mark.parametrize("many", REPEATED)
@pytest.mark.parametrize("form", WORDS)
def test_many_strange_things_take_time_and_memory_in_proportion(form: str, many: str, zipped):
    times, parts = REPEATED[many]
    assert in_little_memory(form, zipped(parts(WORDS[form], times))) == "read"
    assert_in_proportion(
        lambda data: mutants.outcome(VICTIMS[form].importer, data),
        lambda count: zipped(parts(WORDS[form], count)),
        times,
    )


def in_little_memory(form: str, data: bytes) -> str:
    tracemalloc.start()
    try:
        found = mutants.outcome(VICTIMS[form].importer, data)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < _LITTLE
    return found


ENTITIES = (
    '<!DOCTYPE a [<!ENTITY e0 "哈">'
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
SWELLING = {
    "xlsx zip bomb": (
        30_000_000,
        lambda n: xlsx_writer.workbook({"表": xlsx_writer.sheet([["　" * n]])}),
    ),
    "xlsx many sheets": (
        2_000,
        lambda n: xlsx_writer.workbook(
            {f"表{at}": xlsx_writer.sheet([["甲", "乙"]]) for at in range(n)}
        ),
    ),
    "ofd zip bomb": (
        30_000_000,
        lambda n: ofd_writer.package([ofd_writer.page([(9, 9, "　" * n)])]),
    ),
    "ofd nested blocks": (
        20_000,
        lambda n: ofd_writer.package(
            [ofd_writer.page([(9, 9, "话")]).replace("<ofd:Layer ", "<ofd:PageBlock>" * n)]
        ),
    ),
    "ofd one page very often": (
        40,
        lambda n: ofd_writer.package(
            [ofd_writer.page([(28, 40 + at, "话") for at in range(50)])] * n
        ),
    ),
    "txt columns": (10_000, lambda n: ("a\t" * 20 + "\n").encode() * n),
    "txt zeros": (400_000, bytes),
    "md rows": (4_000, lambda n: b"a|b\n-|-\n" * n),
    "html tags": (30_000, lambda n: b"<p>" + b"<b>a</b>" * n),
    "html attributes": (
        200_000,
        lambda n: b"<p " + b" ".join(b"a%d=1" % at for at in range(n)) + b">a",
    ),
    "html nesting": (20_000, lambda n: b"<p>" + b"<div>" * n + b"a"),
}
"""What would swell, by the format's name and its own: how much is in it, and the file."""


@pytest.mark.parametrize("bomb", SWELLING)
def test_what_would_swell_is_refused_or_takes_time_in_proportion(bomb: str):
    importer, (much, made) = VICTIMS[bomb.partition(" ")[0]].importer, SWELLING[bomb]
    found: set[str] = set()
    assert_in_proportion(lambda data: found.add(mutants.outcome(importer, data)), made, much)
    assert found <= {"read", "refused"}


@pytest.mark.parametrize(
    ("form", "file"),
    [
        ("xlsx", ENTITIES + xlsx_writer.sheet([["甲"]]).replace("甲", "&e9;")),
        ("xlsx", xlsx_writer.sheet([["甲"]]).replace("A1", "XFD1048576")),
        ("ofd", ENTITIES + ofd_writer.page([(9, 9, "&e9;")])),
    ],
    ids=["xlsx entity bomb", "xlsx far cell", "ofd entity bomb"],
)
def test_what_few_signs_would_blow_up_takes_little_memory(form: str, file: str):
    data = xlsx_writer.workbook({"表": file}) if form == "xlsx" else ofd_writer.package([file])
    assert in_little_memory(form, data) in {"read", "refused"}
