"""Files of a folder as requests to the readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from policyviewer.app.readers.messages import Refused, Request
from policyviewer.domain.errors import UserError
from policyviewer.importers import registry
from policyviewer.importers.registry import SourceFile


def requests_of(paths: Iterable[Path]) -> Iterator[tuple[SourceFile, Request | Refused]]:
    """Give the request for each file, or the reason why its bytes cannot be had.

    Archives are opened: each file in one is asked for by itself.
    """
    for path in paths:
        for file in registry.load(path):
            if isinstance(file.data, UserError):
                yield file, Refused(file.data.text, file.data.hint)
            else:
                yield file, Request(file.name, file.data)
