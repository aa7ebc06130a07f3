"""The commands about watched folders."""

from __future__ import annotations

from argparse import Namespace

from policyviewer.app.collection import open_collection
from policyviewer.app.importing import ImportService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.watching import WatchService
from policyviewer.cli.library_commands import settled, tell_report
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.names import readable


def watch(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List, add and remove watched folders, or import what is new in them."""
    ctx = terminal.context()
    with open_collection(paths, ctx) as collection:
        service = WatchService(collection.own, ImportService(collection.own), paths.drive)
        if options.action == "add":
            service.watch(options.folder)
        elif options.action == "remove":
            service.unwatch(options.folder)
        elif options.action == "import":
            SearchService(collection.shelves).mend(ctx)
            report = service.take(service.news(ctx).files)(ctx)
            return tell_report(report, settled(report, collection, paths), terminal)
        _tell(service, terminal)
    return 0


def _tell(service: WatchService, terminal: Terminal) -> None:
    news = service.news(terminal.context())
    folders = service.folders()
    if terminal.as_json:
        terminal.json(
            {
                "folders": [readable(str(one)) for one in folders],
                "missing": [readable(str(one)) for one in news.missing],
                "new": [readable(str(one)) for one in news.files],
            }
        )
        return
    for folder in folders:
        gone = "（现在找不到）" if folder in news.missing else ""
        terminal.text(f"{readable(str(folder))}{gone}")
    for path in news.files:
        terminal.text(f"  新文件  {readable(str(path))}")
    terminal.text(f"关注 {len(folders)} 个文件夹，有 {len(news.files)} 份新文件")
