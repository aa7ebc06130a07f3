"""The fields of the index; any change of them, or of the keys, raises the manifest's
SCHEMA_VERSION.

``grams`` and ``words`` hold the title, the headings above and the text of a provision, in one
field each and without positions: so ranked best, and phrases are decided on the text itself.
``key`` is that text as folded, and what a query is compared with. Beside each segment stand
arrays of the same postings, and the facts of its documents (see
:mod:`policyviewer.search.sidecar`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from typing_extensions import override
from whoosh import columns, fields, formats

from policyviewer.search.analyzer import GramAnalyzer, WordAnalyzer

Posting = tuple[bytes, int, float, bytes]


class CountedTerms(fields.FieldType):  # type: ignore[misc]  # Whoosh is untyped
    """A scored field whose terms the caller has cut; a posting weighs how often it occurs."""

    def __init__(self, analyzer: GramAnalyzer | WordAnalyzer) -> None:
        super().__init__(formats.Existence(), analyzer, scorable=True)

    @override
    def index(self, value: str | Sequence[str], **kwargs: Any) -> Iterator[Posting]:
        terms = self.analyzer.terms(value) if isinstance(value, str) else value
        for term, count in Counter(terms).items():
            yield term.encode("utf-8", "surrogatepass"), count, float(count), b""


def schema() -> fields.Schema:
    """Give the fields as Whoosh wants them."""
    return fields.Schema(
        document=fields.ID(),
        words=CountedTerms(WordAnalyzer()),
        grams=CountedTerms(GramAnalyzer()),
        key=fields.COLUMN(columns.VarBytesColumn()),
        record=fields.STORED(),
    )
