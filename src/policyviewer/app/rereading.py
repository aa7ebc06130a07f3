"""Outlines that an older parser made are made anew from the stored texts."""

from __future__ import annotations

import logging
from dataclasses import replace

from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.search.lexicon import DictionaryLexicon

logger = logging.getLogger(__name__)

BATCH = 50
"""Documents read anew before they are committed: what a cancelled job does again."""


def reread(shelf: Shelf, ctx: JobContext) -> None:
    """Read every outdated document of a shelf anew; they are then promised to the index.

    The texts, the versions and what was annotated stay as they are.
    """
    outdated = shelf.documents.outdated()
    logger.info("reading %d documents anew", len(outdated))
    lexicon = DictionaryLexicon()
    for first in range(0, len(outdated), BATCH):
        ctx.step(first, len(outdated))
        ctx.token.check()
        batch = outdated[first : first + BATCH]
        shelf.promise(tuple(dict.fromkeys((*shelf.pending(), *batch))))
        with shelf.database.transaction():
            for document in batch:
                _reread(shelf, document, lexicon)


def _reread(shelf: Shelf, name: DocumentId, lexicon: DictionaryLexicon) -> None:
    document = shelf.documents.load(name)
    former = document.outline
    outline = parse(former.text, lexicon, former.tables, shelf.corrections.of(name))
    shelf.documents.save(replace(document, outline=outline))
