"""What a query asks for, as a tree: leaves to look for, joined by and, or and not.

:func:`decide` is the rule itself, and what an index is measured by: an index may use whatever
finds the same provisions faster (see the ``grams`` of the leaves).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from policyviewer.domain.document_numbers import names
from policyviewer.domain.queries import Expansion, IndexedProvision, SearchFilter
from policyviewer.search import filters
from policyviewer.search.facts import facts
from policyviewer.search.folding import fold
from policyviewer.search.leaves import Leaf, Near, Pattern, Text, tester
from policyviewer.search.rows import keys


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the document of a provision must be: 机关, 年份, 标题."""

    wanted: SearchFilter = field(default_factory=SearchFilter)
    title: str = ""
    """A part of the title, folded."""
    number: str = ""
    """A 发文字号 as typed, the year and brackets left out or not."""


@dataclass(frozen=True, slots=True)
class All:
    """Every part must be met; without parts, everything is."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One part must be met."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not be met."""

    part: Node


Node = Text | Pattern | Near | Fact | All | Either | Not
Decision = Callable[[IndexedProvision, Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Expression:
    """A query that was read."""

    root: All = field(default_factory=All)
    exact: bool = field(default=False, compare=False)
    """Whether an operator was used: who does is not asking a question."""
    boundless: bool = field(default=False, compare=False)
    """Whether a word was all wildcards; such words are left out."""
    expansions: tuple[Expansion, ...] = field(default=(), compare=False)
    """Words that also stand for others."""

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Give what may stand in a hit, each once."""
        return tuple(dict.fromkeys(_positive(self.root)))

    @property
    def wanted(self) -> tuple[str, ...]:
        """Give every text that may stand in a hit, each once."""
        return tuple(dict.fromkeys(text for leaf in self.leaves for text in leaf.texts))

    @property
    def size(self) -> int:
        """Give the number of texts and facts that differ, those that are excluded too."""
        return sum(map(_size, set(_ends(self.root))))

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is asked for at all."""
        return not self.root.parts

    @property
    def only_excludes(self) -> bool:
        """Say whether it only tells what is not wanted."""
        return bool(self.root.parts) and all(isinstance(one, Not) for one in self.root.parts)

    @property
    def words(self) -> tuple[Node, ...]:
        """Give the parts that ask for words, which may be left out when nothing has them all."""
        asked = (one for one in self.root.parts if next(_positive(one), None) is not None)
        return tuple(dict.fromkeys(asked))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Give the facts that every hit must meet."""
        return tuple(one for one in self.root.parts if isinstance(one, Fact))

    def without(self, left_out: Sequence[Node]) -> Expression:
        """Give the expression without some of its words."""
        parts = tuple(one for one in self.root.parts if one not in left_out)
        return replace(self, root=All(parts))

    def with_word(self, word: str, other: str) -> Expression:
        """Give the expression with another word (both folded) in the place of one."""
        parts = tuple(_with_word(part, word, other) for part in self.root.parts)
        return replace(self, root=All(parts))

    def matches(self, record: IndexedProvision) -> bool:
        """Say whether a provision is a hit; for many of them see ``decide``."""
        return decide(self.root)(record, keys(record))


def every(*groups: Sequence[str], excluded: Sequence[str] = ()) -> Expression:
    """Give the expression of which every group has a text that must stand, ``excluded`` none."""
    wanted = (_one_of([Text((text,)) for text in group]) for group in groups)
    return Expression(All((*wanted, *(Not(Text((text,))) for text in excluded))))


def _with_word(node: Node, word: str, other: str) -> Node:
    if isinstance(node, All):
        return All(tuple(_with_word(part, word, other) for part in node.parts))
    if isinstance(node, Either):
        return Either(tuple(_with_word(part, word, other) for part in node.parts))
    return Text((other,)) if isinstance(node, Text) and node.shown == word else node


def _one_of(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def decide(node: Node) -> Decision:
    """Give the rule that says of a provision, and its keys, whether it meets a node."""
    if isinstance(node, Fact):
        holds = fact(node)
        return lambda record, _keys: holds(record)
    if isinstance(node, Not):
        excluded = decide(node.part)
        return lambda record, texts: not excluded(record, texts)
    if isinstance(node, All | Either):
        rules = [decide(part) for part in node.parts]
        join = all if isinstance(node, All) else any
        return lambda record, texts: join(rule(record, texts) for rule in rules)
    stands = tester(node)
    return lambda _record, texts: any(map(stands, texts))


def fact(node: Fact) -> Callable[[IndexedProvision], bool]:
    """Give the question whether a provision's document is as a fact tells."""
    asked = tuple(filters.conditions(node.wanted).values())

    def holds(record: IndexedProvision) -> bool:
        if node.title and node.title not in fold(record.title):
            return False
        if node.number and not names(node.number, record.document_number):
            return False
        if not asked:
            return True
        told = facts(record)
        return all(condition(told) for condition in asked)

    return holds


def shown(node: Node) -> str:
    """Give a node of words as the user may have typed it."""
    if isinstance(node, All | Either):
        blank = " " if isinstance(node, All) else "|"
        return blank.join(dict.fromkeys(filter(None, map(shown, node.parts))))
    return "" if isinstance(node, Fact | Not) else node.shown


def _positive(node: Node) -> Iterator[Leaf]:
    if isinstance(node, All | Either):
        for part in node.parts:
            yield from _positive(part)
    elif not isinstance(node, Fact | Not):
        yield node


def _ends(node: Node) -> Iterator[Node]:
    if isinstance(node, All | Either):
        for part in node.parts:
            yield from _ends(part)
    elif isinstance(node, Not):
        yield from _ends(node.part)
    else:
        yield node


def _size(end: Node) -> int:
    """Give how many texts a leaf is made of; spellings of one are one."""
    if isinstance(end, Near):
        return sum(map(_size, (*end.first, *end.second)))
    return len(end.texts) if isinstance(end, Pattern) else 1
