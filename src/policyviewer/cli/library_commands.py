"""The commands about documents: import, documents, outline, show, check."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from policyviewer.app.citing import CitationService, CitedFrom
from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.import_report import ImportReport
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService, provision_of
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import Receipt
from policyviewer.app.readers.files import requests_of
from policyviewer.app.readers.messages import Reading, Refused
from policyviewer.app.readers.pool import ReaderPool
from policyviewer.app.searching import SearchService
from policyviewer.app.services import open_notes
from policyviewer.app.settling import told
from policyviewer.app.tables_export import export_tables, tables_of
from policyviewer.cli import note_shapes, outline_shapes, shapes
from policyviewer.cli.notes_commands import desk_of
from policyviewer.cli.terminal import Terminal, padded
from policyviewer.domain.citations import citation
from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import Document, Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.names import readable
from policyviewer.importers import registry


def import_files(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Import files and folders; status 1 when any of them failed."""
    ctx = terminal.context()
    with open_collection(paths, ctx) as collection:
        SearchService(collection.shelves).mend(ctx)
        report = ImportService(collection.own).job(options.paths)(ctx)
        return tell_report(report, settled(report, collection, paths), terminal)


def settled(report: ImportReport, collection: Collection, paths: AppPaths) -> Receipt:
    """Find the places of annotations in the documents of an import."""
    if not report.documents or not paths.notes.exists():
        return Receipt(())
    with closing(open_notes(paths)) as database:
        settling = desk_of(collection, database, paths).settling
        return settling.settle(one.document for one in report.documents)


def tell_report(report: ImportReport, receipt: Receipt, terminal: Terminal) -> int:
    """Tell what became of every file and every note; status 1 when any file failed."""
    if terminal.as_json:
        terminal.json({**shapes.import_report(report), "notes": note_shapes.receipt(receipt)})
    else:
        _tell_import(report, terminal)
        if told(receipt):
            terminal.text(told(receipt))
    for failure in report.failed:
        terminal.error(UserError(f"{failure.source}：{failure.reason}", failure.hint))
    return 1 if report.failed else 0


