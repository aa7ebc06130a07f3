"""Where one is: outline and breadcrumb follow the page, and the page follows the outline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from policyviewer.domain.citations import Citations, CitationStyle
from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import Document, DocumentId, Node, NodeId
from policyviewer.domain.provisions import Provision, heading_text, provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.models.life_rows import warning_text
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.shelving import ShelvingPresenter
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.breadcrumb import Crumb


class PlacePresenter(QObject):
    """Keeps outline, breadcrumb and properties in step with the page."""

    def __init__(
        self,
        reading: ReadingPresenter,
        window: MainWindow,
        shelving: ShelvingPresenter,
        style: Callable[[], CitationStyle],
    ) -> None:
        """``style`` gives how words are cited now."""
        super().__init__(window)
        self._style = style
        self._shelving = shelving
        self._reading = reading
        self._window = window
        self._tiles: tuple[Provision, ...] = ()
        self._nodes: Mapping[NodeId, Node] = {}
        self._warned: DocumentId | None = None
        """The document of which it was told last that it is not simply in force."""
        window.status.place_chosen.connect(self._on_place)
        window.reader.partly_selected.connect(self._on_partly_selected)
        window.outline.node_chosen.connect(self._on_node)
        shelving.catalogued.connect(self._show_life)
        window.status.standing.clicked.connect(window.show_properties)
        reading.opened.connect(self._on_opened)
        reading.moved.connect(self._on_moved)
        reading.emptied.connect(self._on_emptied)

    def copy_cited(self) -> None:
        """Copy the selected words with their citation."""
        document, selected = self._reading.document, self._window.reader.selection()
        if document is None or selected is None or not selected.length:
            self._window.messages.show_message(tr("请先选中要引用的文字。"))
            return
        words = clean(selected.of(self._window.reader.text))
        standing = self._shelving.standing_of(document.id)
        source = "，".join(filter(None, (self._source(document, selected), standing)))
        self._copy(f"{words}（{source}）", source, standing)

    def copy_reference(self) -> None:
        """Copy the citation of the selected words, or of the provision in view, alone."""
        document, selected = self._reading.document, self._window.reader.selection()
        if document is None:
            return
        span = selected or provision_at(self._tiles, self._window.reader.position()).span
        standing = self._shelving.standing_of(document.id)
        source = self._source(document, span) + (f"（{standing}）" if standing else "")
        self._copy(source, source, standing)

    def _source(self, document: Document, span: TextRange) -> str:
        return Citations(document.outline, self._style()).of_range(span)

    def _copy(self, words: str, source: str, standing: str) -> None:
        """Put words on the clipboard; say where they come from, and whether they still hold."""
        QGuiApplication.clipboard().setText(words)
        told = tr("已复制，出处：{source}").format(source=source)
        if standing:
            told += tr("　请注意：这份文件{standing}。").format(standing=standing)
        self._window.messages.show_message(told)

    def step_damage(self, by: int) -> None:
        """Go to the next place that looks damaged, or the one before, and say why it does."""
        document = self._reading.document
        findings = document.outline.findings if document is not None else ()
        if document is None or not findings:
            self._window.messages.show_message(tr("这份文件没有发现疑似缺损的地方。"))
            return
        places = sorted(findings, key=lambda one: one.span)
        selected = self._window.reader.selection()
        here = selected.start if selected is not None else self._window.reader.position() - 1
        starts = [one.span.start for one in places]
        at = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
        finding = places[at % len(places)]
        self._reading.reveal(finding.span)
        self._window.reader.select(finding.span)
        told = tr("第 {number} 处，共 {count} 处疑似缺损：{message}")
        self._window.messages.show_message(
            told.format(number=at % len(places) + 1, count=len(places), message=finding.message)
        )

    def show_damage(self) -> None:
        """Say how many characters are masked that can be restored, and how they are shown."""
        document = self._reading.document
        findings = document.outline.findings if document is not None else ()
        count = sum(one.code == "masked" and bool(one.suggestion) for one in findings)
        restored = self._window.reader.active.style_of_page.restored
        self._window.status.show_damage(count, restored=restored)

    def _on_opened(self, document: Document) -> None:
        self._tiles = provisions(document.outline)
        self._nodes = {one.id: one for one in document.outline.nodes}
        self._window.show_page(document=True)
        self._window.outline.show_outline(document.outline)
        self._window.properties.show_document(document)
        self.show_damage()
        self._show_life()
        title = document.title
        self._window.setWindowTitle(f"{title} - {self._window.program_name}")
        self._on_moved(self._window.reader.position())
        self._window.library.mark_open(document.id)

    def _show_life(self) -> None:
        """Show the document's life, and say when it is not simply in force."""
        document = self._reading.document
        if document is None:
            return
        life, today = self._shelving.lifetime_of(document.id), iso_today()
        warning = warning_text(life, today)
        if warning and self._warned != document.id:
            self._window.messages.show_message(warning)
        self._warned = document.id if warning else None
        self._window.properties.show_life(life)
        self._window.status.show_standing(self._shelving.standing_of(document.id), warning)

    def _on_moved(self, offset: int) -> None:
        if self._tiles:
            self._window.outline.follow(offset)
            crumbs = crumbs_of(provision_at(self._tiles, offset), self._nodes)
            self._window.status.show_place(crumbs or (Crumb(self._title(), 0),))

    def _on_partly_selected(self, part: int, whole: int) -> None:
        """Say that of a compendium, which is read by chapters, only a part was selected."""
        words = tr("这份文件很长，全选只选中了已经显示的部分：全文 {whole} 字中的 {part} 字。")
        self._window.messages.show_message(words.format(whole=whole, part=part))

    def _on_place(self, offset: int) -> None:
        self._reading.reveal(TextRange(offset, offset))

    def _on_node(self, name: str) -> None:
        node = self._nodes.get(NodeId(name))
        if node is not None:
            self._on_place(node.span.start)

    def _title(self) -> str:
        document = self._reading.document
        return "" if document is None else document.title

    def _on_emptied(self) -> None:
        self._tiles, self._nodes = (), {}
        if not self._window.tabs.page_is_current:  # a comparison stays where its tab is
            self._window.show_page(document=False)
        self._window.annotations.clear()
        self._window.outline.clear()
        self._window.properties.clear()
        self._window.status.show_place(())
        self._window.status.show_standing("", "")
        self.show_damage()
        self._window.setWindowTitle(self._window.program_name)


def crumbs_of(tile: Provision, nodes: Mapping[NodeId, Node]) -> tuple[Crumb, ...]:
    """Give the breadcrumb of a provision: the headings above it and its own, outermost first."""
    crumbs: list[Crumb] = []
    node = nodes.get(NodeId(tile.id))
    while node is not None:
        crumbs.append(Crumb(heading_text(node), node.span.start))
        node = nodes[node.parent] if node.parent is not None else None
    if not crumbs and tile.label:
        crumbs.append(Crumb(tile.label, tile.span.start))
    return tuple(reversed(crumbs))


def clean(words: str) -> str:
    """Give words as they are quoted: without line breaks and indents."""
    return "".join(line.strip() for line in words.splitlines())
