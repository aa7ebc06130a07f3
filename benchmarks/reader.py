"""How fast the reader shows a document, and how long it ever keeps the window waiting.

Run: QT_QPA_PLATFORM=offscreen python benchmarks/reader.py [characters ...]

Prints, in milliseconds, the time to the first paint, the longest single step while the rest of
the page is filled in (the promise is 50), the whole filling, a jump to the last clause while
filling and after it, a page down, and a change of zoom. Wall times; run it on a quiet machine.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.ui.reader.pane import ReaderPane

SIZES = (15_000, 100_000, 1_000_000)
PANE = (784, 652)
ARTICLE = (
    "第{}条　为规范补助资金管理，根据有关规定，结合本地实际，制定本办法。补助资金专款专用，"
    "任何单位和个人不得截留、挤占、挪用；违者按照第十二条规定追究责任。\n"
)


def document(characters: int) -> Document:
    """Give a made-up law of about so many characters."""
    articles = (ARTICLE.format(number) for number in range(1, characters // len(ARTICLE) + 1))
    text = "青山县补助资金管理办法\n" + "".join(articles)
    source = Source("bench", "txt", "0" * 64, datetime.now(UTC))
    return Document(DocumentId("bench"), 1, source, parse(text))


def timed(act: Callable[[], object]) -> float:
    """Give the milliseconds that something takes."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


def turn() -> None:
    """Let Qt handle what is due, once."""
    QCoreApplication.processEvents()


def steps_until_filled(pane: ReaderPane) -> list[float]:
    """Give the time of each turn of the event loop until the page is whole."""
    steps = []
    while pane.filling:
        steps.append(timed(turn))
    return steps


def painted(pane: ReaderPane, act: Callable[[], object]) -> float:
    """Give the time of an act and of the paint that it leads to."""

    def both() -> None:
        act()
        pane.repaint()

    return timed(both)


def measure(pane: ReaderPane, characters: int) -> list[float]:
    """Measure one size."""
    shown = document(characters)
    last = shown.outline.nodes[-1].span
    first = painted(pane, lambda: pane.show_document(shown))
    early = painted(pane, lambda: pane.reveal(last))
    began = time.process_time()
    steps = steps_until_filled(pane)
    whole = (time.process_time() - began) * 1000
    there = painted(pane, lambda: pane.reveal(last))
    back = painted(pane, lambda: pane.reveal(TextRange(0, 1)))
    middle = len(shown.outline.text) // 2
    places = [TextRange(at, at) for at in range(middle, middle + 14_000, 700)]
    pages = [painted(pane, partial(pane.reveal, place)) for place in places]
    zoom = painted(pane, lambda: pane.set_zoom(1.25))
    zoomed = steps_until_filled(pane)
    pane.set_zoom(1.0)
    pane.clear()
    return [
        first, max(steps, default=0.0), whole, early, max(there, back), statistics.median(pages),
        zoom, max(zoomed, default=0.0),
    ]  # fmt: skip


def main() -> None:
    """Measure and print the table."""
    application = QApplication(sys.argv[:1])
    pane = ReaderPane()
    pane.resize(*PANE)
    pane.show()
    application.processEvents()
    names = ("first", "step", "whole", "early", "jump", "page", "zoom", "zoomstep")
    print(f"{'characters':>10}" + "".join(f"{name:>10}" for name in names) + f"{'MB':>8}")
    for characters in [int(word) for word in sys.argv[1:]] or SIZES:
        figures = measure(pane, characters)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{characters:>10}" + "".join(f"{one:>10.1f}" for one in figures) + f"{peak:>8.0f}")
    pane.close()


if __name__ == "__main__":
    main()
