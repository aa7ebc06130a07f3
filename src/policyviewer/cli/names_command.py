"""The command ``names``: the places, bodies and projects that documents name."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.naming import NamingService
from policyviewer.app.paths import AppPaths
from policyviewer.cli import shapes
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.name_counts import NameCount
from policyviewer.domain.named import NameKind

_KINDS = {NameKind.PLACE: "地名", NameKind.BODY: "机构", NameKind.PROJECT: "项目"}
_MOST = 50
"""Names of a kind that are listed for people."""


def names(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List the names of a document or of the whole library, the frequent first."""
    ctx = terminal.context()
    with (
        open_collection(paths, ctx) as collection,
        closing(NamingService(collection.shelves, paths.cache)) as naming,
    ):
        if options.document is None:
            found = naming.names(ctx)
        else:
            library = LibraryService(collection.shelves)
            found = naming.of(library.open(library.find(options.document).id))
    kinds = [NameKind(options.kind)] if options.kind else list(NameKind)
    wanted = [one for one in found if one.kind in kinds]
    if terminal.as_json:
        terminal.json([shapes.name_count(one) for one in wanted])
    else:
        _tell(wanted, kinds, terminal)
    return 0


def _tell(found: list[NameCount], kinds: list[NameKind], terminal: Terminal) -> None:
    for kind in kinds:
        named = [one for one in found if one.kind is kind]
        terminal.text(f"{_KINDS[kind]}（{len(named)}）")
        for one in named[:_MOST]:
            others = "、".join(form.text for form in one.forms[1:])
            also = f"（也作{others}）" if others else ""
            terminal.text(f"  {one.text}{also}  {one.provisions} 条，{one.documents} 份文件")
        if len(named) > _MOST:
            terminal.text(f"  另有 {len(named) - _MOST} 个，--json 列出全部")
