"""Pictures of every pane and state of the window, at three sizes, with a sheet of all.

    python build_scripts/gallery.py [--out DIR] [--library DIR] [--size NAME] [STATE ...]

The sizes are those of screens, so what the window has is their pixels divided by the scale:

    small   1366×768 at 100 %       middle  1920×1080 at 150 %      large   3840×2160 at 200 %

Without --library the documents are our own (samples.py). Writes ``build/gallery/SIZE/STATE.png``
and ``index.html``. A new state is one row of STATES.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QTreeView,
)

from policyviewer.app.annotating import Draft
from policyviewer.app.compiling import Taking
from policyviewer.app.import_report import ImportReport, failure
from policyviewer.app.packs.publishers import Publisher
from policyviewer.app.packs.service import Preview
from policyviewer.app.paths import AppPaths
from policyviewer.app.removing import RemovedDocument
from policyviewer.app.services import build_services
from policyviewer.app.settings import Settings, ThemeName
from policyviewer.app.settling import Question
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.errors import UserError
from policyviewer.domain.named import NameKind
from policyviewer.domain.packs import Change, ChangeKind, PackHead
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.queries import Expansion
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext, Progress
from policyviewer.ui.actions import Do
from policyviewer.ui.dialogs.pack_dialog import PackDialog
from policyviewer.ui.dialogs.print_dialog import PrintDialog
from policyviewer.ui.dialogs.renewal_dialog import RenewalDialog
from policyviewer.ui.dialogs.report_dialog import ReportDialog
from policyviewer.ui.dialogs.settle_dialog import SettleDialog
from policyviewer.ui.dialogs.trash_dialog import TrashDialog, document_trash, note_trash
from policyviewer.ui.errors import ErrorReporter
from policyviewer.ui.paper.notes import NotesPlace
from policyviewer.ui.presenters.importing import import_text
from policyviewer.ui.screenshots import Stage
from samples import write_samples

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "gallery"
OPINION = "农村公路养护的实施意见"
NOTE = "请财政局核对这一条的经费来源，周五前回复。"


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its pixels, and by how much the system enlarges."""

    width: int
    height: int
    scale: float

    @property
    def size(self) -> tuple[int, int]:
        """Give the device-independent size of a window that fills it."""
        return round(self.width / self.scale), round(self.height / self.scale)


SCREENS = {
    "small": Screen(1366, 768, 1.0),
    "middle": Screen(1920, 1080, 1.5),
    "large": Screen(3840, 2160, 2.0),
}


@dataclass(frozen=True, slots=True)
class State:
    """What a picture shows, and what brings the window there; ``files`` may be imported."""

    name: str
    title: str
    reach: Callable[[Stage, Sequence[Path]], None]
    theme: ThemeName = ThemeName.LIGHT
    zoom: float = 1.0
    empty: bool = False
    """A library without any document."""
    large: bool = False
    """Whether interface and page are in large print."""

    @property
    def settings(self) -> Settings:
        """Give what the user has chosen in this state."""
        return Settings(theme=self.theme, zoom=self.zoom, large_print=self.large)


def nothing(_stage: Stage, _files: Sequence[Path]) -> None:
    """Leave the window as it starts."""


def read(stage: Stage, _files: Sequence[Path]) -> None:
    """Open the opinion."""
    open_titled(stage, OPINION)


def open_titled(stage: Stage, words: str) -> None:
    """Open the document whose title has the words; where there is none, the first stays."""
    documents = stage.services.library.documents()
    opened = next((one for one in documents if words in one.metadata.title), documents[0])
    stage.desk.reading.open(opened.id)
    stage.settle()


def panel(name: str) -> Callable[[Stage, Sequence[Path]], None]:
    """Give what shows a panel beside the opinion."""

    def reach(stage: Stage, files: Sequence[Path]) -> None:
        read(stage, files)
        stage.desk.show_panel(name)

    return reach


