"""The window, where there is a display; elsewhere the library as text; and pictures of it."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace

from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.settings import ThemeName
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.documents import DocumentSummary


def open_window(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Open the window, with files if any are named, and stay until it is closed; without a
    display, list the library.
    """
    from policyviewer.ui.display import why_no_display

    reason = why_no_display()
    if reason is not None:
        return _without_display(reason, paths, terminal)
    gc.disable()  # a tenth of the time it takes to load the window; what is loaded stays
    from policyviewer.ui.application import run

    gc.enable()
    files = [path.absolute() for path in getattr(options, "files", ())]
    return run(paths, lambda words: print(words, file=sys.stderr), files)


def screenshot(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Draw the window into a picture, offscreen."""
    from policyviewer.ui.screenshots import ScreenshotRequest, take

    request = ScreenshotRequest(
        out=options.out,
        document=options.document,
        provision=options.provision,
        search=options.search,
        size=options.size,
        scale=options.scale,
        theme=ThemeName(options.theme) if options.theme else None,
    )
    take(paths, request)
    if terminal.as_json:
        terminal.json({"out": str(options.out)})
    else:
        terminal.text(f"已画好：{options.out}")
    return 0


def _without_display(reason: str, paths: AppPaths, terminal: Terminal) -> int:
    print(f"{reason}，不能打开窗口；文库内容如下。", file=sys.stderr)
    with open_collection(paths, terminal.context()) as collection:
        library = LibraryService(collection.shelves)
        for summary in library.documents():
            _tell_tree(summary, library, terminal)
    terminal.text("继续使用：")
    terminal.text("  policyviewer search 检索词              全文检索")
    terminal.text("  policyviewer show 编号#条               看原文和引用格式")
    terminal.text("  policyviewer screenshot --out 窗口.png  把窗口画成图片")
    return 0


def _tell_tree(summary: DocumentSummary, library: LibraryService, terminal: Terminal) -> None:
    terminal.text(f"《{summary.metadata.title}》  {summary.id}")
    depth: dict[str | None, int] = {None: 0}
    for node in library.open(summary.id).outline.nodes:
        depth[node.id] = depth[node.parent] + 1
        if depth[node.id] <= 2:
            branch = "  " * depth[node.id] + "├ "
            terminal.text(f"{branch}{node.marker}{node.label}  #{node.id}")