def list_documents(_options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List what is in the library."""
    with open_collection(paths, terminal.context()) as collection:
        summaries = LibraryService(collection.shelves).documents()
    if terminal.as_json:
        today = iso_today()
        terminal.json([shapes.summary(one, today) for one in summaries])
        return 0
    columns = max((len(one.id) for one in summaries), default=0) + 2
    for one in summaries:
        terminal.text(f"{padded(one.id, columns)}{one.metadata.title}")
    terminal.text(f"共 {len(summaries)} 份文件")
    return 0


def outline(options: Namespace, _paths: AppPaths, terminal: Terminal) -> int:
    """Parse files without importing them; status 1 when any cannot be read."""
    failed = 0
    for source, read in parsed(options.paths):
        if isinstance(read, UserError):
            terminal.error(UserError(f"{source}：{read.text}", read.hint))
            failed += 1
        elif terminal.as_json:
            terminal.json(outline_shapes.outline(source, read.format, read.outline))
        else:
            _tell_outline(read.outline, terminal)
    return 1 if failed else 0


def show(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Show a document, or one provision of it, with its citation."""
    with open_collection(paths, terminal.context()) as collection:
        library = LibraryService(collection.shelves)
        if options.editions:
            return _tell_editions(library, options.reference, terminal)
        document, name = _referred(library, options.reference, options.edition)
    if options.outline and not terminal.as_json:
        _tell_outline(document.outline, terminal)
        return 0
    text = document.outline.text
    if name:
        tile = provision_of(document, name)
        name, text = tile.id, tile.span.of(text)
    quoted = citation(document.outline, name or "main")
    if terminal.as_json:
        terminal.json(shapes.provision(document, name, text, quoted))
    else:
        terminal.text(text.rstrip("\n"))
        terminal.text(f"\n——{quoted}")
    return 0


def tables(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List the tables of a document with their words, or write them into a file."""
    with open_collection(paths, terminal.context()) as collection:
        document, _name = _referred(LibraryService(collection.shelves), options.reference)
    outline = document.outline
    if options.out is not None:
        count = export_tables(outline, options.out)
        if terminal.as_json:
            terminal.json({"tables": count, "out": str(options.out)})
        else:
            terminal.text(f"已写入 {count} 个表格：{options.out}")
        return 0
    found = tables_of(outline)
    if terminal.as_json:
        terminal.json([shapes.found_table(one, outline.text) for one in found])
        return 0
    for one in found:
        terminal.text(one.citation)
        for row in one.rows(outline.text):
            terminal.text("  " + " │ ".join(words.replace("\n", " ") for words in row))
    terminal.text(f"共 {len(found)} 个表格")
    return 0


def references(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List what a document refers to, and where in the library each reference leads."""
    with open_collection(paths, terminal.context()) as collection:
        library = LibraryService(collection.shelves)
        document, _name = _referred(library, options.reference)
        if options.cited_by:
            return _cited_by(CitationService(library, collection.shelves).to(document), terminal)
        led = library.references(document)
    if terminal.as_json:
        terminal.json([outline_shapes.led_reference(one, document.outline.text) for one in led])
        return 0
    lost = 0
    for one in led:
        words = one.reference.span.of(document.outline.text).replace("\n", "")
        place = f"{one.document}{f'#{one.provision}' if one.provision else ''}"
        lost += one.document is None
        terminal.text(f"{words}  →  {place if one.document else '文库中没有'}")
    terminal.text(f"共 {len(led)} 处引用，{lost} 处在文库中找不到")
    return 0


def _cited_by(cited: list[CitedFrom], terminal: Terminal) -> int:
    if terminal.as_json:
        terminal.json([shapes.cited_from(one) for one in cited])
        return 0
    for one in cited:
        found = one.found
        place = f"{found.document}#{found.citing.provision}"
        terminal.text(
            f"《{found.document_title}》{found.citing.marker}  {place}\n    {found.words}"
        )
    documents = len({one.found.document for one in cited})
    terminal.text(f"共 {documents} 份文件的 {len(cited)} 处引用了它")
    return 0


def check(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Say what looks damaged in files or in documents of the library."""
    several = len(options.targets) > 1
    for name, read in _checked(options.targets, paths, terminal):
        found = [outline_shapes.finding(one, read.text) for one in read.findings]
        if terminal.as_json:
            terminal.json({"source": name, "findings": found} if several else found)
        else:
            _tell_findings(name, read, terminal)
    return 0


def parsed(given: list[Path]) -> Iterator[tuple[str, Reading | UserError]]:
    """Give what every file says, or what is wrong with it."""
    files, missing = registry.expand(given)
    for failure in missing:
        yield readable(str(failure.path)), failure.error
    with ReaderPool() as pool:
        for file, answer in pool.read(requests_of(files)):
            if isinstance(answer, Refused):
                yield file.source, UserError(answer.text, answer.hint)
            else:
                yield file.source, answer.reading


def _checked(
    targets: list[str], paths: AppPaths, terminal: Terminal
) -> Iterator[tuple[str, Outline]]:
    """Give the outline of each target: a file if there is one of that name, else a document."""
    for target in targets:
        if Path(target).exists():
            for source, read in parsed([Path(target)]):
                if isinstance(read, UserError):
                    raise read
                yield source, read.outline
        else:
            with open_collection(paths, terminal.context()) as collection:
                document, _name = _referred(LibraryService(collection.shelves), target)
            yield target, document.outline


def _referred(
    library: LibraryService, reference: str, edition: int | None = None
) -> tuple[Document, str]:
    """Give the document and the provision's name (or "") of ``DOC#PROVISION``."""
    name, _mark, provision = reference.partition("#")
    return library.open(library.find(name).id, edition), provision


def _tell_editions(library: LibraryService, reference: str, terminal: Terminal) -> int:
    summary = library.find(reference)
    editions = library.editions(summary.id)
    if terminal.as_json:
        terminal.json([shapes.edition(one, summary.version) for one in editions])
        return 0
    for one in editions:
        shown = "  （现在显示的一版）" if one.version == summary.version else ""
        day = one.source.imported.date().isoformat()
        terminal.text(f"第 {one.version} 版  {day} 导入  {one.source.name}{shown}")
    return 0


def _tell_import(report: ImportReport, terminal: Terminal) -> None:
    for one in report.documents:
        told = "  ".join(filter(None, (one.document_number, one.written)))
        terminal.text(f"{one.document}  《{one.title}》  {told}".rstrip())
        for warned in one.warnings:
            if warned.span is None:
                terminal.text(f"              {warned.message}")
        damaged = sum(warned.span is not None for warned in one.warnings)
        if damaged:
            terminal.text(f"              正文有 {damaged} 处疑似缺损，用 check 命令可以看到。")
    for skipped in report.skipped:
        terminal.text(f"{skipped.source}：与《{skipped.title}》内容相同，没有重复导入。")
    terminal.text(
        f"新导入 {report.imported} 份，更新 {report.updated} 份，未变 {report.unchanged} 份，"
        f"失败 {len(report.failed)} 份，用时 {report.seconds:.1f} 秒"
    )


def _tell_outline(read: Outline, terminal: Terminal) -> None:
    terminal.text(f"《{read.metadata.title}》")
    depth: dict[str | None, int] = {None: 0}
    for node in read.nodes:
        depth[node.id] = depth[node.parent] + 1
        name = f"{node.marker}{node.label}"
        terminal.text(f"{'  ' * depth[node.id]}{name}  [{node.id}]")


def _tell_findings(name: str, read: Outline, terminal: Terminal) -> None:
    terminal.text(f"{name}：{len(read.findings)} 处疑似缺损")
    for one in read.findings:
        near = read.text[max(0, one.span.start - 8) : one.span.end + 8].replace("\n", " ")
        terminal.text(f"  第 {one.span.start} 字 “{near}” {one.message}")
