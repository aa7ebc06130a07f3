"""The tasks of a document (任务分解): what is to be done, by whom and by when."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.bodies import concerns
from policyviewer.domain.deadlines import Deadline
from policyviewer.domain.documents import NodeClass
from policyviewer.domain.duties import Duty
from policyviewer.domain.headings import shortened
from policyviewer.domain.markers import marker_of
from policyviewer.domain.ranges import TextRange

_SECTIONS = frozenset({NodeClass.L1, NodeClass.L2, NodeClass.L3, NodeClass.L4, NodeClass.L5})


@dataclass(frozen=True, slots=True)
class Task:
    """One task: ``text`` are its words without marker and bracket, ``span`` is its place."""

    provision: str
    marker: str
    """The number of its provision or row, as printed."""
    path: tuple[str, ...]
    """The headings above it, outermost first."""
    heading: str
    """The heading of its provision, or its first cell; empty where it has none of its own."""
    text: str
    span: TextRange
    duty: Duty
    deadlines: tuple[Deadline, ...] = ()
    mark: TextRange | None = None
    """The bracket or label that names the bodies; None for rows of tables and sentences."""

    @property
    def place(self) -> str:
        """Give its number with those of the sections above it: 二、（一）; 第五条 of an article."""
        above = (marker_of(heading) for heading in self.path)
        sections = [one.text for one in above if one is not None and one.cls in _SECTIONS]
        return "".join((*sections, self.marker))

    @property
    def name(self) -> str:
        """Give what it is called: its heading, or how its words begin."""
        return self.heading or shortened(self.text.partition("\n")[0])

    @property
    def details(self) -> str:
        """Give its words without the heading that they begin with."""
        rest = self.text.removeprefix(self.heading) if self.heading else self.text
        return rest.lstrip("。：: \n\u3000")

    @property
    def lead(self) -> tuple[str, ...]:
        """Give the bodies that lead, or answer for it together."""
        return self.duty.lead

    @property
    def support(self) -> tuple[str, ...]:
        """Give the bodies that support."""
        return self.duty.support

    @property
    def deadline(self) -> str:
        """Give the deadlines as printed; empty where there is none."""
        return "；".join(dict.fromkeys(one.printed for one in self.deadlines))

    def due(self, today: str) -> str | None:
        """Give the next known day by which something is due; the last one when all are past."""
        days = sorted(one.day for one in self.deadlines if one.day)
        return next((day for day in days if day >= today), days[-1] if days else None)

    def concerns(self, body: str) -> bool:
        """Say whether a body has a part in it, by a piece of its name or at whatever level."""
        return any(concerns(name, body.strip()) for name in self.duty.names)
