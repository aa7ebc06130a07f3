"""The words that masked characters are read by."""

from __future__ import annotations

from policyviewer.domain.masks import Restorer


class DictionaryLexicon(Restorer):
    """The built-in vocabulary."""
