"""Tags as a whole: how often each is used, its colour, other names for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from policyviewer.app.annotating import AnnotationService
from policyviewer.domain.annotations import Colour
from policyviewer.domain.errors import UserError
from policyviewer.domain.tags import colour_of, renamed
from policyviewer.storage.tags import TagStore


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, how many annotations have it, and its colour."""

    name: str
    count: int
    colour: Colour


class TagService:
    """Lists, colours and renames tags; every method raises StorageError when notes fail."""

    def __init__(self, store: TagStore, annotating: AnnotationService) -> None:
        self._store = store
        self._annotating = annotating

    def tags(self) -> list[TagUse]:
        """Give the tags in use, the most frequent first."""
        chosen = self._store.colours()
        counts = Counter(tag for one in self._annotating.all() for tag in one.tags)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [TagUse(name, count, colour_of(name, chosen)) for name, count in ordered]

    def colours(self) -> Mapping[str, Colour]:
        """Give the colours that the user chose; others follow from the names."""
        return self._store.colours()

    def recolour(self, tag: str, colour: Colour) -> None:
        """Give a tag a colour."""
        self._store.set_colour(tag, colour)

    def rename(self, old: str, new: str) -> int:
        """Give a tag another name, that of another tag too: then the two are one; give how many
        annotations had it. One step, which can be taken back.

        Raises UserError where the new name cannot be a tag.
        """
        name = new.strip().lstrip("#")
        if not name or any(sign.isspace() or sign in ",，、" for sign in name):
            raise UserError(f"“{new}”不能作标签。", "标签里不能有空格和逗号，也不能是空的。")
        colour = self._store.colours().get(old)
        count = self._annotating.retag("标签改名", old, lambda tags: renamed(tags, old, name))
        if colour is not None and name not in self._store.colours():
            self._store.set_colour(name, colour)
        return count

    def remove(self, tag: str) -> int:
        """Take a tag away from all annotations, in one step; give how many had it."""
        return self._annotating.retag("去掉标签", tag, lambda tags: renamed(tags, tag, ""))
