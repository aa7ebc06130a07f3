"""Places, bodies and projects that a text names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a name is of."""

    PLACE = "place"
    BODY = "body"
    PROJECT = "project"


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A name where it stands: ``start`` to ``end`` in code points of the text."""

    start: int
    end: int
    kind: NameKind
    text: str
