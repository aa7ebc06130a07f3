"""Places that a note names: 《道路条例》第三条第二款, or 第三条 of the text it stands beside."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.numerals import CHINESE, WIDE_DIGITS
from policyviewer.domain.patterns import regex

_N = rf"(?:[0-9{WIDE_DIGITS}]{{1,4}}|[{CHINESE}]{{1,9}})"
_CLAUSE = rf"第{_N}(?:条(?:之{_N})?|部分|章(?:第{_N}节)?)(?:第{_N}款)?(?:第[（(]?{_N}[）)]?项)?"
_LINK = regex(rf"《(?P<title>[^《》\n]{{2,80}})》(?P<of>{_CLAUSE})?|(?P<own>{_CLAUSE})")
MOST = 6
"""Links of a note that are shown."""


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A place as it is written; ``title`` is empty for the document itself, ``clause`` for the
    whole of another.
    """

    title: str
    clause: str

    @property
    def words(self) -> str:
        """Give the place as one writes it."""
        return f"《{self.title}》{self.clause}" if self.title else self.clause


def links_in(note: str) -> list[NoteLink]:
    """Give the places that a note names, each once, at most six."""
    found = (
        NoteLink(match["title"] or "", match["of"] or match["own"] or "")
        for match in _LINK.finditer(note)
    )
    links: dict[NoteLink, None] = {}
    for link in found:
        links[link] = None
        if len(links) == MOST:
            break
    return list(links)
