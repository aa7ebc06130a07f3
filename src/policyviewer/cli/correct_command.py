"""The command that corrects what was recognised in a document."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from policyviewer.app.collection import open_collection
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.cli import outline_shapes
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.corrections import Corrections, HeadingCorrection, heading_correction
from policyviewer.domain.documents import NodeClass
from policyviewer.domain.errors import UserError
from policyviewer.domain.text import lines_of

_TEXT = "text"
_LEVELS = {one.value.lower(): one for one in NodeClass if one is not NodeClass.TABLE}


def correct(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Keep corrections of a document and tell how it is read now."""
    with open_collection(paths, terminal.context()) as collection:
        library, service = LibraryService(collection.shelves), ImportService(collection.own)
        document = library.open(library.find(options.reference).id)
        if not service.owns(document.id):
            raise UserError("这份文件是程序自带的，不能更正。", "请导入一份自己的副本，再更正它。")
        former = Corrections() if options.clear else service.corrections(document.id)
        corrections = corrected(former, options, document.outline.text)
        read = service.correct(document.id, corrections)(terminal.context())
    if terminal.as_json:
        terminal.json(outline_shapes.outline(read.source.name, read.source.format, read.outline))
    else:
        data = read.outline.metadata
        told = "  ".join(filter(None, (data.document_number, data.written)))
        terminal.text(f"{read.id}  《{data.title}》  {told}".rstrip())
    return 0


def corrected(former: Corrections, options: Namespace, text: str) -> Corrections:
    """Give the corrections with what the command line adds to them; raises UserError."""
    given = {
        name: value
        for name, value in (
            ("title", options.title),
            ("document_number", options.number),
            ("written", options.written),
        )
        if value is not None
    }
    added = headings(options.heading, text)
    places = {(one.line, one.occurrence) for one in added}
    kept = [one for one in former.headings if (one.line, one.occurrence) not in places]
    return replace(former, **given, headings=(*kept, *added))


def headings(pairs: Sequence[Sequence[str]], text: str) -> list[HeadingCorrection]:
    """Give corrections for pairs of a line's words and its level; raises UserError."""
    lines = lines_of(text)
    found = []
    for words, level in pairs:
        start = next((line.start for line in lines if line.text == words.strip()), None)
        if start is None:
            raise UserError(f"文件里没有“{words}”这一行。", "请照抄整行，包括前面的编号。")
        if level.lower() != _TEXT and level.lower() not in _LEVELS:
            known = "、".join((*(one.value for one in _LEVELS.values()), _TEXT))
            raise UserError(f"没有“{level}”这种级别。", f"可以写：{known}。")
        found.append(heading_correction(lines, start, _LEVELS.get(level.lower())))
    return found
