"""Words of a document on what Qt gives a key to: buttons, tabs and menus."""

from __future__ import annotations


def plain(words: str) -> str:
    """Give words in which no & marks a key: R&D stays R&D."""
    return words.replace("&", "&&")
