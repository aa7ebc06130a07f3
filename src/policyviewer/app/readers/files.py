"""Files of a folder as requests to the readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from policyviewer.app.readers.messages import Refused, Request
from policyviewer.domain.errors import UserError
from policyviewer.domain.names import readable
from policyviewer.importers import registry


def requests_of(paths: Iterable[Path]) -> Iterator[tuple[Path, Request | Refused]]:
    """Give the request for each file, or the reason why its bytes cannot be had."""
    for path in paths:
        try:
            yield path, Request(readable(path.name), registry.bytes_of(path))
        except UserError as error:
            yield path, Refused(error.text, error.hint)
