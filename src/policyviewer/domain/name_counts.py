"""How many provisions of a document name what, and what a library makes of that."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyviewer.domain.documents import Outline
from policyviewer.domain.gazetteer import Atlas
from policyviewer.domain.name_keys import key_of
from policyviewer.domain.name_reading import names_of
from policyviewer.domain.named import Named, NameKind
from policyviewer.domain.provisions import provisions


@dataclass(frozen=True, slots=True)
class FormCount:
    """A form of a name, and in how many provisions it stands."""

    text: str
    provisions: int


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name, its forms from the most frequent on, and how much has any of them."""

    kind: NameKind
    key: str
    """What its forms have in common (see ``name_keys``)."""
    forms: tuple[FormCount, ...]
    provisions: int
    documents: int = 1

    @property
    def text(self) -> str:
        """Give the form by which it is listed: the most frequent."""
        return self.forms[0].text


def counts_of(outline: Outline, atlas: Atlas) -> list[NameCount]:
    """Give the names of a document, as restored where it is masked, in the order of the text.

    What issued it counts as named where its name stands, whatever else it looks like.
    """
    text = outline.restored_text()
    tiles = [tile for tile in provisions(outline) if tile.searchable]
    starts = [tile.span.start for tile in tiles]
    places: dict[tuple[NameKind, str], dict[str, set[int]]] = {}
    named = names_of(text, atlas)
    for one in (*named, *_issuers(text, outline.metadata.issuers, named)):
        tile = bisect_right(starts, one.start) - 1
        if tile >= 0 and one.start < tiles[tile].span.end:
            forms = places.setdefault((one.kind, key_of(one.kind, one.text)), defaultdict(set))
            forms[one.text].add(tile)
    return [
        NameCount(kind, key, _forms(forms), len(set().union(*forms.values())))
        for (kind, key), forms in places.items()
    ]


def summed(counts: Iterable[NameCount]) -> list[NameCount]:
    """Give the names of several documents or shelves as those of one, the frequent first."""
    forms: dict[tuple[NameKind, str], dict[str, int]] = {}
    totals: dict[tuple[NameKind, str], list[int]] = {}
    for one in counts:
        name = (one.kind, one.key)
        known = forms.setdefault(name, {})
        for form in one.forms:
            known[form.text] = known.get(form.text, 0) + form.provisions
        total = totals.setdefault(name, [0, 0])
        total[0] += one.provisions
        total[1] += one.documents
    found = [
        NameCount(*name, _sorted(forms[name]), provisions, documents)
        for name, (provisions, documents) in totals.items()
    ]
    return ranked(found)


def ranked(counts: Iterable[NameCount]) -> list[NameCount]:
    """Give names in the order of how much has them, equals by name."""
    return sorted(counts, key=lambda one: (-one.provisions, -one.documents, one.text))


def searched(count: NameCount) -> str:
    """Give the query that finds a name in all its forms: what another form has in it is one."""
    wanted: list[str] = []
    for form in sorted((_plain(one.text) for one in count.forms), key=len):
        if form and not any(one in form for one in wanted):
            wanted.append(form)
    joined = [f"({one})" if " " in one and len(wanted) > 1 else one for one in wanted]
    return " | ".join(joined)


def _plain(name: str) -> str:
    """Give a name as it is typed: signs of the query language in it part its words."""
    return " ".join(name.translate(_SIGNS).split())


_SIGNS = str.maketrans(dict.fromkeys('“”"‘’()（）|*?-《》：:', " "))


def _issuers(text: str, issuers: Sequence[str], named: Sequence[Named]) -> Iterator[Named]:
    """Give the places of issuers that were not read as bodies."""
    read = {one.text for one in named if one.kind is NameKind.BODY}
    for issuer in issuers:
        at = -1 if issuer in read or not issuer else text.find(issuer)
        while at >= 0:
            yield Named(at, at + len(issuer), NameKind.BODY, issuer)
            at = text.find(issuer, at + len(issuer))


def _forms(places: dict[str, set[int]]) -> tuple[FormCount, ...]:
    return _sorted({text: len(tiles) for text, tiles in places.items()})


def _sorted(forms: dict[str, int]) -> tuple[FormCount, ...]:
    ranked = sorted(forms.items(), key=lambda one: (-one[1], len(one[0]), one[0]))
    return tuple(FormCount(*one) for one in ranked)
