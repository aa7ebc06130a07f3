"""Damaged and crafted files are read or refused, soon and with a reason; nothing else happens."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import mutants
import pytest

from policyviewer.importers.base import Importer
from policyviewer.importers.docx.importer import DocxImporter
from policyviewer.importers.odt.importer import OdtImporter
from policyviewer.importers.word97 import Word97Importer

_FORMATS = Path(__file__).parents[2] / "data" / "formats"
_SEED = 20260305
_SOON = 3.0
"""Seconds; without the tracing of memory all take less than one."""
_LITTLE = 100 * 1024 * 1024


@dataclass(frozen=True)
class Victim:
    """A format: a sound file, who reads it, and how it is damaged."""

    importer: Importer
    file: str
    damage: Callable[[bytes, int, int], Iterator[bytes]]


VICTIMS = {
    "docx": Victim(DocxImporter(), "办法.docx", mutants.zip_mutants),
    "odt": Victim(OdtImporter(), "办法.odt", mutants.zip_mutants),
    "doc": Victim(Word97Importer(lambda _data, _suffix: None), "办法.doc", mutants.mutants),
}


def drill(form: str, seed: int, count: int) -> None:
    victim = VICTIMS[form]
    data = (_FORMATS / victim.file).read_bytes()
    found = mutants.outcomes(victim.importer, victim.damage(data, seed, count))
    assert found.total() == count
    assert set(found) == {"read", "refused"}  # or else only one way would be tried


@pytest.mark.parametrize("form", VICTIMS)
def test_damaged_files_are_read_or_refused(form: str, capfd):
    drill(form, _SEED, mutants.IN_THE_SUITE)
    capfd.readouterr()  # Rust tells of its panics


@pytest.mark.slow
@pytest.mark.parametrize("form", VICTIMS)
def test_many_damaged_files_are_read_or_refused(form: str, capfd):
    drill(form, _SEED + 1, mutants.IN_A_DRILL)
    capfd.readouterr()


@pytest.mark.parametrize("damage", [mutants.mutants, mutants.zip_mutants])
def test_mutants_are_the_same_each_time_and_differ(damage):
    data = (_FORMATS / "办法.docx").read_bytes()
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
    "nested tables": lambda words: words.parts(_nested(words, 80)),
    "wide cells": lambda words: words.parts(words.wide * 300),
    "restarted numbers": lambda words: words.parts(
        "".join(
            words.restart.format(list=number, at=8 * (number % 2)) for number in range(1, 3000)
        ),
        words.lists,
    ),
}
REFUSED = {"zip bomb", "entity bomb", "other file", "deep nesting", "too many entries"}


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
def test_a_crafted_file_is_refused_or_read_soon(form: str, bomb: str, zipped):
    data = zipped(BOMBS[bomb](WORDS[form]))
    began = time.process_time()
    tracemalloc.start()
    try:
        found = mutants.outcomes(VICTIMS[form].importer, [data])
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [*found] == ["refused" if bomb in REFUSED else "read"]
    assert time.process_time() - began < _SOON
    assert most < _LITTLE
