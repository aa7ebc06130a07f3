"""When a document is in force, by its own clauses: 自…起施行, 有效期五年, …同时废止.

The forms are those of the 《立法技术规范（试行）（一）》 on final clauses and of the clauses that
normative documents must have; they were measured on 3,474 laws and regulations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyviewer.domain.dates import DATE, iso, later
from policyviewer.domain.front_matter import NUMBER
from policyviewer.domain.numerals import CHINESE, number
from policyviewer.domain.patterns import regex

_NUMERAL = rf"[\d{CHINESE}]{{1,3}}"
_FROM, _TO, _UNTIL = (
    DATE.pattern.replace("?P<", f"?P<{name}_") for name in ("from", "to", "until")
)
_IN_FORCE = "(?:正式)?(?:施行|实施|执行|实行|生效|试行)"
_OWN = r"(?:本[\u4e00-\u9fff]{1,8}?|[上述以]{2}[\u4e00-\u9fff]{1,8}?|《[^《》]{2,80}》)?"
_BEGINS = rf"(?:^|[。；;，,、条（(\s])\s*{_OWN}(?:从|自|于)?"
_FIXED = regex(
    rf"{_BEGINS}\s*{_FROM}(?:零时)?\s*起?(?:至{_TO}止?)?{_IN_FORCE}"
    rf"(?:[，,]?至{_UNTIL})?"
)
_RELATIVE = regex(
    rf"{_BEGINS}(?:公布|发布|印发|颁布|下发|通过|批准|签发|发文|公告)之日"
    rf"(?:起)?(?:(?P<after>满?(?P<count>{_NUMERAL})(?P<unit>日|天|个月))后?)?(?:起|后)?{_IN_FORCE}"
)
_LASTS = regex(
    rf"(?:^|[。；;，,（(\s]|{_OWN}(?:的)?)(?:有效期|有效期限|试行期|试行期限|施行期限|执行期限|实施期限|暂行期限)(?:限)?"
    rf"(?:为|暂定为?|是|定为)?(?:(?P<count>{_NUMERAL})(?P<unit>年(?!{_NUMERAL}\s*月)|个月)"
    rf"(?:零?(?P<more>{_NUMERAL})个月)?"
    rf"|自?(?:{_FROM})?起?(?:至|到|截至|截止到?|截止至){_UNTIL})"
)
_OWN_SUBJECT = regex(r"本[\u4e00-\u9fff]{1,8}")
_REPEALED = regex(
    "(?:同时|即行|一并|予以|相应|自行|日起)(?:废止|失效)|(?:同时|即行|一并|日起)停止执行"
)
_TITLE = r"《((?:[^《》]|《[^《》]*》)+)》"
_PART = rf"(?:[（(][^（）()]*[）)])?(?:第[\d{CHINESE}]|[中里]|的?(?:部分|有关|相关|个别))"
"""What follows a title of which only a part is meant."""
_WHOLE = regex(rf"{_TITLE}(?!{_PART})")
_ENDS = regex(rf"废止((?:{_TITLE}(?!{_PART})(?:[（(][^（）()]*[）)])?[、和及与]?)+)")
"""A decision that names what it ends: 决定废止《甲办法》《乙办法》等2件规章."""
_ARTICLE = regex(r"^第.{1,8}?条[ \u3000]+")
_ENDED = regex("[^。；\n]*")
_WORDS = regex("施行|实施|执行|实行|生效|试行|有效期|期限|废止|失效")
_LIMITED = ("有效期", "试行期", "期限")


@dataclass(frozen=True, slots=True)
class Validity:
    """What the final clauses say; dates are ISO, ``expires`` is the last day in force."""

    effective: str | None = None
    expires: str | None = None
    printed: tuple[str, ...] = ()
    repeals: tuple[str, ...] = ()


def validity_of(lines: Sequence[str], published: str | None, note: str = "") -> Validity:
    """Read the clauses in a text's lines, else in the ``note`` below its title.

    ``published`` is the day that 公布之日 means.
    """
    effective = expires = None
    printed: list[str] = []
    repeals: list[str] = []
    for sentence in _sentences((*lines, note.strip("（）()"))):
        begins = _effective(sentence, published)
        effective = effective or begins
        ends = _expires(sentence, effective or published, begun=begins is not None)
        expires = expires or ends
        if begins or ends:
            printed.append(_ARTICLE.sub("", sentence))
        repeals += _repealed(sentence)
    return Validity(effective, expires, tuple(printed), tuple(dict.fromkeys(repeals)))


def _sentences(lines: Sequence[str]) -> Iterator[str]:
    """Give the sentences that can hold a clause, the last of the text last."""
    for line in lines:
        if _WORDS.search(line):
            for match in _ENDED.finditer(line):
                if match[0] and _WORDS.search(match[0]):
                    yield match[0]


def _effective(sentence: str, published: str | None) -> str | None:
    match = _FIXED.search(sentence) or _LASTS.search(sentence)
    if match and match["from_month"]:
        return _day(match, "from")
    match = _RELATIVE.search(sentence)
    if match is None or published is None:
        return None
    if match["after"] is None:
        return published
    count = number(match["count"]) or 0
    return (
        later(published, months=count) if match["unit"] == "个月" else later(published, days=count)
    )


def _expires(sentence: str, begins: str | None, *, begun: bool) -> str | None:
    """Give the last day; of a period it is the day before the same date years later."""
    match = _FIXED.search(sentence)
    if match and (match["to_month"] or match["until_month"]):
        return _day(match, "to" if match["to_month"] else "until")
    match = _LASTS.search(sentence) if any(word in sentence for word in _LIMITED) else None
    if match is not None and match["until_month"]:
        return _day(match, "until")
    if match is None or not (begun or _OWN_SUBJECT.search(match[0]) or _own_line(sentence, match)):
        return None
    count = number(match["count"]) or 0
    if begins is None or not count:
        return None
    months = count * (12 if match["unit"] == "年" else 1) + (number(match["more"] or "") or 0)
    return later(begins, months=months, days=-1)


def _own_line(sentence: str, match: re.Match[str]) -> bool:
    """Say whether the sentence is about nothing but the period: 有效期5年."""
    return match.start() == 0 and len(sentence) - match.end() <= 2


def _day(match: re.Match[str], name: str) -> str | None:
    return iso(match[f"{name}_year"], match[f"{name}_month"], match[f"{name}_day"])


def _repealed(sentence: str) -> Iterator[str]:
    """Give what a sentence ends: titles, or document numbers where it has no title."""
    for ended in _ENDS.finditer(sentence):
        yield from _WHOLE.findall(ended[1])
    if _REPEALED.search(sentence):
        yield from _WHOLE.findall(sentence)
        if "《" not in sentence:
            yield from (match[0] for match in NUMBER.finditer(sentence))
