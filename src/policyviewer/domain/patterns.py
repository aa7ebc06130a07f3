"""Regular expressions that are compiled when they are used first."""

from __future__ import annotations

import re
from typing import Any, cast

_PARTS = (
    "match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn",
    "flags", "groups", "groupindex",
)  # fmt: skip


class _Compiled:
    """Has what a compiled expression has, as attributes of its own."""


class _Waiting:
    """Becomes a :class:`_Compiled` when anything but its text is asked for: a class that has a
    ``__getattr__`` would go on to cost each call 0.1 µs, a quarter of the time of reading RTF.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for part in _PARTS:
            setattr(self, part, getattr(compiled, part))
        self.__class__ = _Compiled  # type: ignore[assignment]  # laid out alike
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a regular expression whose methods can be called as those of a compiled one.

    The program has three hundred, of which a start needs a few: compiling all of them took a
    fifth of the time that its modules take to be imported. Not to be handed to functions of ``re``.
    A wrong one raises re.error at its first use; the tests use all.
    """
    return cast("re.Pattern[str]", _Waiting(pattern, flags))


def found_by(match: re.Match[str], *patterns: re.Pattern[str]) -> bool:
    """Say whether a match comes from one of some expressions, which may not be compiled."""
    return any(match.re.pattern == one.pattern for one in patterns)
