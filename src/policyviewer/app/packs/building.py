"""Making a pack: the same shelf, day and keys give the same bytes."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from policyviewer.app.atomic import read_json
from policyviewer.app.packs import tree
from policyviewer.app.packs.container import (
    BLOCKS,
    ROLES,
    TARGETS,
    PackLabel,
    PackReader,
    PackWriter,
)
from policyviewer.app.packs.keys import PublisherKeys
from policyviewer.app.packs.manifests import TARGET, encoded
from policyviewer.app.packs.verifying import manifest_of
from policyviewer.app.shelves import DATABASE, REMOVED, Shelf, open_shelf
from policyviewer.domain.documents import PARSER_VERSION, DocumentId, DocumentSummary
from policyviewer.domain.errors import PackError, StorageError, UserError
from policyviewer.domain.lifetimes import Lifetimes
from policyviewer.domain.packs import (
    Manifest,
    PackedDocument,
    PackedFile,
    PackHead,
    block_size,
    changes_between,
    is_library_name,
)
from policyviewer.domain.standing import Standing
from policyviewer.domain.tasks import JobContext
from policyviewer.search.manifest import SCHEMA_VERSION

_OVER = frozenset({Standing.REPEALED, Standing.LAPSED})


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be packed, and what is said of it."""

    source: Path
    """A library, or a folder of documents."""
    library: str
    title: str
    as_of: str
    """资料截至 (ISO); every time in the pack comes from it."""
    version: int
    valid_days: int
    dictionary: Path
    mirror: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """A pack that was made, and the files that could not be read for it."""

    manifest: Manifest
    failed: tuple[str, ...]


def build_pack(
    order: Order, keys: PublisherKeys, out: Path, ctx: JobContext, since: Path | None = None
) -> Built:
    """Make a full pack; ``since`` is the full pack before, on which a folder's documents build.

    Raises UserError when something cannot be read or written, or does not go together.
    """
    _check(order)
    with _work_beside(out) as work:
        former = None
        if since is not None:
            with PackReader(since) as pack:
                former = manifest_of(pack, keys.publisher)
                _check_follows(order, former)
                if not _is_library(order.source):
                    unpack(pack, former, work / "shelf", ctx)
        failed = _make_tree(order, work / "shelf", ctx)
        manifest = _write(order, keys, work / "shelf", work / "pack", former, ctx)
        (work / "pack").replace(out)
    return Built(manifest, failed)


def thin(full: Path, base: Path, out: Path) -> int:
    """Leave out of a full pack what an older one has, for those who have that installed.

    The signatures stay as they are. Gives the number of blocks that are left; raises UserError.
    """
    with PackReader(full) as later, PackReader(base) as earlier, _work_beside(out) as work:
        _check_thins(later, earlier)
        known = set(earlier.blocks())
        left = 0
        with PackWriter(work / "pack") as writer:
            for sha256 in later.blocks():
                if sha256 not in known:
                    writer.add(BLOCKS + sha256, later.frame(sha256))
                    left += 1
            for name in later.names():
                if name.startswith((ROLES, TARGETS)):
                    writer.add(name, later.read(name, later.size))
            writer.add_label(
                PackLabel(later.label.library, later.label.version, earlier.label.version)
            )
        (work / "pack").replace(out)
    return left


def unpack(pack: PackReader, manifest: Manifest, folder: Path, ctx: JobContext) -> None:
    """Write the files of a full pack; raises PackError, and StorageError."""
    for done, file in enumerate(manifest.files):
        ctx.step(done, len(manifest.files), file.path)
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as written:
            for number, sha256 in enumerate(file.blocks):
                if not pack.has_block(sha256):
                    raise PackError(
                        "上一版要用完整的资料包，这是增量包。", "请用 --since 指定上一版的完整包。"
                    )
                written.write(pack.block(sha256, file.length(number)))


def _make_tree(order: Order, folder: Path, ctx: JobContext) -> tuple[str, ...]:
    if _is_library(order.source):
        removed = read_json(order.source / REMOVED)
        tree.copied(order.source, folder, order.dictionary, ctx)
        if removed:  # known by the copy: the library itself may be open, and be written to
            _check_none_taken_out(removed, folder)
        return ()
    how = tree.Gathering(order.as_of, order.dictionary, mirror=order.mirror)
    report = tree.gathered(order.source, folder, how, ctx)
    return tuple(f"{one.source}：{one.reason}" for one in report.failed)


def _check_none_taken_out(removed: object, folder: Path) -> None:
    """A document that was taken out is still in the copy, and must not go out to everybody."""
    count = 1  # or more: what is meant by anything but names cannot be known
    if isinstance(removed, dict):
        with closing(open_shelf(folder, writable=False)) as shelf:
            count = sum(shelf.documents.is_stored(DocumentId(str(name))) for name in removed)
    if count:
        raise UserError(
            f"文库里有 {count} 份移出的文件还没有彻底删除，会随资料包发出去。",
            "先用 policyviewer remove --for-good 彻底删除，或用 --back 放回，再做资料包。",
        )


