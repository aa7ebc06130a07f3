"""The tree of a large library and the citations between its documents: times and sizes.

``python benchmarks/library.py LIBRARY`` prints both for a folder with a library; the tree also
for 50,000 documents, which are those of the library several times over.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QTreeView

from policyviewer.app.citing import CitationService
from policyviewer.app.groupings import Grouping
from policyviewer.app.library import LibraryService
from policyviewer.app.shelves import open_shelf
from policyviewer.app.shelving import Catalogue
from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.ui.panes.library_pane import LibraryPane

MANY = 50_000
BOUND = 50
"""Milliseconds that a step may keep the window busy."""
_CITED = ("中华人民共和国刑法", "中华人民共和国宪法", "中华人民共和国立法法")


def milliseconds(work: Callable[[], object]) -> float:
    """Give the CPU time of this process that some work takes."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def many(documents: list[DocumentSummary]) -> list[DocumentSummary]:
    """Give fifty thousand documents with ids of their own."""
    rounds = range(-(-MANY // len(documents)))
    all_ = (replace(one, id=DocumentId(f"{n}-{one.id}")) for n in rounds for one in documents)
    return [one for one, _number in zip(all_, range(MANY), strict=False)]


def tree(documents: list[DocumentSummary]) -> None:
    """Print what grouping, narrowing and expanding take."""
    catalogue = Catalogue(documents, "2026-01-01")
    pane = LibraryPane()
    pane.resize(300, 700)
    pane.show()
    print(f"\n{len(documents)} documents{'':22}behind ms   window ms (at most {BOUND})")
    for grouping in Grouping:
        for words in ("", "条例", "qyxt"):
            behind = milliseconds(partial(catalogue.arranged, grouping, words))
            made = catalogue.arranged(grouping, words)
            window = milliseconds(partial(pane.show_arrangement, made))
            shown = f"{grouping:<12}{words or 'all':<12}{made.count:>8}"
            print(f"{shown}{behind:>14.1f}{window:>12.1f}")
    pane.show_arrangement(catalogue.arranged(Grouping.KIND))
    view = pane.findChild(QTreeView)
    if view is None:
        return
    model = view.model()
    innermost = [model.index(0, 0)]
    while model.rowCount(model.index(0, 0, innermost[-1])):
        innermost.append(model.index(0, 0, innermost[-1]))
    above = innermost[-2] if len(innermost) > 1 else QModelIndex()
    beside = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    group = max(beside, key=model.rowCount)
    view.expand(above)

    def expand() -> None:
        view.expand(group)
        view.grab()

    print(f"expand a group of {model.rowCount(group):<26}{milliseconds(expand):>14.1f}")


def citations(folder: Path) -> None:
    """Print how many references lead somewhere, and what asking for them takes."""
    shelf = open_shelf(folder, writable=True)
    library = LibraryService([shelf])
    service = CitationService(library, [shelf])
    print("\ncited documents                 places  documents   CPU ms")
    for title in _CITED:
        found = [one for one in library.documents() if one.metadata.title == title]
        for one in found[:1]:
            document = library.open(one.id)
            began = time.process_time()
            places = service.to(document)
            took = (time.process_time() - began) * 1000
            documents = len({place.found.document for place in places})
            print(f"{title:<24}{len(places):>10}{documents:>11}{took:>9.1f}")
    sample = library.documents()[::20]
    led = [one for summary in sample for one in service.of(library.open(summary.id))]
    known = sum(one.document is not None for one in led)
    print(f"{len(led)} references of {len(sample)} documents, {known} lead somewhere")
    shelf.close()


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("library", type=Path)
    folder = parser.parse_args().library
    application = QApplication([])
    shelf = open_shelf(folder, writable=True)
    documents = shelf.documents.summaries()
    shelf.close()
    tree(documents)
    tree(many(documents))
    citations(folder)
    application.quit()


if __name__ == "__main__":
    main()
