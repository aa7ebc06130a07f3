"""The command that takes documents out of the library: ``remove``."""

from __future__ import annotations

from argparse import Namespace

from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.removing import KEPT, RemovalService, RemovedDocument
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError


def remove(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Take documents out, put them back, or delete for good what was taken out; else list it."""
    with open_collection(paths, terminal.context()) as collection:
        service = RemovalService(collection.own, collection.shelves.look_again)
        if options.back:
            names = service.put_back(_taken_out(service, options.documents))
            _tell(names, f"已放回 {len(names)} 份文件", terminal)
        elif options.for_good:
            names = _taken_out(service, options.documents)
            service.forget(names)(terminal.context())
            _tell(names, f"已彻底删除 {len(names)} 份文件，批注仍然保留", terminal)
        elif options.documents:
            library = LibraryService(collection.shelves)
            taken = service.remove([library.find(one).id for one in options.documents])
            names = tuple(one.id for one in taken)
            told = f"已移出 {len(names)} 份文件，{KEPT.days} 天内可以用 --back 放回；批注仍然保留"
            _tell(names, told, terminal)
        else:
            _list(service.removed(), terminal)
    return 0


def _taken_out(service: RemovalService, references: list[str]) -> tuple[DocumentId, ...]:
    """Give the documents that ids or titles mean among those taken out; without any, all.

    Raises UserError for one that is not there, or is not the only one.
    """
    removed = service.removed()
    if not references:
        return tuple(one.id for one in removed)
    return tuple(_meant(removed, one).id for one in references)


def _meant(removed: list[RemovedDocument], reference: str) -> RemovedDocument:
    found = [one for one in removed if one.id == reference or reference in one.title]
    exact = [one for one in found if reference in (one.id, one.title)]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise UserError(f"“{reference}”可以指 {len(found)} 份文件。", "请写编号。")
    raise UserError(f"移出的文件里没有“{reference}”。", "不带参数运行 remove，可以看到移出的文件。")


def _tell(names: tuple[DocumentId, ...], told: str, terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.json({"documents": list(names)})
    else:
        terminal.text(told)


def _list(removed: list[RemovedDocument], terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.json(
            [
                {"id": one.id, "title": one.title, "removed": one.removed.isoformat()}
                for one in removed
            ]
        )
        return
    for one in removed:
        terminal.text(f"{one.id}  《{one.title}》  {one.removed.astimezone():%Y-%m-%d} 移出")
    terminal.text(f"共 {len(removed)} 份移出的文件")
