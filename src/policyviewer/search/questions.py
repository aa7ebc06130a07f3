"""Whether a query is a question in plain language, to be answered by what comes near."""

from __future__ import annotations

import re

LONG = 8
"""Characters from which a text that nowhere stands is read as a question."""
_ASKS = re.compile(
    "吗|呢|怎么|怎样|怎办|咋|如何|什么|为啥|为何|哪些|哪个|哪里|哪种|多少|多久|多长时间|几天|几年"
    r"|是否|能否|可否|能不能|可不可以|可以不|要不要|有没有|是不是|会不会|算不算|谁|[?\uff1f]\s*$"
)


def asks(text: str) -> bool:
    """Say whether a text has the words of a question."""
    return _ASKS.search(text) is not None
