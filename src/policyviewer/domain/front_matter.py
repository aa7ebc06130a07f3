"""What stands at the head of a document: number, issuers, addressees, dates of adoption."""

from __future__ import annotations

import re

from policyviewer.domain.patterns import regex
from policyviewer.domain.text import BLANKS, without_gaps

NUMBER = regex(
    rf"([\u4e00-\u9fff()（）·]{{1,25}})[{BLANKS}]*[\u3014［\[（(【][{BLANKS}]*(\d{{4}})[{BLANKS}]*[\u3015］\]）)】]"
    rf"[{BLANKS}]*第?[{BLANKS}]*(\d{{1,5}})[{BLANKS}]*号"
)
_ORDER = regex(
    rf"([\u4e00-\u9fff]*?令)[{BLANKS}]*第[{BLANKS}]*([^第号{BLANKS}]{{1,8}})[{BLANKS}]*号"
)
_ORDER_NAMES = {
    "中华人民共和国国务院令": "国令",
    "国务院令": "国令",
    "中华人民共和国主席令": "主席令",
}
_BODY_END = regex(
    "(?:委员会|人民政府|办公厅|办公室|总局|管理局|国务院|中央军委|军委|军区|人民法院|人民检察院|人大常委会"
    "|[省市县区州]委|党委|党组|党中央|中共中央|中央|委|部|局|厅|署|院|社|会|银行|中心|办|行|政协|法院|检察院)"
)
_SPLIT = regex(rf"[、，,;；/{BLANKS}]+")
_GLUED = regex(
    "(最高人民法院(?=最高)"
    "|(?:中共).{2,12}?(?:省|市|县|区|州|自治区)委(?:员会)?(?:办公厅|办公室)?)(?=.)"
)
_BEFORE_TITLE = regex("^(.{2,60}?)(?:关于|印发|转发|批转|对)")
_BODIES = regex("(?:机构|单位|部门|企业|学校|机关|公司|集团|院校|团体|代表|委员|同志)$")


def document_number(text: str) -> tuple[str, str] | None:
    """Give a 发文字号 that a line holds, as printed and normalised: 国发[2008]30号."""
    match = NUMBER.search(text)
    if match:
        return match[0], f"{without_gaps(match[1])}\u3014{match[2]}\u3015{int(match[3])}号"
    match = _ORDER.search(text)
    if match:
        name = without_gaps(match[1])
        return match[0], f"{_ORDER_NAMES.get(name, name)}第{without_gaps(match[2])}号"
    return None


def issuers_of_title(title: str) -> tuple[str, ...]:
    """Give the bodies that a title names before 关于."""
    if title.endswith("令"):
        return (title.removesuffix("令").removeprefix("中华人民共和国"),)
    match = _BEFORE_TITLE.match(title)
    if match is None:
        return ()
    names: list[str] = []
    for piece in _SPLIT.split(match[1]):
        glued = _GLUED.match(piece)
        pieces = (glued[1], piece[glued.end() :]) if glued else (piece,)
        names += [name for name in pieces if name]
    return tuple(names) if all(_ends_as_body(name) for name in names) else ()


def is_body(name: str) -> bool:
    """Say whether a name is that of an office: 某县人民政府."""
    return _ends_as_body(name)


def _is_body(name: str) -> bool:
    return _ends_as_body(name) or _BODIES.search(name) is not None


def _ends_as_body(name: str) -> bool:
    return any(match.end() == len(name) for match in _BODY_END.finditer(name))


def addressees_of(line: str) -> tuple[str, ...]:
    """Give the bodies of a 主送机关 line, which ends with a colon; empty for other lines."""
    if not line.endswith(("：", ":")) or len(line) > 400 or "。" in line or "；" in line:
        return ()
    groups = [group.strip(BLANKS) for group in re.split("[，,]", line[:-1])]
    known = [group for group in groups if any(map(_is_body, group.split("、")))]
    return tuple(groups) if groups and len(known) == len(groups) else ()
