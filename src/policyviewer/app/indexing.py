"""Keeping a shelf's index in step with its store: what is behind is caught up, what is
damaged is built again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.records import records
from policyviewer.domain.tasks import JobContext

logger = logging.getLogger(__name__)


def mend(shelf: Shelf, ctx: JobContext) -> bool:
    """Bring the index up to the store, if it is not; gives whether there was anything to do.

    Documents that an older parser read are read anew first.

    Raises BusyIndexError when another program is at it.
    """
    if is_unused(shelf):
        return False
    if shelf.writable and shelf.documents.outdated():
        from policyviewer.app.rereading import reread  # the parser: only after an upgrade

        reread(shelf, ctx)
    if not opens(shelf):
        rebuild(shelf, ctx)
        return True
    behind = shelf.pending() if shelf.writable else ()
    if behind:
        catch_up(shelf, behind, ctx)
    return bool(behind)


def is_unused(shelf: Shelf) -> bool:
    """Say whether nothing was ever kept here, so that there is nothing to index either."""
    return not shelf.index.exists() and not shelf.documents.summaries()


def opens(shelf: Shelf) -> bool:
    """Say whether the shelf has an index that can be used."""
    from policyviewer.search.reader import IndexReader  # behind the shown window

    try:
        IndexReader([shelf.index]).close()
    except UnusableIndexError:
        return False
    return True


def rebuild(shelf: Shelf, ctx: JobContext) -> None:
    """Build the whole index anew from the store."""
    logger.info("building the index anew")
    total, documents = shelf.documents.provision_count(), shelf.documents.ids()
    from policyviewer.app.row_process import rows_of
    from policyviewer.search import writer

    with rows_of(shelf, documents) as rows:
        writer.build(shelf.index, rows, ctx, total)
    if shelf.writable:
        shelf.kept()


def catch_up(shelf: Shelf, documents: Sequence[DocumentId], ctx: JobContext) -> None:
    """Index documents as they are stored now, in place of what the index had of them."""
    from policyviewer.app.row_process import rows_of  # what writes is loaded to write
    from policyviewer.search import writer

    try:
        with rows_of(shelf, documents) as rows:
            writer.update(shelf.index, documents, rows, ctx)
    except UnusableIndexError:
        rebuild(shelf, ctx)
    else:
        shelf.kept()


def units_of_all(shelf: Shelf) -> Iterator[IndexedProvision]:
    """Give what the index is made of, for every document of the shelf."""
    for summary in shelf.documents.summaries():
        yield from records(shelf.documents.load(summary.id))
