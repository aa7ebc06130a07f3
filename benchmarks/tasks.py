"""Measure the tasks that are read off real documents against hand-made gold; prints a table.

The gold (golden_tasks.json) names places and bodies, made by reading the pages: brackets are
[line, column, length, lead, support], sentences [line, column, lead, support, days]; lines and
columns count from 0 in the texts that ``pages`` gives. All pages count, also those without tasks.

POLICYVIEWER_CORPUS names the corpus folder: govcn/, reports/ and laws.tar.xz in it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from pages import Page, pages
from structure import laws

from policyviewer.domain.breakdown import Task
from policyviewer.domain.structure import parse
from policyviewer.domain.task_reading import tasks_of
from policyviewer.importers.registry import extract


@dataclass
class Score:
    """Counts over all pages, and a line for every difference."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    bodies: int = 0
    days: int = 0
    differences: list[str] = field(default_factory=list)

    def told(self, name: str) -> str:
        recall, precision = self.right / max(1, self.wanted), self.right / max(1, self.found)
        return (
            f"{name:<12}{self.wanted:>6}{self.found:>7}{self.right:>7}{precision:>11.3f}"
            f"{recall:>8.3f}{self.bodies:>13}{self.days:>8}"
        )


def compare(page: Page, gold: dict[str, Any], brackets: Score, sentences: Score) -> None:
    """Add a page's comparison to the scores."""
    name = page.said["file"].removesuffix(".html")
    starts = [0, *accumulate(len(line) + 1 for line in page.text.split("\n"))]
    outline = parse(page.text, tables=page.tables)
    tasks = [
        task
        for task in tasks_of(outline)
        if not any(table.span.contains(task.span) for table in page.tables)
    ]
    marked = {task.mark.start: task for task in tasks if task.mark is not None}
    for line, column, length, lead, support in gold.get("brackets", ()):
        task = marked.pop(starts[line] + column, None)
        good = task is not None and task.mark is not None and task.mark.length >= length
        _count(brackets, f"{name} line {line}", task if good else None, lead, support, None)
    brackets.found += len(marked)
    brackets.differences += [f"{name} extra: {'、'.join(one.lead)}" for one in marked.values()]
    said = [task for task in tasks if task.mark is None]
    for line, column, lead, support, days in gold.get("sentences", ()):
        at = starts[line] + column
        task = next((one for one in said if one.span.start <= at < one.span.end), None)
        _count(sentences, f"{name} line {line}", task, lead, support, days)
        said = [one for one in said if one is not task]
    sentences.found += len(said)
    sentences.differences += [f"{name} extra: {one.provision}" for one in said]


def _count(
    score: Score,
    place: str,
    task: Task | None,
    lead: str,
    support: str,
    days: list[str | None] | None,
) -> None:
    score.wanted += 1
    if task is None:
        score.differences.append(f"{place} missing")
        return
    score.found += 1
    score.right += 1
    same = ("、".join(task.lead), "、".join(task.support)) == (lead, support)
    score.bodies += same
    if not same:
        score.differences.append(f"{place} bodies: {task.lead} {task.support}")
    if days is not None:
        dated = [one.day for one in task.deadlines] == days
        score.days += dated
        score.differences += [] if dated else [f"{place} deadlines: {task.deadlines}"]


def measure_pages(found: Iterable[Page]) -> None:
    path = Path(__file__).parent / "golden_tasks.json"
    golds = json.loads(path.read_text(encoding="utf-8"))
    brackets, sentences = Score(), Score()
    for page in found:
        compare(page, golds.get(page.said["file"].removesuffix(".html"), {}), brackets, sentences)
    print(f"{'':<12}{'gold':>6}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}", end="")
    print(f"{'same bodies':>13}{'days':>8}")
    print(brackets.told("brackets"))
    print(sentences.told("sentences"))
    for difference in (*brackets.differences, *sentences.differences):
        print(f"    {difference}")


def measure_table(corpus: Path) -> None:
    """The page whose attachment is a table of measures, read by the product's own importer."""
    path = corpus / "govcn/29.html"
    read = extract(path.read_bytes(), path.name)
    tasks = tasks_of(parse(read.text, tables=read.tables))
    print(f"rows of the table of tasks {len(tasks)}, all with bodies: {all(t.lead for t in tasks)}")


def measure_texts(name: str, texts: Iterable[str]) -> None:
    """Texts that give no tasks: everything found is told."""
    count, seconds = 0, 0.0
    found: list[Task] = []
    for text in texts:
        outline = parse(text)
        start = time.process_time()
        found += tasks_of(outline)
        seconds += time.process_time() - start
        count += 1
    print(f"{name:<12}{count} texts, {len(found)} tasks, {seconds:.1f} s of CPU")
    for task in found:
        print(f"    {task.provision} {task.name}: {'、'.join(task.duty.names)} {task.deadline}")


def main() -> int:
    folder = os.environ.get("POLICYVIEWER_CORPUS")
    if not folder:
        print("Set POLICYVIEWER_CORPUS to the corpus folder.", file=sys.stderr)
        return 2
    corpus = Path(folder)
    measure_pages(pages(corpus))
    measure_table(corpus)
    reports = sorted((corpus / "reports").iterdir())
    measure_texts("reports", (path.read_text(encoding="utf-8") for path in reports))
    measure_texts("laws", laws(corpus).values())
    return 0


if __name__ == "__main__":
    sys.exit(main())
