"""The command that checks library, index, notes and packs."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from policyviewer.app.checking import problems
from policyviewer.app.collection import open_collection
from policyviewer.app.paths import AppPaths
from policyviewer.cli.terminal import Terminal


def verify(_options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Tell what is not as it must be; status 1 when anything is."""
    ctx = terminal.context()
    with open_collection(paths, ctx) as collection:
        found = problems(collection, paths, ctx)
    if terminal.as_json:
        terminal.json({"ok": not found, "problems": [asdict(one) for one in found]})
    else:
        for one in found:
            mark = "可以修复" if one.repairable else "需要处理"
            terminal.text(f"{one.where}：{one.what}（{mark}）")
        terminal.text("检查完毕：" + (f"有 {len(found)} 个问题" if found else "一切正常"))
    return 1 if found else 0
