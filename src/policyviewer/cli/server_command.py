"""The command that writes the library for a search server."""

from __future__ import annotations

from argparse import Namespace

from policyviewer.app.collection import open_collection
from policyviewer.app.paths import AppPaths
from policyviewer.app.server_export import INDEX_FILE, export
from policyviewer.cli.terminal import Terminal


def server_files(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Write the files for OpenSearch or Elasticsearch."""
    ctx = terminal.context()
    with open_collection(paths, ctx) as collection:
        count = export(collection.shelves, options.index, options.out)(ctx)
    requests = sorted(path.name for path in options.out.glob("bulk-*.ndjson"))
    if terminal.as_json:
        told = {"out": str(options.out), "index": options.index, "provisions": count}
        terminal.json({**told, "files": [INDEX_FILE, *requests]})
        return 0
    terminal.text(f"已写出 {count} 条，{len(requests)} 个批量文件：{options.out}")
    terminal.text(f"先用 {INDEX_FILE} 建立索引“{options.index}”，再逐个提交 bulk-*.ndjson")
    return 0
