"""Reading the tasks off a document.

A task is what a bracket or a label after it gives to bodies (（甲局牵头）, 责任单位：…), a row of
a table of tasks, or a sentence that gives bodies a part or sets an end. Articles of norms give
powers, not tasks: in them only brackets and labels count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policyviewer.domain.breakdown import Task
from policyviewer.domain.deadlines import Deadline, deadlines
from policyviewer.domain.documents import (
    INSIDE,
    ComponentKind,
    HeadingKind,
    Node,
    NodeClass,
    Outline,
)
from policyviewer.domain.duties import FIRST_LEADS, FROM_HERE, Duty, duty_of
from policyviewer.domain.patterns import regex
from policyviewer.domain.prose_duties import dated_duty, prose_duty
from policyviewer.domain.provisions import Provision, provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.task_marks import Mark, marks_in
from policyviewer.domain.task_tables import rows_of_tasks
from policyviewer.domain.text import BLANKS, without_gaps

_TELLING = regex(
    "(?:报告|公报|通报|决议|讲话|致辞|答复|答记者问|法|条例|规则|规定|办法|细则|准则|章程|解释|令|(?<![方预])案)"
    "(?:[（(].*)?$"
)
"""Titles of texts whose sentences give no tasks: they tell, or they make rules."""
_SPEECH = regex("^(?:各位|同志们|朋友们)[^，。\n]{0,12}[：:！!]", re.MULTILINE)
_BEGINNING = 2000
_SILENT = INSIDE | {ComponentKind.FRONT, ComponentKind.BACK}
_SENTENCE = regex("[^。！？\n]+[。！？]?[”’]?")
_SPACE = BLANKS + "\n"
_POINTS_BACK = regex("^(?:该项|此项|上述|这项|以上|其中|并|对于)")


def tasks_of(outline: Outline) -> tuple[Task, ...]:
    """Give the tasks of a document in the order of its text, masked characters restored."""
    reader = _Reader(outline)
    tasks = [*reader.of_tables(), *reader.of_words()]
    return tuple(sorted(tasks, key=lambda one: one.span))


@dataclass(frozen=True, slots=True)
class _Said:
    """What one mark, or several that follow each other, say of the words before them."""

    span: TextRange
    duty: Duty


class _Reader:
    def __init__(self, outline: Outline) -> None:
        self._text = outline.restored_text()
        self._written = outline.metadata.written or outline.metadata.published
        told = [one.span for one in outline.components if _TELLING.search(one.title)]
        if _TELLING.search(outline.metadata.title) or _SPEECH.search(self._text[:_BEGINNING]):
            told = [TextRange(0, len(self._text))]
        self._telling = told
        self._tables = outline.tables
        self._tiles = provisions(outline)
        self._nodes: dict[str, Node] = {node.id: node for node in outline.nodes}
        self._silent = [one.span for one in outline.components if one.kind in _SILENT]
        self._silent += [table.span for table in outline.tables]
        marks = {tile.id: list(self._marks(tile)) for tile in self._tiles}
        self._first_from = self._from_where_first_leads(marks.values())
        self._said = {name: list(self._duties(found)) for name, found in marks.items()}

    def of_tables(self) -> Iterator[Task]:
        """Give the rows of tables of tasks."""
        for table in self._tables:
            tile = provision_at(self._tiles, table.span.start)
            first = table.span.start >= self._first_from
            path = (*tile.path, *filter(None, (tile.label,)))
            for row in rows_of_tasks(self._text, table, self._written, first_leads=first):
                words = "\n".join(row.words)
                name = row.words[0] if len(row.words) > 1 else ""
                yield Task(
                    tile.id, row.number, path, name, words, row.span, row.duty, row.deadlines
                )

    def of_words(self) -> Iterator[Task]:
        """Give the tasks outside of tables."""
        covered = 0
        for tile in self._tiles:
            node, said = self._nodes.get(tile.id), self._said[tile.id]
            if tile.span.start < covered:
                continue
            if node is not None and self._heads(node, said):
                covered = node.span.end
                yield self._task(tile, node.span, said[0], node)
            elif said:
                yield from self._marked(tile, said, node)
            else:
                yield from self._sentences(tile, tile.span)

    def _marks(self, tile: Provision) -> Iterator[Mark]:
        for mark in marks_in(self._text, tile.span):
            if not any(span.overlaps(mark.span) for span in self._silent):
                yield mark

    def _from_where_first_leads(self, marks: Iterable[Sequence[Mark]]) -> int:
        """Give the place from which the first body of a list leads; behind the end for none."""
        every = [mark for some in marks for mark in some]
        starts = [mark.span.start for mark in every]
        places = [len(self._text) + 1]
        for note in FIRST_LEADS.finditer(self._text):
            at = bisect_right(starts, note.start()) - 1
            if at < 0 or every[at].span.end <= note.start():
                places.append(0)
            elif FROM_HERE.search(every[at].words.of(self._text)):
                places.append(starts[at])
        return min(places)

    def _duties(self, marks: Sequence[Mark]) -> Iterator[_Said]:
        """Give what marks say, those that follow each other as one."""
        groups: list[list[Mark]] = []
        for mark in marks:
            if self._duty([mark]) is None:
                continue
            end = groups[-1][-1].span.end if groups else 0
            if groups and not self._text[end : mark.span.start].strip(_SPACE):
                groups[-1].append(mark)
            else:
                groups.append([mark])
        for group in groups:
            duty = self._duty(group)
            if duty is not None and duty.names:
                yield _Said(TextRange(group[0].span.start, group[-1].span.end), duty)

    def _duty(self, marks: Sequence[Mark]) -> Duty | None:
        words = "；".join(mark.words.of(self._text).strip(_SPACE) for mark in marks)
        first = marks[0].span.start >= self._first_from
        return duty_of(words, self._written, first_leads=first)

    def _heads(self, node: Node, said: Sequence[_Said]) -> bool:
        """Say whether a bracket after a heading is meant for all that stands below it."""
        if len(said) != 1 or "\n" in self._text[node.span.start : said[0].span.start]:
            return False
        below = TextRange(said[0].span.end, max(said[0].span.end, node.span.end))
        if not below.of(self._text).strip(_SPACE):
            return False
        first = bisect_left(self._tiles, below.start, key=lambda tile: tile.span.start)
        last = bisect_left(self._tiles, below.end, key=lambda tile: tile.span.start)
        return not any(self._said[tile.id] for tile in self._tiles[first:last])

    def _marked(self, tile: Provision, said: Sequence[_Said], node: Node | None) -> Iterator[Task]:
        """Give the tasks of a provision that marks part."""
        at = tile.span.start
        for one in said:
            start = at if node is not None else max(at, self._line_before(one.span.start))
            alone = node if len(said) == 1 else None
            yield self._task(tile, TextRange(start, one.span.end), one, alone)
            at = one.span.end
        yield from self._sentences(tile, TextRange(at, tile.span.end))

    def _line_before(self, at: int) -> int:
        """Give the beginning of the line that a mark ends, or of the one above a mark alone."""
        start = self._text.rfind("\n", 0, at) + 1
        if self._text[start:at].strip(_SPACE):
            return start
        end = len(self._text[:start].rstrip(_SPACE))
        return self._text.rfind("\n", 0, end) + 1

    def _task(self, tile: Provision, span: TextRange, said: _Said, node: Node | None) -> Task:
        before = self._text[span.start : said.span.start]
        after = self._text[said.span.end : span.end]
        words = self._unmarked(tile, span.start, before) + after
        found = (*said.duty.deadlines, *deadlines(before, self._written))
        days = (*found, *deadlines(after, self._written))
        made = self._made(tile, span, words, said.duty, days, node)
        return replace(made, mark=said.span)

    def _sentences(self, tile: Provision, span: TextRange) -> Iterator[Task]:
        """Give the sentences of a stretch that are tasks by themselves."""
        told = any(one.contains(span) for one in self._telling)
        if told or tile.cls is NodeClass.ARTICLE:
            return
        for match in _SENTENCE.finditer(self._text, span.start, span.end):
            place = TextRange(match.start(), match.end())
            if any(silent.overlaps(place) for silent in self._silent):
                continue
            said = self._unmarked(tile, match.start(), match[0]).strip(_SPACE)
            duty, days = self._of_sentence(said)
            if duty is None:
                continue
            if _POINTS_BACK.match(said):
                start = self._text.rfind("\n", 0, match.start()) + 1
                place = TextRange(max(span.start, start), match.end())
            words = self._unmarked(tile, place.start, place.of(self._text))
            yield self._made(tile, place, words, duty, days, self._nodes.get(tile.id))

    def _of_sentence(self, sentence: str) -> tuple[Duty | None, tuple[Deadline, ...]]:
        days = tuple(deadlines(sentence, self._written))
        firm = next((day for day in days if day.firm), None)
        duty = prose_duty(sentence)
        if duty is None and firm is not None:
            duty = dated_duty(sentence, firm.printed)
        return duty, days

    def _unmarked(self, tile: Provision, start: int, words: str) -> str:
        """Give words without the number of their provision, where they begin with it."""
        if start <= tile.span.start and tile.marker:
            return words.strip(_SPACE).removeprefix(tile.marker)
        return words

    def _made(
        self,
        tile: Provision,
        span: TextRange,
        words: str,
        duty: Duty,
        days: tuple[Deadline, ...],
        node: Node | None,
    ) -> Task:
        whole = span.of(self._text)
        start = span.start + len(whole) - len(whole.lstrip(_SPACE))
        place = TextRange(start, max(start, span.start + len(whole.rstrip(_SPACE))))
        text = words.strip(_SPACE)
        return Task(tile.id, tile.marker, tile.path, self._heading(node), text, place, duty, days)

    def _heading(self, node: Node | None) -> str:
        """Give a provision's heading with its masked characters restored."""
        if node is None or node.heading_kind not in (HeadingKind.OWN_LINE, HeadingKind.RUN_IN):
            return ""
        words = node.heading.of(self._text).strip(_SPACE).removeprefix(node.marker)
        return without_gaps(words.strip(_SPACE).rstrip("。：:")) or node.label
