"""Which document a title or a number means, among many.

Titles are printed in many ways: with and without 中华人民共和国, with the year of a revision in
brackets, with blanks; a number in any brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policyviewer.domain.documents import DocumentId, DocumentName
from policyviewer.domain.front_matter import document_number
from policyviewer.domain.text import without_gaps

_STATE = "中华人民共和国"
_EDITION = re.compile(r"[（(](?:\d{4}年?)?(?:修订|修正|修改|第.{1,3}次修[订正])?(?:版|本)?[）)]$")
_ISSUED_BY = re.compile("^.{2,40}?(?=关于)")


class TitleIndex:
    """The documents of a library by title and number; the one imported last wins a tie."""

    def __init__(self, names: Iterable[DocumentName]) -> None:
        self._titles: dict[str, DocumentId] = {}
        self._numbers: dict[str, DocumentId] = {}
        self._short: dict[str, DocumentId | None] = {}
        for one in sorted(names, key=lambda one: one.imported):
            title = plain_title(one.title)
            if title:
                self._titles[title] = one.id
                self._add_short(_ISSUED_BY.sub("", title), one.id)
            if one.number:
                self._numbers[one.number] = one.id

    def find(self, title: str | None, number: str | None) -> DocumentId | None:
        """Give the document that a number names, else the one of a title, else None.

        A title may leave out the issuer (关于…的意见) where only one document is so called.
        """
        found = document_number(number) if number else None
        if found is not None and found[1] in self._numbers:
            return self._numbers[found[1]]
        if title is None:
            return None
        name = plain_title(title)
        return self._titles.get(name) or self._short.get(name)

    def _add_short(self, title: str, document: DocumentId) -> None:
        several = self._short.get(title, document) != document
        self._short[title] = None if several else document


def plain_title(title: str) -> str:
    """Give a title without what different prints add to it."""
    return _EDITION.sub("", without_gaps(title)).replace("、", "").removeprefix(_STATE)
