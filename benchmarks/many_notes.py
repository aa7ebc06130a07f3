"""What a hundred thousand annotations cost: listing, narrowing down, and a page full of them.

Run: python benchmarks/many_notes.py [annotations]

Fills a database of its own, offscreen, and prints milliseconds of CPU time (wall time on a machine
that has nothing else to do): reading everything (behind the window), showing the panel, narrowing
it down by words, document, tag, colour and state, and opening a document with a thousand
highlights beside one with none, in turn. The exit code is 1 when a bound is missed.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.note_stock import NoteStock
from policyviewer.app.noting import Notebook, Wanted
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import PlacedAnnotation, PlacingService
from policyviewer.app.services import open_notes
from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Target,
    quote_of,
)
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.provisions import Provision, provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.placements import PlacementStore
from policyviewer.ui.panes.annotation_column import AnnotationColumn
from policyviewer.ui.panes.annotation_list import note_list
from policyviewer.ui.presenters.annotating import marks_of
from policyviewer.ui.reader.pane import ReaderPane

PANEL_MS, FILTER_MS, PAGE_MS = 200, 50, 50
HIGHLIGHTS = 1000
PAIRS = 15
"""Openings with and without highlights in turn: what the machine does meanwhile hits both."""
MISSED: list[str] = []
_WORDS = "核实资金来源请财政局确认与上年一致分工待定报县长审定限期完成"
_NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def document() -> Document:
    """Give a law of two thousand articles."""
    sentence = "县级以上人民政府应当加强对本行政区域内有关工作的领导，建立协调机制，明确责任分工。"
    text = "某某条例\n" + "".join(f"第{number}条　{sentence}\n" for number in range(1, 2001))
    return Document(DocumentId("law"), 1, Source("a.txt", "txt", "0" * 64, _NOON), parse(text))


def made(law: Document, tiles: Sequence[Provision], name: str, chance: random.Random) -> Annotation:
    """Give an annotation on eight code points of a text that is called otherwise."""
    text = law.outline.text
    at = chance.randrange(10, len(text) - 40)
    span = TextRange(at, at + 8)
    tile = provision_at(tiles, at).id
    target = Target(DocumentId(name), 1, tile, span, quote_of(text, span), f"文件{name}", "第一条")
    words = "".join(chance.choices(_WORDS, k=chance.randrange(30)))
    when = _NOON - timedelta(minutes=chance.randrange(10**6))
    tags = tuple(chance.sample(("交通", "农业", "急", "财政", "待办"), chance.randrange(3)))
    kind = AnnotationKind.NOTE if words else AnnotationKind.HIGHLIGHT
    colour = chance.choice(list(Colour))
    return Annotation(
        AnnotationId(str(uuid.UUID(int=chance.getrandbits(128)))),
        "张三", kind, colour, words, tags, target, when, when,
    )  # fmt: skip


def timed(deed: Callable[[], object], rounds: int = 5) -> float:
    """Give the median milliseconds of CPU time of some runs."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        deed()
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


def main() -> int:
    """Measure and print the table; 1 when a bound was missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    application = QApplication(["benchmark"])
    chance = random.Random(2026)
    law = document()
    tiles = provisions(law.outline)
    with tempfile.TemporaryDirectory() as home:
        database = open_notes(AppPaths.under(Path(home)))
        store = AnnotationStore(database)
        notes = [
            made(law, tiles, f"d{number % 500}", chance) for number in range(count - HIGHLIGHTS)
        ]
        own = [made(law, tiles, "law", chance) for _ in range(HIGHLIGHTS)]
        store.save_all([*notes, *own])
        service = AnnotationService(store, PlacingService(store, PlacementStore(database)), "张三")
        print(f"{'milliseconds, median of 5':<52}{'':>9}{'bound':>8}")
        stock = NoteStock(service.changed_since)
        row("reading all of them, behind the window, once", timed(stock.all, 1))
        service.edit(own[0].id, "改")
        row("reading what has changed, behind the window", timed(stock.all, 1))
        measure_lists(application, stock)
        measure_page(application, service, law)
        database.close()
    return int(bool(MISSED))


def measure_lists(application: QApplication, stock: NoteStock) -> None:
    """Print what the panel takes."""
    annotations = stock.all()
    titles = {one.target.document: one.target.title for one in annotations}
    states = {one.id: AnchorState.MOVED for one in annotations[::7]}

    def notebook_of() -> Notebook:
        made = Notebook(annotations, titles, states, stock.key)
        made.found(pane.wanted)
        return made

    pane = note_list()
    pane.resize(300, 700)
    kinds = pane.wanted.kinds
    notebook = notebook_of()
    row("putting all in order, behind the window, after a change", timed(notebook_of))

    def show(wanted: Wanted) -> None:
        pane.show_found(notebook.found(wanted))
        pane.show()
        application.processEvents()

    def open_anew() -> None:
        pane.hide()
        show(pane.wanted)

    row("the panel opens: all of them", timed(open_anew), PANEL_MS)
    began = time.process_time()
    notebook.found(Wanted("财政", kinds))
    row("the first words: keys are made, behind the window", (time.process_time() - began) * 1000)
    asked = {
        "words": Wanted("财政", kinds),
        "two words": Wanted("财政 交通", kinds),
        "a document": Wanted("", kinds, documents=frozenset({DocumentId("law")})),
        "a tag": Wanted("", kinds, tags=frozenset({"急"})),
        "a colour": Wanted("", kinds, frozenset({Colour.PINK})),
        "a state": Wanted("", kinds, states=frozenset({AnchorState.MOVED})),
        "the last year": Wanted("", kinds, since="2025-05-01"),
    }
    for name, wanted in asked.items():
        found = timed(partial(notebook.found, wanted))
        shown = timed(partial(pane.show_found, notebook.found(wanted)))
        row(f"narrowed down by {name}: found and shown", found + shown, FILTER_MS)
    pane.close()


def measure_page(application: QApplication, service: AnnotationService, law: Document) -> None:
    """Print what highlights add to opening a document."""
    pane, column = ReaderPane(), AnnotationColumn()
    for part in (pane, column):
        part.resize(700, 700)
        part.show()

    def filled() -> None:
        while pane.filling:
            application.processEvents()

    def opened(placed: list[PlacedAnnotation]) -> None:
        """Open it to the last line, so that either way as much is filled."""
        pane.show_document(law, 0)
        pane.set_marks(marks_of(placed))
        column.show_annotations(law, placed)
        filled()
        application.processEvents()

    placed = service.of(law)
    row("finding the places of a thousand", timed(lambda: service.of(law)))
    pairs = [(timed(lambda: opened([]), 1), timed(lambda: opened(placed), 1)) for _ in range(PAIRS)]
    row("opening a document with none", statistics.median(plain for plain, _marked in pairs))
    more = statistics.median(marked - plain for plain, marked in pairs)
    row(f"opening it with {len(placed)} highlights: more", more, PAGE_MS)
    for part in (pane, column):
        part.close()


def row(name: str, taken: float, bound: float | None = None) -> None:
    """Print a line, and know whether its bound was missed."""
    print(f"{name:<52}{taken:>9.1f}{'' if bound is None else bound:>8}", flush=True)
    if bound is not None and taken > bound:
        MISSED.append(name)


if __name__ == "__main__":
    sys.exit(main())