def _write(
    order: Order,
    keys: PublisherKeys,
    folder: Path,
    out: Path,
    former: Manifest | None,
    ctx: JobContext,
) -> Manifest:
    schema, documents = _contents(folder, order.as_of)  # before anything is kept of the files
    head = _head(order, keys.publisher.name, schema)
    changes = changes_between(former.documents if former else (), documents)
    with PackWriter(out) as writer:
        files = tuple(_pack_files(writer, folder, ctx))
        manifest = Manifest(head, documents, changes, files)
        target = writer.packed(encoded(manifest))
        writer.add(TARGETS + TARGET, target)
        for number, root in enumerate(keys.roots, start=1):
            writer.add(f"{ROLES}{number}.root.json", root)
        for name, role in roles(order, keys, target).items():
            writer.add(ROLES + name, role)
        writer.add_label(PackLabel(order.library, order.version, 0))
    return manifest


def _pack_files(writer: PackWriter, folder: Path, ctx: JobContext) -> Iterator[PackedFile]:
    names = tree.files_of(folder)
    sizes = [(folder / name).stat().st_size for name in names]
    done, total = 0, sum(sizes)
    for name, size in zip(names, sizes, strict=True):
        block = block_size(name, size)
        blocks: list[str] = []
        with (folder / name).open("rb") as file:
            while data := file.read(block):
                ctx.step(done, total, name)
                blocks.append(writer.add_block(data))
                done += len(data)
        yield PackedFile(name, size, block, tuple(blocks))


def _contents(folder: Path, as_of: str) -> tuple[int, tuple[PackedDocument, ...]]:
    """Give the schema of a library, and its documents; raises UserError when there are none."""
    with closing(open_shelf(folder, writable=False)) as shelf:
        documents = _documents(shelf, as_of)
        schema = shelf.database.version
    if not documents:
        raise UserError("没有可以打包的文件。", "请检查文件夹中是否有能够导入的文件。")
    return schema, documents


def _head(order: Order, publisher: str, schema: int) -> PackHead:
    return PackHead(
        library=order.library,
        title=order.title,
        publisher=publisher,
        version=order.version,
        as_of=order.as_of,
        schema=schema,
        index_schema=SCHEMA_VERSION,
        parser=PARSER_VERSION,
    )


def _documents(shelf: Shelf, as_of: str) -> tuple[PackedDocument, ...]:
    summaries = shelf.documents.summaries()
    standings = Lifetimes(summaries).standings(as_of)
    return tuple(_document(shelf, one, over=standings.get(one.id) in _OVER) for one in summaries)


def _document(shelf: Shelf, one: DocumentSummary, *, over: bool) -> PackedDocument:
    text = shelf.documents.text(one.id)
    return PackedDocument(
        id=one.id,
        version=one.version,
        title=one.metadata.title,
        number=one.metadata.document_number or "",
        written=one.metadata.written or "",
        over=over,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def roles(order: Order, keys: PublisherKeys, target: bytes) -> dict[str, bytes]:
    """Give the framework's files that vouch for a manifest."""
    from tuf.api.metadata import (
        Metadata,
        MetaFile,
        Snapshot,
        TargetFile,
        Targets,
        Timestamp,
    )

    day = date.fromisoformat(order.as_of) + timedelta(order.valid_days)
    expires = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=UTC)
    version = order.version
    file = TargetFile.from_data(TARGET, target, ["sha256"])
    targets = Metadata(Targets(version=version, expires=expires, targets={TARGET: file}))
    meta = {"targets.json": MetaFile(version)}
    snapshot = Metadata(Snapshot(version=version, expires=expires, meta=meta))
    timestamp = Metadata(
        Timestamp(version=version, expires=expires, snapshot_meta=MetaFile(version))
    )
    for one in (targets, snapshot, timestamp):
        one.sign(keys.signer)
    return {
        "targets.json": targets.to_bytes(),
        "snapshot.json": snapshot.to_bytes(),
        "timestamp.json": timestamp.to_bytes(),
    }


def _is_library(source: Path) -> bool:
    return (source / DATABASE).is_file()


def _check(order: Order) -> None:
    if not is_library_name(order.library):
        raise UserError(
            f"“{order.library}”不能作文库的代号。", "代号用小写字母、数字和连字符，不超过 32 个。"
        )
    if not order.source.is_dir():
        raise UserError(f"找不到文件夹“{order.source}”。", "请检查路径是否写对。")


def _check_follows(order: Order, former: Manifest) -> None:
    if former.head.library != order.library:
        raise UserError(
            f"上一版是文库“{former.head.library}”的，不是“{order.library}”的。",
            "请用同一文库的资料包，或改 --name。",
        )
    if order.version <= former.head.version:
        raise UserError(f"上一版已是第 {former.head.version} 版。", "新版的版次要比它大。")


def _check_thins(later: PackReader, earlier: PackReader) -> None:
    if later.label.library != earlier.label.library or later.label.version <= earlier.label.version:
        raise UserError("这两个资料包不是同一文库的先后两版。", "请检查 --from 和 --since。")
    if later.label.base or earlier.label.base:
        raise UserError("增量包只能由两个完整包做成。", "请用 --from 和 --since 指定完整包。")


@contextmanager
def _work_beside(out: Path) -> Iterator[Path]:
    """Give a folder beside a file that is to be made, so that it can be moved there in one step."""
    try:
        with tempfile.TemporaryDirectory(dir=out.absolute().parent, prefix=".packing-") as made:
            yield Path(made)
    except OSError as error:
        raise StorageError(f"无法写入“{out}”。", "请检查磁盘空间和写入权限。") from error
