"""Links of the page and the pane of references: where they lead, and going there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer

from policyviewer.app.citing import CitationService, CitedFrom, Target
from policyviewer.app.library import LedReference
from policyviewer.domain.documents import Document
from policyviewer.domain.metadata import Status
from policyviewer.domain.provisions import Provision, provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.models.citation_rows import Jump, cited, referring
from policyviewer.ui.panes.citations_pane import CitationsPane
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.link_card import LinkCard

_HOVER_MS = 350
"""The mouse rests on a link for so long before its card comes."""
_STATUS = {Status.LAPSED: noop("已过有效期"), Status.NOT_YET: noop("尚未施行")}


@dataclass(frozen=True, slots=True)
class _Known:
    """A document with what it refers to and what refers to it."""

    document: Document
    tiles: tuple[Provision, ...]
    led: list[LedReference]
    cited: list[CitedFrom]


class LinkPresenter(QObject):
    """Keeps links, card and pane in step with the document on the page."""

    def __init__(
        self,
        citing: CitationService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        deck: ReaderDeck,
        pane: CitationsPane,
        card: LinkCard,
    ) -> None:
        super().__init__(deck)
        self._citing = citing
        self._tasks = tasks
        self._reading = reading
        self._deck = deck
        self._pane = pane
        self._card = card
        self._known: _Known | None = None
        self._hovered: tuple[TextRange, QRect] | None = None
        self._hovered_at = -1
        """The code point at the top of the page when the link came under the mouse or the keys."""
        self._held = False
        self._rest = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._rest.timeout.connect(self._on_rest)
        reading.opened.connect(self._on_opened)
        reading.emptied.connect(self._on_emptied)
        reading.moved.connect(self._on_moved)
        pane.scope_changed.connect(self._show_rows)
        pane.place_chosen.connect(self._on_place_chosen)
        deck.link_hovered.connect(self._on_hovered)
        deck.link_activated.connect(self._on_activated)

    def next_link(self) -> bool:
        """Go to the next link with the keyboard; False when there is none."""
        return self._deck.step_link(1)

    def previous_link(self) -> bool:
        """Go to the link before; False when there is none."""
        return self._deck.step_link(-1)

    def hold(self) -> None:
        """Read no references until :meth:`refresh`: what the window shows first comes first."""
        self._held = True

    def refresh(self) -> None:
        """Read the references anew: the library has changed."""
        self._held = False
        if self._reading.document is not None:
            self._on_opened(self._reading.document)

    def _on_opened(self, document: Document) -> None:
        self._hide_card()
        if self._held:
            return

        def read(ctx: JobContext) -> _Known:
            led = self._citing.of(document)
            ctx.token.check()
            return _Known(document, provisions(document.outline), led, self._citing.to(document))

        self._tasks.submit(
            read, on_done=self._on_known, owner=self, lane=Lane.READ, key="references"
        )

    def _on_known(self, known: _Known) -> None:
        if self._reading.document is not known.document:
            return
        self._known = known
        self._deck.set_links([one.reference.span for one in known.led if one.document is not None])
        self._show_rows()

    def _on_emptied(self) -> None:
        self._known = None
        self._hide_card()
        self._pane.clear()

    def _on_moved(self, offset: int) -> None:
        if offset != self._hovered_at:  # the page is told to have moved some time after it has
            self._hide_card()
        if self._pane.only_here:
            self._show_rows()

    def _show_rows(self) -> None:
        known = self._known
        if known is None:
            return
        within = None
        if self._pane.only_here and known.tiles:
            within = provision_at(known.tiles, self._deck.position()).span
        document = known.document
        self._pane.show_rows(
            referring(document.id, document.outline, known.led, within), cited(known.cited, within)
        )

    def _on_place_chosen(self, jump: Jump) -> None:
        self._reading.open(jump.document, jump.span)

    def _led(self, span: TextRange) -> LedReference | None:
        led = self._known.led if self._known is not None else []
        return next((one for one in led if one.reference.span == span), None)

    def _on_activated(self, span: TextRange, beside: bool) -> None:  # noqa: FBT001  # a signal's
        led = self._led(span)
        self._hide_card()
        if led is None:
            return
        go = self._reading.open_beside if beside else self._reading.open

        def arrive(target: Target | None) -> None:
            if target is not None:
                start = target.span.start
                go(target.document, TextRange(start, start) if led.provision else None)

        self._tasks.submit(
            lambda _ctx: self._citing.target(led),
            on_done=arrive,
            owner=self,
            lane=Lane.READ,
            key="follow-link",
        )

    def _on_hovered(self, span: TextRange | None, place: QRect) -> None:
        self._hide_card()
        if span is not None:
            self._hovered, self._hovered_at = (span, place), self._deck.position()
            self._rest.start()

    def _hide_card(self) -> None:
        self._rest.stop()
        self._hovered, self._hovered_at = None, -1
        self._tasks.cancel("link-card")
        self._card.hide()

    def _on_rest(self) -> None:
        led = self._led(self._hovered[0]) if self._hovered is not None else None
        if led is not None:
            self._tasks.submit(
                lambda _ctx: self._citing.target(led),
                on_done=self._on_target,
                owner=self,
                lane=Lane.READ,
                key="link-card",
            )

    def _on_target(self, target: Target | None) -> None:
        if target is None or self._hovered is None:
            return
        here = self._reading.document
        inside = here is not None and here.id == target.document
        title = tr("本文") if inside else target.title
        place = "  ".join(one for one in (target.number, target.place) if one)
        status = _STATUS.get(target.status, "") if not inside else ""
        self._card.show_target(title, tr(status) if status else "", place, target.begins)
        self._card.show_at(self._hovered[1])
