"""The command ``doctor``: what support needs to know about this machine."""

from __future__ import annotations

import platform
import sys
from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version

import policyviewer
from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.cli.terminal import Terminal, padded
from policyviewer.domain.errors import UserError
from policyviewer.domain.queries import SearchQuery

Report = dict[str, object]
_PACKAGES = ("PySide6-Essentials", "whoosh-reloaded", "jieba", "rjieba", "numpy")
_NAMES = {
    "version": "版本",
    "system": "系统",
    "packages": "组件",
    "folders": "文件夹",
    "resources": "程序资源",
    "data": "批注和设置",
    "library": "文库",
    "cache": "缓存",
    "logs": "日志",
    "documents": "文件数",
    "writable": "可以写入",
    "index": "索引",
    "qt": "Qt",
    "display": "显示器",
    "platform": "平台",
    "chinese_fonts": "中文字体",
    "error": "错误",
    "hint": "提示",
}
_INDEX = {"ready": "正常", "building": "正在重建", "damaged": "需要重建，下次检索时自动进行"}


def doctor(_options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Tell versions, folders, fonts, the index's state and Qt's platform."""
    report: Report = {
        "version": policyviewer.__version__,
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "packages": {name: _installed(name) for name in _PACKAGES},
        "folders": _folders(paths),
        "library": _library(paths, terminal),
        "qt": _qt(),
    }
    if terminal.as_json:
        terminal.json(report)
    else:
        _tell(report, terminal)
    return 0


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:  # the frozen program carries no package records
        return None


def _folders(paths: AppPaths) -> Report:
    return {
        "resources": str(paths.resources),
        "data": str(paths.data),
        "library": str(paths.library),
        "cache": str(paths.cache),
        "logs": str(paths.logs),
    }


def _library(paths: AppPaths, terminal: Terminal) -> Report:
    try:
        with open_collection(paths, terminal.context()) as collection:
            searching = SearchService(collection.shelves)
            searching.search(SearchQuery("自检", limit=1))
            searching.close()
            return {
                "documents": len(LibraryService(collection.shelves).documents()),
                "writable": collection.own.writable,
                "index": searching.state.value,
            }
    except UserError as error:
        return {"error": error.text, "hint": error.hint}


def _qt() -> Report:
    """Ask Qt in this process, offscreen, so that it answers without a display too."""
    from policyviewer.ui.display import why_no_display
    from policyviewer.ui.inspection import inspect_qt

    return {"display": why_no_display() or "可用", **inspect_qt()}


def _tell(report: Report, terminal: Terminal, indent: str = "") -> None:
    for key, value in report.items():
        if isinstance(value, dict):
            terminal.text(f"{indent}{_NAMES.get(key, key)}")
            _tell(value, terminal, indent + "  ")
        else:
            terminal.text(f"{indent}{padded(_NAMES.get(key, key), 20)}{_shown(key, value)}")


def _shown(key: str, value: object) -> object:
    if isinstance(value, list):
        return "、".join(map(str, value)) or "没有"
    if isinstance(value, bool):
        return "是" if value else "否"
    return _INDEX[str(value)] if key == "index" else value
