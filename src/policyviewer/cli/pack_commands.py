"""The commands that look at library packs, install them and go back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing

from policyviewer.app.collection import open_collection
from policyviewer.app.packs.publishers import grouped
from policyviewer.app.packs.service import PackService, Switched
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import Receipt
from policyviewer.app.services import open_notes
from policyviewer.app.settling import told
from policyviewer.cli import note_shapes, pack_shapes
from policyviewer.cli.notes_commands import desk_of
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import PackError, UserError
from policyviewer.domain.packs import counted
from policyviewer.storage.annotations import AnnotationStore


def pack(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Carry out an action on library packs."""
    if options.action in ("keygen", "build"):
        from policyviewer.cli import pack_making

        return {"keygen": pack_making.keygen, "build": pack_making.build}[options.action](
            options, paths, terminal
        )
    actions: dict[str, Callable[[Namespace, AppPaths, Terminal], int]] = {
        "inspect": _inspect,
        "trust": _trust,
        "install": _install,
        "rollback": _roll_back,
        "remove": _remove,
        "list": _list,
    }
    return actions[options.action](options, paths, terminal)


def _inspect(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    service = PackService(paths, lambda: _noted(paths), lambda: _own(paths))
    preview = service.preview(options.pack)(terminal.context())
    if terminal.as_json:
        terminal.json(pack_shapes.preview(preview))
    else:
        for line in pack_shapes.preview_lines(preview):
            terminal.text(line)
    return 0


def _trust(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Accept a publisher whose fingerprint was compared; without it, only show it."""
    service = PackService(paths)
    publisher, trusted = service.signer(options.pack)
    if options.fingerprint is not None:
        if "".join(options.fingerprint.split()).lower() != publisher.fingerprint:
            raise PackError(
                "指纹不相符，没有信任这个发布者。", "这个包可能不是您要的单位签发的，请核对来源。"
            )
        service.trust(publisher)
        trusted = True
    if terminal.as_json:
        terminal.json({**pack_shapes.publisher(publisher), "trusted": trusted})
        return 0
    terminal.text(f"发布者：{publisher.name}")
    terminal.text(f"指纹：{grouped(publisher.fingerprint)}")
    hint = f"核对指纹相符后，加上 --fingerprint {publisher.fingerprint} 再用一次"
    terminal.text("已信任" if trusted else hint)
    return 0


def _install(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    service = PackService(paths)
    return _tell(service.install(options.pack)(terminal.context()), "已安装", paths, terminal)


def _roll_back(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    service = PackService(paths)
    return _tell(service.roll_back(options.name)(terminal.context()), "已换成", paths, terminal)


def _remove(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    removed = PackService(paths).remove(options.name)
    if terminal.as_json:
        terminal.json(pack_shapes.installation(removed))
    else:
        terminal.text(f"已去掉《{removed.current.head.title}》；批注都还在")
    return 0


def _list(_options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    service = PackService(paths)
    installed, trusted = service.installed(), service.trusted()
    if terminal.as_json:
        terminal.json(
            {
                "packs": [pack_shapes.installation(one) for one in installed],
                "publishers": [pack_shapes.publisher(one) for one in trusted],
            }
        )
        return 0
    for one in installed:
        terminal.text(pack_shapes.installation_line(one, iso_today()))
    for publisher in trusted:
        terminal.text(f"信任的发布者  {publisher.name}  {grouped(publisher.fingerprint)}")
    terminal.text(f"装入 {len(installed)} 个文库，信任 {len(trusted)} 个发布者")
    return 0


def _tell(switched: Switched, done: str, paths: AppPaths, terminal: Terminal) -> int:
    receipt = _settled(switched, paths)
    if terminal.as_json:
        terminal.json(
            {
                **pack_shapes.installation(switched.installation),
                "changes": pack_shapes.changes(switched.changes),
                "notes": note_shapes.receipt(receipt),
            }
        )
        return 0
    head = switched.installation.current.head
    terminal.text(f"{done}{head.label}，资料截至 {head.as_of}：{counted(switched.changes)}")
    if told(receipt):
        terminal.text(told(receipt))
    return 0


def _settled(switched: Switched, paths: AppPaths) -> Receipt:
    """Find the places of annotations in the documents that differ."""
    if not switched.documents or not paths.notes.exists():
        return Receipt(())
    with open_collection(paths) as collection, closing(open_notes(paths)) as notes:
        settling = desk_of(collection, notes, paths).settling
        return settling.settle(switched.documents)


def _own(paths: AppPaths) -> frozenset[DocumentId]:
    """Give the documents that the user imported; where they cannot be read, none."""
    try:
        with open_collection(paths) as collection:
            return frozenset(one.id for one in collection.own.documents.names())
    except UserError:
        return frozenset()


def _noted(paths: AppPaths) -> frozenset[DocumentId]:
    """Give the documents that have annotations; broken notes keep nobody from a look at a pack."""
    if not paths.notes.exists():
        return frozenset()
    try:
        with closing(open_notes(paths)) as notes:
            return frozenset(AnnotationStore(notes).documents())
    except UserError:
        return frozenset()
