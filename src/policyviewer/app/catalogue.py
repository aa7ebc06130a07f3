"""Which documents come with the program, and whether a built shelf of them is current.

A release ships the built shelf; elsewhere it is made on the first start. Its manifest names
the sources and the program's schemas, so an upgrade never reads yesterday's index.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from policyviewer.app.atomic import read_json
from policyviewer.domain.documents import PARSER_VERSION, DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.search.manifest import SCHEMA_VERSION

CATALOGUE = "library.toml"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class BundledFile:
    """One document of the bundled library: an id that outlives its revisions, and its file."""

    id: DocumentId
    path: Path


def catalogue(sources: Path) -> tuple[BundledFile, ...]:
    """Give the bundled documents in their order.

    Raises UserError when the catalogue is missing or is not what it should be.
    """
    try:
        table = tomllib.loads((sources / CATALOGUE).read_text(encoding="utf-8"))
        return tuple(
            BundledFile(DocumentId(str(entry["id"])), sources / str(entry["file"]))
            for entry in table["document"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            "程序自带的文库目录缺失或已损坏。", "请重新安装程序；您自己的文件和批注不受影响。"
        ) from error


def is_current(folder: Path, sources: Path) -> bool:
    """Say whether a built shelf belongs to these sources and to this program."""
    return read_json(folder / MANIFEST) == manifest(sources)


def manifest(sources: Path) -> dict[str, object]:
    """Give what a shelf built from these sources by this program must say of itself."""
    files = [sources / CATALOGUE, *(file.path for file in catalogue(sources))]
    return {
        "schema": SCHEMA_VERSION,
        "parser": PARSER_VERSION,
        "sources": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
            if path.is_file()
        },
    }
