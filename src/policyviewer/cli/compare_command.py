"""The command ``compare``: two documents, editions or files side by side."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from policyviewer.app.collection import open_collection
from policyviewer.app.comparing import Compared, Side, beside_superior, compared, side_of
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.readers.reading import read_file
from policyviewer.app.services import open_notes
from policyviewer.app.synopsis_cells import Cells, Mark, Paragraph
from policyviewer.app.synopsis_export import export_synopsis
from policyviewer.app.synopsis_sheet import counted, is_change
from policyviewer.cli import synopsis_shape
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.errors import UserError
from policyviewer.domain.patterns import regex
from policyviewer.domain.superior import Settled
from policyviewer.storage.correspondences import CorrespondenceStore

_EDITION = regex(r"(.+)@(\d{1,6})")
_MARKS = {Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}


def compare(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Show what became of each provision, or write a table of it into a file."""
    made = _made(options, paths, terminal)
    count = None
    if options.out is not None:
        count = export_synopsis(made, options.out, only_changes=options.changes)
    if terminal.as_json:
        shape = synopsis_shape.synopsis(made, by_paragraphs=options.level == "paragraph")
        terminal.json(shape if count is None else {**shape, "out": str(options.out)})
    elif count is not None:
        terminal.text(f"已写入 {count} 行：{options.out}")
    else:
        _tell(made, terminal)
    return 0


def _made(options: Namespace, paths: AppPaths, terminal: Terminal) -> Compared:
    old, new = (_side(name, paths, terminal) for name in (options.old, options.new))
    if not options.superior:
        return compared(old, new)
    return beside_superior(old, new, _settled(old, new, paths))


def _side(name: str, paths: AppPaths, terminal: Terminal) -> Side:
    """Give a text by the name of a file, if there is one, else of a document or an edition."""
    path = Path(name)
    if path.exists():
        outline = read_file(path).outline
        return Side(outline.metadata.title or path.name, outline)
    edition = _EDITION.fullmatch(name)
    reference, version = (edition[1], int(edition[2])) if edition else (name, None)
    with open_collection(paths, terminal.context()) as collection:
        library = LibraryService(collection.shelves)
        found = library.find(reference)
        if version is not None and version not in {
            one.version for one in library.editions(found.id)
        }:
            raise UserError(
                f"《{found.metadata.title}》没有第 {version} 版。",
                "用 policyviewer show 文件 --editions 可以看到保存的各版。",
            )
        return side_of(library.open(found.id, version))


def _settled(old: Side, new: Side, paths: AppPaths) -> list[Settled]:
    """Give what the user said of the two documents in the window."""
    if old.document is None or new.document is None:
        return []
    with closing(open_notes(paths)) as notes:
        return CorrespondenceStore(notes).of(old.document, new.document)


def _tell(made: Compared, terminal: Terminal) -> None:
    terminal.text(" → ".join(f"《{name}》" for name in made.names))
    if made.verdict:
        terminal.text(made.verdict)
    cells = Cells(made.synopsis)
    for row in filter(is_change, made.synopsis.rows):
        places = [
            cells.place(side[0], number) if side else "—"
            for number, side in enumerate((row.old, row.new))
        ]
        terminal.text(f"\n{' → '.join(filter(None, places))}　{cells.remark(row)}")
        for words in _words(cells.joined(row)):
            terminal.text(f"    {words}")
    terminal.text(f"\n{counted(made)}".rstrip())


def _words(paragraphs: list[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield "".join(_MARKS.get(run.mark, "{}").format(run.text) for run in paragraph)
