"""The annotations outside the trash, kept in memory: read whole once, and then what has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable

from policyviewer.domain.annotations import Annotation, AnnotationId
from policyviewer.search.folding import fold
from policyviewer.storage.annotations import Changes


class NoteStock:
    """Annotations with the keys by which words are found in them; any thread may ask."""

    def __init__(self, changed_since: Callable[[int], Changes]) -> None:
        self._changed_since = changed_since
        self._lock = threading.Lock()
        self._annotations: dict[AnnotationId, Annotation] = {}
        self._keys: dict[AnnotationId, tuple[Annotation, str]] = {}
        self._last = 0

    def all(self) -> list[Annotation]:
        """Give the annotations as they are now."""
        with self._lock:
            changes = self._changed_since(self._last)
            for one in changes.annotations:
                self._keys.pop(one.id, None)
                if one.deleted is None:
                    self._annotations[one.id] = one
                else:
                    self._annotations.pop(one.id, None)
            self._last = changes.last
            return list(self._annotations.values())

    def key(self, one: Annotation) -> str:
        """Give what words are looked for in."""
        known = self._keys.get(one.id)
        if known is None or known[0] is not one:  # who asks may go through the former ones still
            known = self._keys[one.id] = (one, key_of(one))
        return known[1]


def key_of(one: Annotation) -> str:
    """Give the folded words of an annotation: the user's, those marked, the source and the tags."""
    target = one.target
    return fold("\n".join((one.text, target.quote.exact, target.citation, target.title, *one.tags)))