def search(words: str) -> Callable[[Stage, Sequence[Path]], None]:
    """Give what searches for words."""

    def reach(stage: Stage, _files: Sequence[Path]) -> None:
        stage.desk.search(words)

    return reach


def do(name: str, words: str = "") -> Callable[[Stage, Sequence[Path]], None]:
    """Give what chooses an action, where the window has it, and then types words."""

    def reach(stage: Stage, files: Sequence[Path]) -> None:
        read(stage, files)
        if name in Do.__members__:
            stage.window.action(Do[name]).trigger()
            stage.settle()
            edit = QApplication.focusWidget()
            if words and isinstance(edit, QLineEdit):
                edit.setText(words)

    return reach


def note(stage: Stage, files: Sequence[Path]) -> None:
    """Show the list of notes and the notes beside the page."""
    read(stage, files)
    stage.desk.show_panel("notes")
    stage.window.show_notes()


def beside(tab: int, document: str) -> Callable[[Stage, Sequence[Path]], None]:
    """Give what opens a document with one of the tabs of the right column."""

    def reach(stage: Stage, _files: Sequence[Path]) -> None:
        open_titled(stage, document)
        stage.window.show_notes()
        aside = stage.window.findChild(QTabWidget, "aside")
        assert isinstance(aside, QTabWidget)
        aside.setCurrentIndex(tab)

    return reach


