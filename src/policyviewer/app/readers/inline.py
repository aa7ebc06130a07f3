"""Reading a file at once, in this process: what a reading process does, and trusted files need."""

from __future__ import annotations

from policyviewer.app.readers.messages import Reading
from policyviewer.domain.secrecy import secrecy_marking
from policyviewer.domain.structure import parse
from policyviewer.importers import registry
from policyviewer.search.lexicon import DictionaryLexicon


class InlineReader:
    """Reads files one at a time, without any limit but those of the importers."""

    def __init__(self) -> None:
        self._lexicon = DictionaryLexicon()

    def read(self, name: str, data: bytes) -> Reading:
        """Give what a file's bytes say; raises UnreadableDocumentError."""
        extract = registry.extract(data, name)
        return Reading(
            format=extract.format,
            outline=parse(extract.text, self._lexicon, extract.tables),
            notices=extract.notices,
            secrecy=secrecy_marking(extract.text, extract.markings),
        )
