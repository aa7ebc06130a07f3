"""Which document a title or a number means, among many.

Titles are printed in many ways: with and without 中华人民共和国, with the year of a revision in
brackets, with blanks; a number in any brackets.
"""

from __future__ import annotations

from collections.abc import Iterable

from policyviewer.domain.documents import DocumentId, DocumentName
from policyviewer.domain.front_matter import document_number
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import marked_otherwise, without_gaps, without_marks

_STATE = "中华人民共和国"
_EDITION = regex(r"[（(](?:\d{4}年?)?(?:修订|修正|修改|第.{1,3}次修[订正])?(?:版|本)?[）)]$")
_ISSUED_BY = regex("^.{2,40}?(?=关于)")


class TitleIndex:
    """The documents of a library by title and number; the one imported last wins a tie."""

    def __init__(self, names: Iterable[DocumentName]) -> None:
        self._titles: dict[str, list[DocumentId]] = {}
        self._numbers: dict[str, DocumentId] = {}
        self._short: dict[str, DocumentId | None] = {}
        for one in sorted(names, key=lambda one: one.imported):
            title = without_marks(plain_title(one.title))
            if title:
                self._titles.setdefault(title, []).insert(0, one.id)
                self._add_short(_ISSUED_BY.sub("", title), one.id)
            if one.number:
                self._numbers[one.number] = one.id

    def find(self, title: str | None, number: str | None) -> DocumentId | None:
        """Give the document that a number names, else the one of a title, else None.

        A title may leave out the issuer (关于…的意见) where only one document is so called.
        """
        found = self.all_of(title, number)
        return found[0] if found else None

    def all_of(self, title: str | None, number: str | None) -> list[DocumentId]:
        """Give what ``find`` finds with all others of its title, the one imported last first: a
        code may come in parts.
        """
        found = document_number(number) if number else None
        if found is not None and found[1] in self._numbers:
            return [self._numbers[found[1]]]
        if title is None:
            return []
        name = without_marks(plain_title(title))
        if name in self._titles:
            return self._titles[name]
        short = self._short.get(name)
        return [] if short is None else [short]

    def _add_short(self, title: str, document: DocumentId) -> None:
        several = self._short.get(title, document) != document
        self._short[title] = None if several else document


def keys_of(title: str) -> set[str]:
    """Give the keys by which others may name a document: its title, with and without the issuer,
    whatever marks a title in it is printed in.
    """
    plain = plain_title(title)
    names = (plain, _ISSUED_BY.sub("", plain))
    return {form(one) for one in names for form in (str, marked_otherwise, without_marks)}


def plain_title(title: str) -> str:
    """Give a title without what different prints add to it."""
    return _EDITION.sub("", without_gaps(title)).replace("、", "").removeprefix(_STATE)
