"""What is asked of the full-text search, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange


class Order(StrEnum):
    """How hits are sorted."""

    RELEVANCE = "relevance"
    DATE = "date"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What hits must have besides the words; an empty field asks for nothing.

    ``years`` are a first and a last year of writing, both included, either one open (None).
    """

    issuers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    day: str | None = None
    """The day (ISO) on which the statuses are to hold; today when None."""
    years: tuple[int | None, int | None] | None = None
    levels: tuple[str, ...] = ()
    """Levels of the issuers (see :class:`policyviewer.domain.levels.Level`)."""
    documents: tuple[DocumentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word of the query that also finds others, as ``渝`` finds 重庆."""

    written: str
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Words to find; ``limit`` None asks for every hit, ``offset`` leaves out the first ones.

    ``within`` are queries that hits must answer too: a search within their results.
    ``literal`` are words that are not to be expanded (see :class:`Expansion`); ``facets`` asks
    for the counts by which hits can be narrowed down.
    """

    text: str
    limit: int | None = 20
    order: Order = Order.RELEVANCE
    wanted: SearchFilter = field(default_factory=SearchFilter)
    offset: int = 0
    within: tuple[str, ...] = ()
    literal: tuple[str, ...] = ()
    facets: bool = False
    suggest: bool = False
    """Whether to look for what was meant, where something stands nowhere as it was typed, and for
    the short names of provinces.
    """
    widened: tuple[Expansion, ...] = ()
    """Words that are to find others too, because the user chose so."""


@dataclass(frozen=True, slots=True)
class IndexedProvision:
    """One unit of the index: a provision with all that a result list shows of it.

    ``text`` is as printed, ``restored`` the same with masked characters put back; both have
    the same length, and ``start`` is where they begin in the document's stored text.
    """

    document: DocumentId
    title: str
    source: str
    provision: str
    marker: str
    path: tuple[str, ...]
    citation: str
    start: int
    text: str
    restored: str
    ordinal: int
    """The place of the provision in its document, from 0."""
    issuers: tuple[str, ...] = ()
    document_number: str = ""
    kind: str = ""
    effective: str = ""
    expires: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A provision that answers a query.

    ``highlights`` count code points of ``excerpt``, ``matches`` of the document's text.
    """

    document: DocumentId
    title: str
    source: str
    provision: str
    marker: str
    path: tuple[str, ...]
    citation: str
    score: float
    excerpt: str
    highlights: tuple[TextRange, ...]
    matches: tuple[TextRange, ...]


class FacetName(StrEnum):
    """What hits can be narrowed down by."""

    ISSUER = "issuer"
    LEVEL = "level"
    YEAR = "year"
    KIND = "kind"
    STATUS = "status"
    DOCUMENT = "document"


FACET_NAMES = {
    FacetName.ISSUER: "机关",
    FacetName.LEVEL: "层级",
    FacetName.YEAR: "年份",
    FacetName.KIND: "文种",
    FacetName.STATUS: "效力",
    FacetName.DOCUMENT: "文件",
}
"""What the facets are called in lists."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that hits have, how it is shown, and how many hits have it.

    The count is of hits without regard to the facet's own filter: what one would get.
    """

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a facet: the most frequent first, years from the latest."""

    name: FacetName
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short name, and how many provisions have it besides what else is asked for."""

    text: str
    count: int
    clear: bool = True
    """False for a letter that mostly means something else: 云 of 云南."""


@dataclass(frozen=True, slots=True)
class ShortForms:
    """What a word of the query, a province, is written as elsewhere: 渝, 渝黔, 成渝 for 重庆."""

    written: str
    forms: tuple[ShortForm, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some hits of a query, and how many there are in all.

    ``complete`` says that ``total`` counts every provision in which the words stand;
    ``hint`` is a Chinese sentence for a query that could not be answered as it is;
    ``suggestions`` are queries that find something, where this one is perhaps misspelled;
    ``short_forms`` what the query can be widened by.
    """

    query: SearchQuery
    total: int
    complete: bool
    elapsed_ms: float
    hits: tuple[SearchHit, ...]
    hint: str = ""
    facets: tuple[Facet, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    suggestions: tuple[str, ...] = ()
    short_forms: tuple[ShortForms, ...] = ()
