"""What has been laid out for paper."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.ui.paper.faces import Substitution
from policyviewer.ui.paper.notes import PrintedNote
from policyviewer.ui.paper.paging import Page


@dataclass(frozen=True, slots=True)
class Print:
    """Pages that are ready to be painted, in any thread."""

    title: str
    pages: tuple[Page, ...]
    notes: tuple[PrintedNote, ...]
    substitutions: tuple[Substitution, ...]
