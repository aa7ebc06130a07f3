"""The command ``search``: kept lean, because whoever calls it waits for its start."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.cli import shapes
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.queries import FACET_NAMES, Order, SearchFilter, SearchPage, SearchQuery
from policyviewer.domain.tasks import JobContext

_FEW = 8
"""Values of a facet that are listed for people."""


def search(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Search, for one query or for each line of a file."""
    ctx = terminal.context()
    with open_collection(paths, ctx) as collection:
        queries = list(_queries(options, collection))
        service = SearchService(collection.shelves)
        try:
            for query in queries:
                page = _answer(service, query, ctx)
                if options.out is not None:
                    _export(page, options.out)
                _tell(page, terminal)
        finally:
            service.close()
    return 0


def _export(page: SearchPage, out: Path) -> None:
    from policyviewer.app.results_export import export_results  # python-docx, xlsxwriter

    export_results(page, out)


def _answer(service: SearchService, query: SearchQuery, ctx: JobContext) -> SearchPage:
    """Answer a query; an index that cannot be used is first built again."""
    page = service.search(query)
    if not service.ready:
        service.mend(ctx)
        page = service.search(query)
    return page


def _queries(options: Namespace, collection: Collection) -> Iterator[SearchQuery]:
    wanted = SearchFilter(
        issuers=tuple(options.issuer),
        kinds=tuple(options.kind),
        statuses=tuple(options.status),
        years=options.year,
        levels=tuple(options.level),
        documents=_documents(options, collection),
    )
    for text in _texts(options):
        yield SearchQuery(
            text,
            options.limit or None,
            Order(options.sort),
            wanted,
            within=tuple(options.within),
            facets=options.facets,
            suggest=options.queries is None,
        )


def _texts(options: Namespace) -> list[str]:
    if options.queries is not None and options.out is not None:
        raise UserError("--out 不能与 --queries 一起用。", "请一次检索一个检索词。")
    if options.queries is None:
        if options.query is None:
            raise UserError("没有给出检索词。", "例如：policyviewer search 西部陆海新通道")
        return [options.query]
    file: Path = options.queries
    try:
        return [line for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"读不出检索词文件“{file}”。", "文件应存在，编码应为 UTF-8，每行一个检索词。"
        ) from error


def _documents(options: Namespace, collection: Collection) -> tuple[DocumentId, ...]:
    if options.document is None:
        return ()
    return (LibraryService(collection.shelves).find(options.document).id,)


def _tell(page: SearchPage, terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.json(shapes.search_page(page))
        return
    for hit in page.hits:
        terminal.text(f"{hit.citation}  [{hit.document}#{hit.provision}]")
        terminal.text(f"    {hit.excerpt}")
    shown = f"，显示前 {len(page.hits)} 条" if len(page.hits) < page.total else ""
    terminal.text(f"共 {page.total} 条{shown}，用时 {page.elapsed_ms:.1f} 毫秒")
    for facet in page.facets:
        values = "，".join(f"{one.label} {one.count}" for one in facet.values[:_FEW] if one.count)
        if values:
            terminal.text(f"{FACET_NAMES[facet.name]}：{values}")
    _tell_more(page, terminal)


def _tell_more(page: SearchPage, terminal: Terminal) -> None:
    """Tell what else was searched for, or could be."""
    for one in page.expansions:
        terminal.text(f"“{one.written}”也检索了“{'”“'.join(one.added)}”。")
    for each in page.short_forms:
        forms = "，".join(f"{form.text} {form.count}" for form in each.forms)
        terminal.text(f"“{each.written}”也可以写成这样检索：{forms}")
    if page.hint:
        terminal.text(page.hint)
    if page.suggestions:
        terminal.text(f"您要找的是不是：{'、'.join(page.suggestions)}")
