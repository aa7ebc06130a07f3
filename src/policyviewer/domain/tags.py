"""Tags of annotations: how they are written, and the colour that each has."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from policyviewer.domain.annotations import Colour

_COLOURS = tuple(Colour)


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Give tags without blanks around them, each once."""
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def renamed(tags: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    """Give tags with one called otherwise; with "" for a new name it is taken away."""
    return clean_tags(new if tag == old else tag for tag in tags)


def colour_of(tag: str, chosen: Mapping[str, Colour]) -> Colour:
    """Give the colour that the user chose for a tag, or else one that its name leads to."""
    return chosen.get(tag) or _COLOURS[zlib.crc32(tag.encode("utf-8", "replace")) % len(_COLOURS)]