def select(stage: Stage, files: Sequence[Path]) -> None:
    """Select a word as one does with the mouse, so that the bar comes."""
    read(stage, files)
    page = stage.window.reader.findChild(QTextEdit)
    assert isinstance(page, QTextEdit)
    at = QPoint(page.viewport().width() // 2, page.viewport().height() // 2)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)


def show_table(stage: Stage, _files: Sequence[Path]) -> None:
    """Open the list of rivers."""
    open_titled(stage, "名录")


def enlarge_table(stage: Stage, files: Sequence[Path]) -> None:
    """Look at the list of rivers in a window of its own."""
    show_table(stage, files)
    stage.settle()
    document = stage.window.reader.document
    if document is not None:
        stage.window.reader.table_view_requested.emit(document.outline.tables[0])


def compare(*, superior: bool) -> Callable[[Stage, Sequence[Path]], None]:
    """Give what compares two opinions on one subject, or the second with the first above it."""

    def reach(stage: Stage, files: Sequence[Path]) -> None:
        read(stage, files)
        documents = stage.services.library.documents()
        names = [one.id for one in documents if "公路养护" in one.metadata.title]
        stage.desk.comparing.compare_chosen((names * 2)[:2], superior)
        stage.settle()

    return reach


def running(stage: Stage, files: Sequence[Path]) -> None:
    """Show an import at work."""
    read(stage, files)
    stage.window.progress.begin("正在导入", lambda: None)
    stage.window.progress.show_progress(Progress(12, 38, files[12].name))


def choose_files(stage: Stage, files: Sequence[Path]) -> None:
    """Open the dialog of an import with files in it."""
    stage.desk.importing.ask(stage.window, files[:9])


def report(stage: Stage, _files: Sequence[Path]) -> None:
    """Show the outcome of an import in which files failed."""
    error = UserError("“规划.pdf”受密码保护。", "请用原来的软件打开，去掉密码后另存再导入。")
    told = ImportReport(imported=3, unchanged=1, failed=[failure("/下载/规划.pdf", error)])
    words = f"{import_text(told)}没有读出来的文件没有被改动。"
    ReportDialog(words, told, stage.window).open()


def strip(stage: Stage, files: Sequence[Path]) -> None:
    """Tell something below the page."""
    read(stage, files)
    stage.window.messages.show_message("已删除。", "撤销", lambda: None)


def fail(error: BaseException) -> Callable[[Stage, Sequence[Path]], None]:
    """Give what meets a failure."""

    def reach(stage: Stage, files: Sequence[Path]) -> None:
        read(stage, files)
        reporter = ErrorReporter(stage.window)
        reporter.show(error)

    return reach


def menu(stage: Stage, files: Sequence[Path]) -> None:
    """Open the menu of the notes."""
    read(stage, files)
    bar = stage.window.bar.menu_bar
    section = bar.actions()[2]
    opened = section.menu()
    if isinstance(opened, QMenu):
        opened.popup(bar.mapToGlobal(bar.actionGeometry(section).bottomLeft()))


def narrowed(stage: Stage, files: Sequence[Path]) -> None:
    """Show the notes that have a tag."""
    panel("notes")(stage, files)
    stage.window.notes.show_words("经费")


def settle(stage: Stage, files: Sequence[Path]) -> None:
    """Ask about a note whose words were changed."""
    read(stage, files)
    document = stage.window.reader.document
    assert document is not None
    placed = stage.services.annotating.of(document)[1]
    words = placed.annotation.target.quote.exact
    frames = ("县财政局会同县交通局，", "，每年年底前完成。")
    question = Question(placed, document, words, words.replace("县", "市县", 1), frames, frames)
    SettleDialog([question, question], stage.window.theme, stage.window).open()


def dialog_of(do: Do) -> Callable[[Stage, Sequence[Path]], None]:
    """Give what opens a dialog by its action, over the opinion."""

    def reach(stage: Stage, files: Sequence[Path]) -> None:
        read(stage, files)
        stage.window.action(do).trigger()

    return reach


def print_noted(stage: Stage, files: Sequence[Path]) -> None:
    """Show the preview with the notes beside the text."""
    dialog_of(Do.PRINT)(stage, files)
    dialog = stage.window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog.choose_notes(NotesPlace.MARGIN)


def history(stage: Stage, files: Sequence[Path]) -> None:
    """Show what a note said before."""
    read(stage, files)
    document = stage.window.reader.document
    assert document is not None
    noted = (one.annotation for one in stage.services.annotating.of(document))
    one = next(one for one in noted if one.text)
    stage.services.annotating.edit(one.id, NOTE + "财政局已回复：列入年度预算。")
    stage.desk.notes.history.show_history(str(one.id))


def filtered(stage: Stage, files: Sequence[Path]) -> None:
    """Show the menu by which notes are narrowed down."""
    panel("notes")(stage, files)
    button = stage.window.notes.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def trash(stage: Stage, files: Sequence[Path]) -> None:
    """Show what was deleted."""
    read(stage, files)
    document = stage.window.reader.document
    assert document is not None
    deleted = [one.annotation for one in stage.services.annotating.of(document)]
    TrashDialog(note_trash(deleted), stage.window).open()


def removed(stage: Stage, files: Sequence[Path]) -> None:
    """Show what was taken out of the library."""
    read(stage, files)
    taken = [
        RemovedDocument(one.id, one.metadata.title, one.source.imported)
        for one in stage.services.library.documents()[:3]
    ]
    TrashDialog(document_trash(taken), stage.window).open()


def pack(stage: Stage, files: Sequence[Path]) -> None:
    """Show what a library pack would change."""
    read(stage, files)
    told = [
        Change(kind, one.id, one.metadata.title, one.metadata.document_number or "")
        for kind, one in zip(cycle(ChangeKind), stage.services.library.documents(), strict=False)
    ]
    head = PackHead("qingshan", "青山县政策库", "青山县司法局", 12, "2026-11-30", 1, 1, 1)
    before = replace(head, version=11, as_of="2026-10-31")
    preview = Preview(
        path=Path("青山县政策库.pvpack"),
        publisher=Publisher(b"gallery", head.publisher),
        head=head,
        expires="2028-01-04",
        base=11,
        documents=len(told),
        before=before,
        changes=tuple(told),
        noted=tuple(told[1:2]),
    )
    PackDialog(preview, stage.window).open()


def compile_parts(stage: Stage, files: Sequence[Path]) -> None:
    """Put provisions and documents together, under headings; one of them is changed afterwards."""
    read(stage, files)
    compiling, library = stage.services.compiling, stage.services.library
    document = stage.window.reader.document
    assert document is not None
    nodes = document.outline.nodes
    taken = compiling.take_in([Taking(document.id, nodes[at].span) for at in (1, 4)])
    name = taken.compilation.id
    compiling.rename(name, "农村公路养护政策汇编")
    others = [one.id for one in library.documents() if one.id != document.id]
    compiling.take_in([Taking(one) for one in others[:3]])
    if all(one.target is not None for one in compiling.parts(name)):
        compiling.add_heading(name, "一、县级意见", compiling.parts(name)[0].id)
        compiling.add_heading(name, "二、相关文件", compiling.parts(name)[3].id)
    parts = compiling.parts(name)
    target = parts[2].target
    assert target is not None
    words = target.quote.exact.replace("应当", "").replace("将所需", "应当将所需")
    former = replace(target.quote, exact=words)
    changed = replace(parts[2], target=replace(target, quote=former), standing="尚未施行")
    compiling.arrange(name, [*parts[:2], changed, *parts[3:]])
    stage.desk.show_panel("compilation")
    stage.settle()


def renew(stage: Stage, files: Sequence[Path]) -> None:
    """Ask about the part that has changed."""
    compile_parts(stage, files)
    stage.window.action(Do.RENEW).trigger()


def compilation_trash(stage: Stage, files: Sequence[Path]) -> None:
    """Show the compilations that were deleted."""
    compile_parts(stage, files)
    compiling = stage.services.compiling
    for name in ("春耕备耕政策", "招商引资政策汇编（2025年）"):
        compiling.create(name)
    for one in compiling.compilations():
        compiling.delete(one.id)
    stage.desk.compiling.refresh()
    stage.window.action(Do.COMPILATION_TRASH).trigger()


def taken_over(stage: Stage, files: Sequence[Path]) -> None:
    """Take over what has changed, which can be taken back."""
    renew(stage, files)
    stage.settle()
    dialog = stage.window.findChild(RenewalDialog)
    assert isinstance(dialog, RenewalDialog)
    next(one for one in dialog.findChildren(QPushButton) if "采用" in one.text()).click()
    stage.settle()


def marks_menu(stage: Stage, files: Sequence[Path]) -> None:
    """Show what can be done with the notes that are selected."""
    panel("notes")(stage, files)
    tree = stage.window.notes.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    tree.selectAll()
    first = tree.model().index(0, 0, tree.model().index(0, 0))
    menu = stage.window.notes.menu_of(first)
    menu.popup(tree.viewport().mapToGlobal(tree.visualRect(first).center()))


def preview(stage: Stage, files: Sequence[Path]) -> None:
    """Look through the compilation."""
    compile_parts(stage, files)
    stage.desk.papers.preview()


def tasks(name: str) -> Callable[[Stage, Sequence[Path]], None]:
    """Give what shows the tasks of a document."""

    def reach(stage: Stage, _files: Sequence[Path]) -> None:
        open_titled(stage, name)
        stage.window.action(Do.TASKS).trigger()
        stage.settle()
        document, sheet = stage.window.reader.document, stage.window.task_page.sheet
        assert document is not None
        for one, status in zip(sheet.tasks if sheet else (), TaskStatus, strict=False):
            stage.services.tasking.keep(document, one, TaskProgress(status, "已报县政府办"))
        stage.desk.tasking.refresh()

    return reach


def named(kind: NameKind, words: str = "") -> Callable[[Stage, Sequence[Path]], None]:
    """Give what shows the names of a kind, narrowed down by words."""

    def reach(stage: Stage, files: Sequence[Path]) -> None:
        read(stage, files)
        stage.window.action(Do.NAMES).trigger()
        stage.settle()
        stage.window.names_page.show_kind(kind)
        stage.window.names_page.narrow_to(words)

    return reach


def widened(stage: Stage, files: Sequence[Path]) -> None:
    """Search for a province by its short name too."""
    search("重庆")(stage, files)
    stage.settle()
    stage.desk.searching.widen(Expansion("重庆", ("渝", "成渝")))


def offer(stage: Stage, files: Sequence[Path]) -> None:
    """Type the beginning of a word into the search box."""
    read(stage, files)
    stage.window.activateWindow()
    stage.window.action(Do.SEARCH).trigger()
    stage.window.search_box.insert("河")
    stage.settle()


_FULL = UserError("磁盘空间不足，文件没有导入。", "请清理磁盘后重试；已经导入的文件不受影响。")
STATES = (
    State("empty", "第一次启动", nothing, empty=True),
    State("library", "文库", panel("library")),
    State("outline", "阅读与目录", panel("outline")),
    State("search", "检索", search("财政局 经费")),
    State("search-none", "没有结果", search("量子计算")),
    State("offers", "检索建议", offer),
    State("short-forms", "地名简称", search("重庆")),
    State("short-forms-widened", "已按简称扩展", widened),
    State("names", "地名、机构和项目", named(NameKind.PLACE)),
    State("names-bodies", "机构", named(NameKind.BODY)),
    State("names-filtered", "筛选名称", named(NameKind.PROJECT, "tl")),
    State("dark-names", "深色名称", named(NameKind.BODY), ThemeName.DARK),
    State("bookmarks", "书签", panel("bookmarks")),
    State("notes", "批注", note),
    State("notes-narrowed", "筛选批注", narrowed),
    State("notes-filter", "筛选菜单", filtered),
    State("clauses", "通读标记的条款", dialog_of(Do.READ_MARKED)),
    State("print", "打印本文和批注", dialog_of(Do.PRINT)),
    State("print-noted", "打印，批注在页边", print_noted),
    State("statistics", "批注统计", dialog_of(Do.STATISTICS)),
    State("tags", "标签", dialog_of(Do.TAGS)),
    State("history", "批注以前的内容", history),
    State("settle", "逐条确认", settle),
    State("trash", "已删除的批注", trash),
    State("removed", "移出的文件", removed),
    State("pack", "安装资料包", pack),
    State("compilation-none", "空的汇编", panel("compilation")),
    State("compilation", "政策汇编", compile_parts),
    State("compilation-renewal", "刷新汇编", renew),
    State("compilation-accepted", "采用了变化，可以撤销", taken_over),
    State("compilation-trash", "已删除的汇编", compilation_trash),
    State("notes-menu", "批注的右键菜单", marks_menu),
    State("compilation-preview", "汇编预览", preview),
    State("properties", "属性", beside(1, OPINION)),
    State("citations", "引用", beside(2, "蔬菜产业发展管理办法")),
    State("table", "表格", show_table),
    State("table-enlarged", "放大看表格", enlarge_table),
    State("comparison", "新旧对照", compare(superior=False)),
    State("comparison-superior", "上下位对照", compare(superior=True)),
    State("comparison-dialog", "选择对照的文件", do("COMPARE")),
    State("dark-comparison", "深色对照", compare(superior=False), ThemeName.DARK),
    State("tasks", "任务分解表", tasks("人居环境")),
    State("tasks-none", "没有任务的文件", tasks("规程")),
    State("split", "并排", do("SPLIT")),
    State("find", "在本文中查找", do("FIND", "县财政局")),
    State("go-to", "转到条款", do("GO_TO", "三（二）")),
    State("overview", "总览", do("OVERVIEW")),
    State("palette", "命令面板", do("PALETTE", "书签")),
    State("selection", "选中文字", select),
    State("menu", "菜单", menu),
    State("dark", "深色", note, ThemeName.DARK),
    State("dark-tasks", "深色任务分解表", tasks("人居环境"), ThemeName.DARK),
    State("large-compilation", "大字版汇编", compile_parts, zoom=1.5, large=True),
    State("dark-search", "深色检索", search("河道 经费"), ThemeName.DARK),
    State("paper", "纸色", note, ThemeName.PAPER),
    State("contrast", "高对比", note, ThemeName.HIGH_CONTRAST),
    State("large-print", "大字版", panel("library"), zoom=1.5, large=True),
    State("large-search", "大字版检索", search("财政局 经费"), zoom=1.5, large=True),
    State("restored", "复原缺字", do("RESTORED")),
    State("import-running", "正在导入", running),
    State("import-dialog", "导入", choose_files),
    State("report", "导入结果", report),
    State("message", "提示", strip),
    State("error", "错误", fail(_FULL)),
    State("bug", "意外错误", fail(RuntimeError("index out of range"))),
)


def furnish(home: Path, library: Path | None) -> tuple[AppPaths, list[Path]]:
    """Give the folders of a user with documents, bookmarks and notes, and files to import."""
    files = write_samples(home / "files")
    paths = AppPaths.under(home / "home")
    if library is not None:
        paths = paths.with_library(library)
    services = build_services(paths, Settings(author="王科长"))
    if library is None:
        services.importing.job(files)(JobContext())
    services.searching.mend(JobContext())
    found = services.library.documents()
    opened = next((one for one in found if OPINION in one.metadata.title), found[0])
    document = services.library.open(opened.id)
    nodes = document.outline.nodes
    for at, colour in enumerate(Colour):
        node = nodes[(at * 2 + 2) % len(nodes)]
        span = TextRange(node.span.start, min(node.span.end, node.span.start + 18))
        text = NOTE if at % 2 else ""
        kind = AnnotationKind.NOTE if text else AnnotationKind.HIGHLIGHT
        tags = ("经费", "待核") if at == 1 else ()
        services.annotating.add(document, Draft(kind, span, colour, text, tags))
    for node in nodes[1:8:3]:
        services.annotating.add(document, Draft(AnnotationKind.BOOKMARK, node.span))
    services.close()
    return paths, files


def draw(screen: str, names: Sequence[str], out: Path, library: Path | None) -> None:
    """Draw the named states at one size; Qt takes one scale a process."""
    size, scale = SCREENS[screen].size, SCREENS[screen].scale
    with tempfile.TemporaryDirectory() as folder:
        paths, files = furnish(Path(folder), library)
        nobody = replace(AppPaths.under(Path(folder) / "nobody"), bundled=False)
        for state in STATES:
            if names and state.name not in names:
                continue
            with Stage(nobody if state.empty else paths, state.settings, size, scale) as stage:
                stage.settle()
                state.reach(stage, files)
                stage.settle()
                stage.draw(out / screen / f"{state.name}.png")
                for one in QApplication.topLevelWidgets():
                    one.hide()
            QApplication.processEvents()


def sheet(out: Path) -> str:
    """Give the page that shows all pictures there are, a row a state."""
    rows = []
    for state in STATES:
        cells = [
            f'<td><a href="{place}"><img src="{place}"></a></td>'
            for screen in SCREENS
            if (out / (place := f"{screen}/{state.name}.png")).is_file()
        ]
        rows.append(f"<tr><th>{state.title}<br>{state.name}</th>{''.join(cells)}</tr>")
    return (
        '<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><title>画廊</title>'
        "<style>img{width:480px;border:1px solid #999}th{font:14px sans-serif}</style>"
        f"<table>{''.join(rows)}</table></html>"
    )


def main(arguments: Sequence[str]) -> int:
    """Draw every size in a process of its own, and the sheet; 1 when one of them failed."""
    parser = argparse.ArgumentParser(description="Draw every pane and state of the window.")
    parser.add_argument("states", nargs="*", metavar="STATE")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--size", choices=SCREENS)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    unknown = set(options.states) - {state.name for state in STATES}
    if unknown:
        parser.error(f"no such state: {', '.join(sorted(unknown))}")
    if options.here:
        draw(options.size, options.states, options.out, options.library)
        return 0
    failed = 0
    for screen in [options.size] if options.size else SCREENS:
        command = [sys.executable, __file__, *options.states, "--here", "--size", screen]
        command += ["--out", str(options.out)]
        command += ["--library", str(options.library)] if options.library else []
        failed |= subprocess.run(command, check=False).returncode
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "index.html").write_text(sheet(options.out), encoding="utf-8")
    print(options.out / "index.html")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
