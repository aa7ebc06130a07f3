"""Whether a query is a question in plain language, to be answered by what comes near."""

from __future__ import annotations

from policyviewer.domain.patterns import regex

LONG = 8
"""Characters from which a text that nowhere stands is read as a question."""
_ASKS = regex(
    "吗|呢|怎么|怎样|怎办|咋|如何|什么|为啥|为何|哪些|哪个|哪里|哪种|多少|多久|多长时间|几天|几年"
    r"|是否|能否|可否|能不能|可不可以|可以不|要不要|有没有|是不是|会不会|算不算|谁|[?\uff1f]\s*$"
)


def asks(text: str) -> bool:
    """Say whether a text has the words of a question."""
    return _ASKS.search(text) is not None


_EMPTY = regex(
    "请问|我想知道|怎么办|怎么样|怎么|怎样|如何|什么时候|什么|哪些|哪种|哪个|哪里|哪|是否|能否|可否"
    "|能不能|可不可以|可以|是不是|有没有|会不会|要不要|应该|应当|需要|多少|多久|为什么|为何|如果"
    "|要是|但是|而且|并且|或者|自己|的话|[吗呢吧啊了的是有我你他她它们这那和与及或在对被把将能会要还就都也时后中不]"
)
"""Words that make a question, or hold a sentence together, and say nothing of what it is about."""


def content(question: str) -> str:
    """Give a folded question with blanks in the place of words that say nothing."""
    return _EMPTY.sub(" ", question)
