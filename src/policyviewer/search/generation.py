"""One state of the files in a generation's folder: a table of contents and its segments."""

from __future__ import annotations

import shutil
from pathlib import Path

from whoosh.index import TOC, clean_files

from policyviewer.search import manifest
from policyviewer.search.codec import MappedStorage, PlainSegment
from policyviewer.search.manifest import NAME, FileMark, Manifest
from policyviewer.search.schema import schema


class Generation:
    """A table of contents, by its number; what Whoosh's writer asks of an index."""

    def __init__(self, folder: Path, toc: int) -> None:
        self.storage = MappedStorage(folder)
        self.indexname = NAME
        self._folder = folder
        self._toc = toc

    @classmethod
    def create(cls, folder: Path) -> Generation:
        """Make the folder with a table of contents that lists nothing."""
        folder.mkdir()
        TOC.create(MappedStorage(folder), schema(), NAME)
        return cls(folder, 0)

    def after(self, toc: int) -> Generation:
        """Give a later state of the same folder."""
        return Generation(self._folder, toc)

    def segments(self) -> list[PlainSegment]:
        """Give the segments that this state consists of."""
        return list(self._read_toc().segments)

    def manifest(self, known: dict[str, FileMark]) -> Manifest:
        """Give the marks of all files; those known are not read again."""
        prefixes = tuple(f"{segment.segment_id()}." for segment in self.segments())
        names = [entry.name for entry in self._folder.iterdir() if entry.name.startswith(prefixes)]
        names.append(f"_{NAME}_{self._toc}.toc")
        marks = manifest.marks(self._folder, names, known)
        return Manifest(self._folder.name, self._toc, marks)

    def clean(self) -> None:
        """Delete what this state does not consist of: other states, remains of dead writers."""
        clean_files(self.storage, NAME, self._toc, self.segments())
        shutil.rmtree(self._folder / f"{NAME}.tmp", ignore_errors=True)

    def _read_toc(self) -> TOC:
        return TOC.read(self.storage, NAME, gen=self._toc, schema=schema())
