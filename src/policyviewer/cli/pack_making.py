"""The commands of those who publish library packs: keys, and packs."""

from __future__ import annotations

import getpass
import tempfile
from argparse import Namespace
from datetime import date
from pathlib import Path

from policyviewer.app.opening import LIBRARY_PACK
from policyviewer.app.packs import keys
from policyviewer.app.packs.building import Order, build_pack, thin
from policyviewer.app.packs.container import PackReader
from policyviewer.app.packs.publishers import grouped
from policyviewer.app.packs.tree import latest_day
from policyviewer.app.packs.verifying import manifest_of
from policyviewer.app.paths import AppPaths
from policyviewer.cli import pack_shapes
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.packs import Manifest, PackHead, counted


def keygen(options: Namespace, _paths: AppPaths, terminal: Terminal) -> int:
    """Make a publisher's keys, or new ones for a publisher that has some."""
    today = date.today()  # noqa: DTZ011  # the day the publisher lives in
    if options.renew:
        number = keys.renew(options.folder, today, _ask)
        publisher = keys.load(options.folder, _ask).publisher
        words = f"已换新的密钥（第 {number} 次证明），指纹不变。下一个资料包会带上它。"
    else:
        if not (options.publisher or "").strip():
            raise UserError("缺少发布单位的名称。", "请写 --publisher 名称。")
        passphrase = _chosen() if options.passphrase else ""
        publisher = keys.generate(options.folder, options.publisher.strip(), today, passphrase)
        words = f"已在“{options.folder}”中生成密钥。root.pem 平时请锁在柜子里，换密钥时才用。"
    if terminal.as_json:
        terminal.json(pack_shapes.publisher(publisher))
        return 0
    terminal.text(words)
    terminal.text(f"指纹：{grouped(publisher.fingerprint)}")
    terminal.text("请把指纹当面或用电话告诉用户；1.root.json 可以随资料包一起分发。")
    return 0


def build(options: Namespace, _paths: AppPaths, terminal: Terminal) -> int:
    """Make a full pack, or one of what has changed since an older one."""
    if options.source.suffix.lower() == LIBRARY_PACK:
        if options.since is None:
            raise UserError("缺少 --since。", "请写出增量包所依据的完整包。")
        thin(options.source, options.since, options.out)
        return _tell(options, None, (), terminal)
    with tempfile.TemporaryDirectory(dir=_folder_of(options.out), prefix=".packing-") as made:
        full = options.out if options.since is None else options.full or Path(made) / "full.pvpack"
        signer = _keys(options)
        order = _order(options, signer, _paths)
        built = build_pack(order, signer, full, terminal.context(), options.since)
        if options.since is not None:
            thin(full, options.since, options.out)
    return _tell(options, built.manifest, built.failed, terminal)


def _order(options: Namespace, signer: keys.PublisherKeys, paths: AppPaths) -> Order:
    former = _former(options.since, signer) if options.since is not None else None
    name = options.name or (former.library if former else "")
    if not name:
        raise UserError("缺少文库的代号。", "请写 --name 代号，如 --name guizhou。")
    following = former.version + 1 if former else 1
    return Order(
        source=options.source,
        library=name,
        title=options.title or (former.title if former else name),
        as_of=options.as_of or latest_day(options.source),
        version=options.version_number or following,
        valid_days=options.valid_days,
        dictionary=paths.dictionary,
        mirror=options.mirror,
    )


def _former(since: Path, signer: keys.PublisherKeys) -> PackHead:
    with PackReader(since) as pack:
        return manifest_of(pack, signer.publisher).head


def _keys(options: Namespace) -> keys.PublisherKeys:
    if options.keys is None:
        raise UserError("缺少密钥文件夹。", "请写 --keys 文件夹；用 pack keygen 可以生成。")
    return keys.load(options.keys, _ask)


def _tell(
    options: Namespace, made: Manifest | None, failed: tuple[str, ...], terminal: Terminal
) -> int:
    size = options.out.stat().st_size
    if terminal.as_json:
        told = {} if made is None else pack_shapes.head(made.head)
        changes = [] if made is None else pack_shapes.changes(made.changes)
        count = None if made is None else len(made.documents)
        out = {"out": str(options.out), "bytes": size, "failed": list(failed)}
        terminal.json({**told, **out, "documents": count, "changes": changes})
        return 1 if failed else 0
    if made is not None:
        terminal.text(f"{made.head.label}：{len(made.documents)} 份文件，{counted(made.changes)}")
    terminal.text(f"已写成“{options.out}”，{size / 1e6:.1f} MB")
    for one in failed:
        terminal.error(UserError(one))
    return 1 if failed else 0


def _folder_of(out: Path) -> Path:
    folder = out.absolute().parent
    if not folder.is_dir():
        raise StorageError(f"找不到文件夹“{folder}”。", "请检查 --out 后面的路径是否写对。")
    return folder


def _ask(name: str) -> str:
    return getpass.getpass(f"{name} 的口令：")


def _chosen() -> str:
    first, second = getpass.getpass("设一个口令："), getpass.getpass("再输一遍：")
    if not first or first != second:
        raise UserError("两次输入的口令不一样，没有生成密钥。", "请再来一次。")
    return first
