"""How a search is narrowed down and widened again: every step gives a new query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.facet_labels import value_label, years_text
from policyviewer.domain.queries import (
    FACET_NAMES,
    Expansion,
    Facet,
    FacetName,
    Order,
    SearchFilter,
    SearchPage,
    SearchQuery,
)
from policyviewer.ui.translation import noop, tr

ORDERS = {
    Order.RELEVANCE: noop("按相关度"),
    Order.DATE: noop("按日期"),
    Order.DOCUMENT: noop("按文件顺序"),
}
Labels = Mapping[tuple[FacetName, str], str]
_SHOWN = 16
"""Characters of a value on a chip."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that shapes a search, shown as a chip, and the query without it."""

    text: str
    tip: str
    without: SearchQuery


def effective(query: SearchQuery) -> SearchQuery | None:
    """Give what is searched for: of an empty box the words searched for before; None for
    nothing at all.
    """
    if query.text.strip():
        return query
    if not query.within:
        return None
    return replace(query, text=query.within[-1], within=query.within[:-1])


def deepened(query: SearchQuery) -> SearchQuery:
    """Give the query that waits for words to be found among the hits of the present one."""
    text = query.text.strip()
    if not text or text in query.within:
        return replace(query, text="")
    return replace(query, text="", within=(*query.within, text))


def toggled(query: SearchQuery, name: FacetName, value: str) -> SearchQuery:
    """Give the query with a value of a facet chosen, or no longer chosen."""
    wanted = query.wanted
    if name is FacetName.YEAR:
        return replace(query, wanted=replace(wanted, years=_years(wanted.years, int(value))))
    field, chosen = _FIELDS[name], values(wanted, name)
    kept = tuple(one for one in chosen if one != value)
    if len(kept) == len(chosen):
        kept = (*chosen, DocumentId(value))
    changes = {field: kept}
    return replace(query, wanted=replace(wanted, **changes))  # type: ignore[arg-type]


def widened(query: SearchQuery, more: Expansion) -> SearchQuery:
    """Give the query in which a word also finds others, besides those that it finds already."""
    before = next((one.added for one in query.widened if one.written == more.written), ())
    others = tuple(one for one in query.widened if one.written != more.written)
    added = tuple(dict.fromkeys((*before, *more.added)))
    return replace(query, widened=(*others, Expansion(more.written, added)))


def cleared(query: SearchQuery) -> SearchQuery:
    """Give the query of the words alone."""
    kept = effective(query) or query
    return replace(
        SearchQuery(kept.text, kept.limit, kept.order), facets=kept.facets, suggest=kept.suggest
    )


def choices(query: SearchQuery, page: SearchPage | None, labels: Labels) -> list[Choice]:
    """Give everything that shapes a search, in the order in which it is thought of."""
    return [
        *_within(query),
        *_filters(query, labels),
        *_widenings(query),
        *_expansions(query, page),
    ]


def labels_of(facets: Iterable[Facet]) -> dict[tuple[FacetName, str], str]:
    """Give how the values of facets are shown."""
    return {(facet.name, one.value): one.label for facet in facets for one in facet.values}


def values(wanted: SearchFilter, name: FacetName) -> tuple[str, ...]:
    """Give the chosen values of a facet that is no range."""
    found: tuple[str, ...] = getattr(wanted, _FIELDS[name])
    return found


_FIELDS = {
    FacetName.ISSUER: "issuers",
    FacetName.LEVEL: "levels",
    FacetName.KIND: "kinds",
    FacetName.STATUS: "statuses",
    FacetName.DOCUMENT: "documents",
}


def _years(chosen: tuple[int | None, int | None] | None, year: int) -> tuple[int, int] | None:
    """Give the years with another one: they stay one stretch, which a year at its end leaves."""
    first, last = chosen or (None, None)
    if first is None or last is None:
        return year, year
    if first == last == year:
        return None
    if not first <= year <= last:
        return min(first, year), max(last, year)
    if year == first:
        return first + 1, last
    return (first, last - 1) if year == last else (year, year)


def _within(query: SearchQuery) -> list[Choice]:
    before = query.within
    return [
        Choice(
            tr("先检索：{words}").format(words=_cut(text)),
            tr("只在“{text}”的结果中检索").format(text=text),
            replace(query, within=before[:at] + before[at + 1 :]),
        )
        for at, text in enumerate(before)
    ]


def _filters(query: SearchQuery, labels: Labels) -> list[Choice]:
    made = []
    for name, title in FACET_NAMES.items():
        if name is FacetName.YEAR:
            made += _span(query)
            continue
        for value in values(query.wanted, name):
            label = labels.get((name, value)) or value_label(name, value)
            chip = f"{title}：{_cut(label)}"
            made.append(Choice(chip, f"{title}：{label}", toggled(query, name, value)))
    return made


def _span(query: SearchQuery) -> list[Choice]:
    if query.wanted.years is None:
        return []
    words = years_text(query.wanted.years)
    without = replace(query, wanted=replace(query.wanted, years=None))
    return [
        Choice(
            tr("年份：{words}").format(words=words),
            tr("年份：{words}").format(words=words),
            without,
        )
    ]


def _widenings(query: SearchQuery) -> list[Choice]:
    return [
        Choice(
            tr("{written}，也找{words}").format(
                written=one.written, words=_cut("、".join(one.added))
            ),
            tr("“{written}”也按“{added}”查找").format(
                written=one.written, added="、".join(one.added)
            ),
            replace(query, widened=tuple(each for each in query.widened if each != one)),
        )
        for one in query.widened
        if one.written in query.text
    ]


def _expansions(query: SearchQuery, page: SearchPage | None) -> list[Choice]:
    also = [_also(query, one) for one in (page.expansions if page is not None else ())]
    return also + [
        Choice(
            tr("只找：{words}").format(words=_cut(word)),
            tr("“{word}”现在只按原样查找").format(word=word),
            replace(query, literal=tuple(one for one in query.literal if one != word)),
        )
        for word in query.literal
        if word in query.text
    ]


def _also(query: SearchQuery, one: Expansion) -> Choice:
    added = "、".join(one.added)
    return Choice(
        tr("{written}，也找{words}").format(written=one.written, words=_cut(added)),
        tr("“{written}”也按“{added}”查找；去掉就只找“{written}”").format(
            written=one.written, added=added
        ),
        replace(query, literal=(*query.literal, one.written)),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
