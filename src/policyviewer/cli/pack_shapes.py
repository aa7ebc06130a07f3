"""The JSON shapes of the commands about library packs, and what people are told in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policyviewer.app.packs.installed import Installation
from policyviewer.app.packs.publishers import Publisher, grouped
from policyviewer.app.packs.service import Preview
from policyviewer.domain.packs import Change, ChangeKind, PackHead, counted

Shape = dict[str, object]
_KINDS = {
    ChangeKind.ADDED: "新增",
    ChangeKind.REVISED: "修订",
    ChangeKind.REPEALED: "废止",
    ChangeKind.WITHDRAWN: "移出",
}


def publisher(one: Publisher) -> Shape:
    """Give a publisher."""
    return {"id": one.id, "name": one.name, "fingerprint": one.fingerprint}


def head(one: PackHead) -> Shape:
    """Give what a version says of itself."""
    return {
        "library": one.library,
        "title": one.title,
        "version": one.version,
        "as_of": one.as_of,
    }


def changes(found: Sequence[Change]) -> list[Shape]:
    """Give the documents that differ."""
    return [
        {"kind": one.kind.value, "document": one.document, "title": one.title, "number": one.number}
        for one in found
    ]


def preview(one: Preview) -> Shape:
    """Give what an installation would change."""
    return {
        **head(one.head),
        "publisher": publisher(one.publisher),
        "expires": one.expires,
        "base": one.base or None,
        "documents": one.documents,
        "installed": one.before.version if one.before else None,
        "changes": changes(one.changes),
        "noted": [change.document for change in one.noted],
        "own": [change.document for change in one.own],
    }


def installation(one: Installation) -> Shape:
    """Give an installed library."""
    previous = one.pointer.previous
    return {
        **head(one.current.head),
        "name": one.name,
        "publisher": {"id": one.publisher, "name": one.current.head.publisher},
        "documents": one.current.documents,
        "expires": one.current.expires,
        "previous": previous.head.version if previous else None,
    }


def preview_lines(one: Preview) -> Iterable[str]:
    """Give a preview for people."""
    yield f"{one.head.label}，{one.documents} 份文件，资料截至 {one.head.as_of}"
    yield f"发布者：{one.publisher.name}（指纹 {grouped(one.publisher.fingerprint)}）"
    if one.base:
        yield f"增量包：在第 {one.base} 版的基础上安装"
    before = f"已安装第 {one.before.version} 版" if one.before else "还没有安装过"
    yield f"{before}；{counted(one.changes)}"
    if one.before:
        yield from (f"  {_KINDS[change.kind]}  {_named(change)}" for change in one.changes)
    if one.noted:
        yield f"其中 {len(one.noted)} 份有您的批注，安装后会核对批注的位置"
    if one.own:
        yield f"其中 {len(one.own)} 份您自己导入过，仍显示您导入的；删除您导入的，就显示资料包里的"


def installation_line(one: Installation, today: str) -> str:
    """Give an installed library for people, on a day (ISO)."""
    shown, previous = one.current, one.pointer.previous
    back = f"，可退回第 {previous.head.version} 版" if previous else ""
    late = f"，{shown.expires} 起该有新的资料包了" if one.overdue(today) else ""
    return (
        f"{one.name}  {shown.head.label}  {shown.documents} 份文件  "
        f"资料截至 {shown.head.as_of}  {shown.head.publisher}{back}{late}"
    )


def _named(change: Change) -> str:
    return f"《{change.title}》{f'（{change.number}）' if change.number else ''}"
