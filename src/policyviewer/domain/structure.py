"""From a text to its outline: the parser of laws and official documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policyviewer.domain.components import Layout, components_of, lay_out
from policyviewer.domain.damage import lost_digits, numbering
from policyviewer.domain.dates import DATE, first_date, last_date, normalised
from policyviewer.domain.documents import (
    Component,
    ComponentKind,
    Finding,
    Node,
    Outline,
)
from policyviewer.domain.lines import Line, lines_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.masks import Restorer, mask_findings
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.titles import (
    addressees_of,
    document_number_of,
    is_dateline,
    issuers_of,
    kind_of,
)
from policyviewer.domain.tree import nodes_of

_EFFECTIVE = re.compile(rf"自(?:{DATE.pattern})起(?:施行|实施|执行|生效)")
_TREED = frozenset({ComponentKind.MAIN, ComponentKind.NOTICE, ComponentKind.ATTACHMENT})
_TITLE_LINES = 14
_FALLBACK = 60


def parse(text: str, restorer: Restorer | None = None) -> Outline:
    """Give the outline of a text as the importer left it; never raises, whatever the text."""
    lines = tuple(lines_of(text))
    if not lines:
        return _empty(text)
    layout = lay_out(lines)
    nodes = _nodes(layout)
    masks = mask_findings(text, restorer or Restorer())
    found = [*masks, *lost_digits(text), *numbering(nodes)]
    reading = _Reading(text, layout, _restored(text, masks))
    metadata = reading.metadata()
    return Outline(
        text=text,
        metadata=metadata,
        components=components_of(layout.sections, metadata.title, len(text)),
        nodes=tuple(nodes),
        findings=tuple(sorted(found, key=lambda one: (one.span, one.code))),
    )


def _empty(text: str) -> Outline:
    whole = TextRange(0, len(text))
    return Outline(
        text=text,
        metadata=Metadata("", ""),
        components=(Component("main", ComponentKind.MAIN, "", whole),),
        nodes=(),
        findings=(Finding("empty", whole, "没有文字"),),
    )


def _nodes(layout: Layout) -> list[Node]:
    """Give the nodes of all components that have a tree, without those inside the title."""
    nodes: list[Node] = []
    for section in layout.sections:
        if section.kind in _TREED:
            name = section.id.partition("~")[0]
            nodes += nodes_of(name, _below_title(section.lines, layout))
    return nodes


def _below_title(lines: Sequence[Line], layout: Layout) -> Sequence[Line]:
    """Give the lines that can begin a node: a title may begin like one (第二批…的通知)."""
    if layout.title is None:
        return lines
    end = layout.title.span.end
    return [line for line in lines if line.span.start >= end]


def _restored(text: str, masks: Sequence[Finding]) -> str:
    restored = list(text)
    for mask in masks:
        if mask.suggestion:
            restored[mask.span.start : mask.span.end] = mask.suggestion
    return "".join(restored)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a laid-out text says of itself; ``restored`` has masked characters put back."""

    text: str
    layout: Layout
    restored: str

    def metadata(self) -> Metadata:
        """Give title, issuers, number, kind, dates and addressees."""
        printed, title = self._titles()
        kinds = kind_of(title)
        numbered = self._number()
        effective = list(_EFFECTIVE.finditer(self.text))
        return Metadata(
            title=title,
            title_as_printed=printed,
            issuers=issuers_of(title) or self._signatories(),
            document_number=numbered[1] if numbered else None,
            document_number_as_printed=numbered[0] if numbered else None,
            kind=kinds[1] if kinds else None,
            kind_as_printed=kinds[0] if kinds else None,
            written=self._written(),
            effective=normalised(effective[-1]) if effective else None,
            addressees=self._addressees(),
        )

    def _titles(self) -> tuple[str, str]:
        """Give the title as printed and restored; without one the first line has to do."""
        title = self.layout.title
        if title is None:
            first = self._head()[0].span
            short = TextRange(first.start, min(first.end, first.start + _FALLBACK))
            return short.of(self.text), short.of(self.restored)
        return _joined(title.span.of(self.text)), _joined(title.span.of(self.restored))

    def _main(self) -> tuple[Line, ...]:
        found = [one.lines for one in self.layout.sections if one.kind is ComponentKind.MAIN]
        return found[0] if found else self.layout.sections[0].lines

    def _head(self) -> list[Line]:
        """Give the lines from the title to the first marker."""
        head: list[Line] = []
        for line in self._main()[:_TITLE_LINES]:
            if head and marker_of(line.words):
                break
            head.append(line)
        return head

    def _back(self) -> list[Line]:
        kinds = self.layout.sections
        return [line for one in kinds if one.kind is ComponentKind.BACK for line in one.lines]

    def _number(self) -> tuple[str, str] | None:
        front = [line for one in self.layout.sections[:1] for line in one.lines[:_TITLE_LINES]]
        candidates = (document_number_of(line.words) for line in (*front, *self._head()))
        return next((one for one in candidates if one), None)

    def _written(self) -> str | None:
        """Give the date glued to the title, below it, or under the signature."""
        title = self.layout.title
        if title is not None and title.date is not None:
            return first_date(title.date.of(self.text))
        for line in self._head():
            if is_dateline(line.words) or DATE.fullmatch(line.words):
                return first_date(line.words)
        dated = [line.words for line in self._back() if DATE.fullmatch(line.words)]
        return last_date(dated[-1]) if dated else None

    def _addressees(self) -> tuple[str, ...]:
        found = (addressees_of(line.words) for line in self._head()[1:])
        return next((one for one in found if one), ())

    def _signatories(self) -> tuple[str, ...]:
        """Give the short lines above the date of a signature."""
        back = self._back()
        dates = [at for at, line in enumerate(back) if DATE.fullmatch(line.words)]
        above = back[: dates[0]] if dates else []
        return tuple(line.words for line in above if not line.words.endswith("："))


def _joined(title: str) -> str:
    """Give a title that wraps over lines on one line."""
    return "".join(part.strip() for part in title.split("\n"))
