"""What the window can do, as it is looked for by words: a decision, made without widgets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policyviewer.search import initials
from policyviewer.search.folding import fold


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done; ``name`` is what stands for it in the program."""

    name: object
    text: str
    group: str
    key: str = ""
    enabled: bool = True


def ranked(commands: Sequence[Command], words: str, recent: Sequence[object]) -> list[Command]:
    """Give the commands that have all words, or initials, in their text or group.

    What can be used now comes first, then what was used last, then what begins with the words.
    """
    characters = frozenset("".join(one.text + one.group for one in commands))
    patterns = [_pattern(word, characters) for word in fold(words).split()]
    found = [
        one
        for one in commands
        if all(pattern.search(fold(f"{one.text} {one.group}")) for pattern in patterns)
    ]
    last = {name: place for place, name in enumerate(recent)}

    def key(one: Command) -> tuple[bool, int, bool]:
        begins = bool(patterns) and patterns[0].match(fold(one.text)) is not None
        return not one.enabled, last.get(one.name, len(last)), not begins

    return sorted(found, key=key)


def _pattern(word: str, characters: frozenset[str]) -> re.Pattern[str]:
    typed = initials.letters(word)
    also = f"|{initials.pattern(typed, characters)}" if typed else ""
    return re.compile(re.escape(word) + also)
