"""What documents are like on paper, measured; and how long the window stands still meanwhile.

Run: python benchmarks/printing.py [paper | turns] [FILE ...]

``paper`` prints each document into a PDF and measures it as somebody with a ruler would: the
white around the text in mm (the standard asks for 37, 35, 28 and 26), lines of a full page (22)
and characters of a full line (28), whether all fonts are embedded, whether all words come back in
their order, and how many cells of tables are cut; the white below and the two numbers tell
something where a page is full of text. Without files: our own notice, the opinion that
comes with the program, the manual, and a law with tables of several pages. ``turns`` lays out and
writes documents of 100,000 and 1,000,000 characters in the background, as the preview does, and
tells the longest time in which the window's loop did not turn, what it computed itself then, and
what the job did: longer than these two the loop has not waited for the program, only for the
machine. The first row is that of a window that does nothing.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pdf_probe import Paper, probed
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from reader import document
from search_window import Beat, wait

from policyviewer.domain.documents import Outline
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.importers.registry import extract
from policyviewer.importers.tabbed import tables_in
from policyviewer.ui.dialogs.print_dialog import PrintDialog
from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.job import PrintWish, laid_out, save_pdf
from policyviewer.ui.paper.measures import HEIGHT
from policyviewer.ui.paper.paging import PlacedRows
from policyviewer.ui.paper.pdf import pdf_of
from policyviewer.ui.paper.print import Print
from policyviewer.ui.tasks import TaskRunner

LIBRARY = Path(__file__).resolve().parent.parent / "resources" / "library"
SOURCE = "来源：测试"
SIZES = (100_000, 1_000_000)
BOUND_MS = 50
_BLANKS = re.compile(r"[\s\u200b\u2060\ufeff]")
NOTICE = """青山县人民政府关于印发《青山县农村公路养护管理办法》的通知
青政发〔2026〕3号
各乡镇人民政府，县直各部门：
现将《青山县农村公路养护管理办法》印发给你们，请认真贯彻执行。
青山县人民政府
2026年3月5日
青山县农村公路养护管理办法
第一章　总则
第一条　为了加强农村公路养护管理，保障人民出行，制定本办法。
第二条　口月日人一民见七八九十个字在任何一页上都能找到。
附件1
养护任务表
序号\t路线\t里程
1\t青山至白水\t12.5
2\t白水至石桥\t8.0
"""


@dataclass(frozen=True)
class Measured:
    """What a document is like on paper."""

    paper: Paper
    words: str
    """Whether all have come back: ``same`` in their order, ``in rows`` where cells that go on on
    another page are read page by page.
    """
    cut: int
    """Cells of tables that reach below the text, or of which lines are missing."""


def law() -> str:
    """Give a law with a table of two hundred rows, and one of which the rows are high."""
    articles = "\n".join(
        f"第{number}条　" + f"县交通主管部门负责第{number}类道路的养护，养护标准见附件。" * 4
        for number in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
    )
    rows = "\n".join(
        f"{number}\t第{number}号路线自青山镇至白水村\t{number * 3 % 41}.{number % 10}\t县交通局、"
        f"沿线乡镇人民政府\t2026年{number % 12 + 1}月底前"
        for number in range(1, 201)
    )
    words = "道路两侧的边沟、涵洞和护坡每年汛期以前检查一遍，发现损坏的三十日内修复。"
    high = "\n".join(f"{number}\t{words * (number % 9 + 1)}" for number in range(1, 30))
    return (
        f"青山县道路条例\n（2026年1月1日公布，自2026年3月1日起施行）\n{articles}\n附件1\n路线表\n"
        f"序号\t路线\t里程\t责任单位\t时限\n{rows}\n附件2\n养护标准\n编号\t标准\n{high}\n"
    )


def texts() -> Iterator[tuple[str, Outline]]:
    """Give our own documents by their names."""
    law_text = law()
    yield "notice", parse(NOTICE, tables=tables_in(NOTICE))
    for name, file in (("opinion", "000_58f006bc1ad22d16.txt"), ("manual", "使用手册.txt")):
        yield name, parse((LIBRARY / file).read_text(encoding="utf-8"))
    yield "law with tables", parse(law_text, tables=tables_in(law_text))


def read(path: Path) -> Outline:
    """Give the outline of a file as an import does."""
    content = extract(path.read_bytes(), path.name)
    return parse(content.text, tables=content.tables)


def measured(outline: Outline) -> Measured:
    """Print a document and measure it."""
    made = laid_out(PrintWish(outline, SOURCE), JobContext())
    paper = probed(pdf_of(made, PrintFaces()))
    return Measured(paper, compared(made, paper, outline.text), cut_cells(made))


def compared(made: Print, paper: Paper, text: str) -> str:
    """Say whether all words come back; rows that name the columns are printed on every page."""
    back = ""
    for page, printed in zip(made.pages, paper.pages, strict=True):
        rows = [one for one in page.placed if isinstance(one, PlacedRows)]
        cells = [cell.cell.paragraph.words for one in rows for cell in one.cells if cell.repeated]
        back += _BLANKS.sub("", printed.text).removeprefix(_BLANKS.sub("", "".join(cells)))
    wanted = _BLANKS.sub("", text) + SOURCE
    if back == wanted:
        return "same"
    return "in rows" if Counter(back) == Counter(wanted) else "OTHER"


def cut_cells(made: Print) -> int:
    """Give how many cells are cut by the end of a page, or lose lines over several pages."""
    rows = [one for page in made.pages for one in page.placed if isinstance(one, PlacedRows)]
    cells = [cell for one in rows for cell in one.cells if not cell.repeated]
    below = sum(cell.top + cell.height > HEIGHT + 1 for cell in cells)
    ends: dict[int, int] = {}
    gaps = 0
    for cell in cells:
        gaps += cell.first != ends.get(id(cell.cell), 0)
        ends[id(cell.cell)] = cell.last
    return below + gaps


def show_paper(files: Sequence[str]) -> None:
    """Print the table of documents on paper."""
    head = ("document", "pages", "top", "bottom", "left", "right", "lines", "signs", "fonts")
    print(("{:<22}" + "{:>7}" * 8).format(*head), "   words    cut cells")
    named = [(Path(one).stem[:20], read(Path(one))) for one in files] or [*texts()]
    for name, outline in named:
        one = measured(outline)
        margins = "".join(f"{side:>7.1f}" for side in one.paper.margins)
        fonts = "all" if one.paper.fonts and all(one.paper.fonts.values()) else "MISSING"
        print(
            f"{name:<22}{len(one.paper.pages):>7}{margins}{one.paper.lines_of_a_page:>7}"
            f"{one.paper.characters_of_a_line:>7}{fonts:>7}   "
            f"{one.words:<9}{one.cut}"
        )


class Held(QObject):
    """Notes how much the threads of jobs computed between two turns of the loop: for longer than
    that the interpreter's lock was not held, whatever else the machine had to do.
    """

    def __init__(self) -> None:
        super().__init__()
        self.spent: list[float] = [0.0]
        self._last = self._clock()
        self._timer = QTimer(self, interval=4, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def stop(self) -> None:
        """End: a timer would outlive the loop."""
        self._timer.stop()

    def _on_beat(self) -> None:
        now = self._clock()
        self.spent.append((now - self._last) * 1000)
        self._last = now

    def _clock(self) -> float:
        jobs = (one for one in threading.enumerate() if one.name.startswith("policyviewer"))
        clocks = (time.pthread_getcpuclockid(one.ident) for one in jobs if one.ident)
        return sum(map(time.clock_gettime, clocks))


def beat_of(name: str, tasks: TaskRunner, deed: Callable[[], None]) -> None:
    """Do something in the background and print its line of the table."""
    beat, held = Beat(), Held()
    beat.start()
    began = time.perf_counter()
    deed()
    while tasks.busy:
        wait(20)
    wait(200)
    beat.stop()
    held.stop()
    late = sum(gap > BOUND_MS for gap in beat.gaps)
    print(
        f"{name:<34}{time.perf_counter() - began:>8.1f}{max(beat.gaps):>12.1f}{late:>9}"
        f"{max(beat.spent):>12.1f}{max(held.spent):>10.1f}",
        flush=True,
    )


def show_turns() -> None:
    """Print how long the loop of the window ever stood still."""
    tasks = TaskRunner()
    head = ("activity", "seconds", "longest ms", "> 50 ms", "computed ms", "jobs ms")
    print("{:<34}{:>8}{:>12}{:>9}{:>12}{:>10}".format(*head))
    beat_of("nothing: the machine's own", tasks, lambda: wait(5000))
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            outline = document(size).outline
            dialog = PrintDialog((), None)
            dialog.show()
            shown: list[Print] = []

            def show(made: Print, dialog: PrintDialog = dialog, shown: list[Print] = shown) -> None:
                shown.append(made)
                dialog.show_print(made)

            def preview(
                outline: Outline = outline,
                dialog: PrintDialog = dialog,
                show: Callable[[Print], None] = show,
            ) -> None:
                tasks.submit(
                    lambda ctx: laid_out(PrintWish(outline, SOURCE), ctx),
                    on_done=show,
                    on_progress=dialog.show_progress,
                    owner=dialog,
                )

            def save(dialog: PrintDialog = dialog, shown: list[Print] = shown) -> None:
                path = Path(folder) / "out.pdf"
                tasks.submit(
                    lambda ctx: save_pdf(shown[0], path, ctx),
                    on_done=lambda _none: None,
                    on_progress=dialog.show_progress,
                    owner=dialog,
                )

            def turn(dialog: PrintDialog = dialog) -> None:
                for page in range(1, min(60, dialog.view.count)):
                    dialog.view.go_to(page)
                    wait(10)

            beat_of(f"preview of {size:,} characters", tasks, preview)
            beat_of(f"turning {min(60, dialog.view.count)} pages of it", tasks, turn)
            beat_of(f"PDF of its {len(shown[0].pages)} pages", tasks, save)
            dialog.close()
    tasks.shutdown()


def main(arguments: Sequence[str]) -> None:
    """Measure what is asked for; both without a word."""
    application = QApplication.instance() or QApplication(["policyviewer"])
    wanted = arguments[0] if arguments else ""
    if wanted != "turns":
        show_paper(arguments[1:])
    if wanted != "paper":
        show_turns()
    del application


if __name__ == "__main__":
    main(sys.argv[1:])
