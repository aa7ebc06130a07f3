"""Who is to do something, as sentences say it: 由甲局牵头，乙局配合；由甲部会同乙部制定…."""

from __future__ import annotations

import re

from policyviewer.domain.bodies import bodies, is_body, leading_bodies
from policyviewer.domain.duties import Duty
from policyviewer.domain.patterns import found_by, regex

_WHO = "[^，。；：？！“”《》由]{2,90}?"
_BY = regex(
    f"(?:由|请)(?P<who>{_WHO})(?P<verb>总?牵头|会同|负责(?!同志|人|解释))(?P<rest>[^。；]*)"
)
_SUBJECT = regex(
    f"(?:^|；)(?:对[^，。；]+，)?(?!请)(?P<who>{_WHO})(?:(?:要|应当?|须|负责)(?:[^，。；]{{0,40}}，)?)?(?P<verb>牵头|会同)"
    "(?P<rest>[^。；]*)"
)
_CHARGED = regex(
    f"(?:由|^)(?P<who>{_WHO})(?P<verb>(?:统一)?归口管理|(?:具体)?负责(?=制定|编制|建立|建设|起草))(?P<rest>[^。；]*)"
)
_BESIDE = regex(
    "^[^，、]{0,12}[，、](?P<who>[^，。；]{2,90}?)(?:等)?(?:(?:分别|共同|积极|密切|协同|按职责(?:分工)?)*)"
    "(?:配合|参与|参加|协助|协办|支持)(?!的)"
)
_OF_SOMETHING = regex("^[^，。；]{0,12}?的(?!话)|^[^，。；]*(?:参与|参加|组成|配合)的")
_DONE = regex("[^为]了(?!解)|已经?(?:于|在|由|会同|完成|批准|同意|印发|列入|上报)|已经国务院")
_NOBODY = regex("同志|负责人|领导|人员|我|你|谁|其他|城市|企业|公司|学校|^政府$")
_ASIDE = regex("[（(][^（）()]*[）)]")
_FIRST = regex("^(?:一是|二是|三是|四是|五是|六是|其中|同时|另外)[，：]?")
_ACTS = regex(
    "^(?:完成|建立|推进|组织|制定|对|在|将|把|按|开展|加强|实现|原则|争取|力争|确保|启动|并|于|报送|其中|鼓励|支持|引导|依托|由)|的"
)
_SINCE = regex("^从?[\\d〇○零一二三四五六七八九]{4}年起，?")
_DOER = regex("^(?P<who>[^，。；：“”《》]{2,60}?)(?:要|应当?|须|需|于|在(?=\\d)|将(?=于))")


def prose_duty(sentence: str) -> Duty | None:
    """Give who leads and who supports by a sentence that gives a task to bodies; else None.

    Sentences that tell of the past or only describe (由甲部牵头的工作机制) give none.
    """
    plain = _FIRST.sub("", _ASIDE.sub("", sentence))
    if _DONE.search(plain):
        return None
    duty = Duty()
    for match in (*_BY.finditer(plain), *_SUBJECT.finditer(plain), *_CHARGED.finditer(plain)):
        found = _of_match(match)
        duty = duty.joined(found) if found is not None else duty
    return duty if duty.lead else None


def dated_duty(sentence: str, printed: str) -> Duty | None:
    """Give the bodies that must do something by a deadline that stands in a sentence.

    They may be none (该项工作于2019年4月底前完成); None where the sentence tells of the past.
    """
    if _DONE.search(sentence):
        return None
    before, _day, after = sentence.partition(printed)
    clause = re.split("[，；]", before)[-1]
    for words in (f"{clause}{after}", f"{before}{after}"):
        names = _doers(_SINCE.sub("", _FIRST.sub("", words)).lstrip("，、"))
        if names:
            return Duty(lead=names)
    return Duty()


def _doers(words: str) -> tuple[str, ...]:
    match = _DOER.match(words)
    names = bodies(match["who"]) if match else leading_bodies(words)
    return names if all(map(_is_known, names)) else ()


def _of_match(match: re.Match[str]) -> Duty | None:
    lead, rest = bodies(match["who"]), match["rest"]
    if (
        not lead
        or not all(map(_is_known, lead))
        or (not found_by(match, _CHARGED) and _OF_SOMETHING.match(rest))
    ):
        return None
    if match["verb"] == "会同":
        return Duty(lead, leading_bodies(rest.partition("，")[0]))
    beside = _BESIDE.match(rest)
    names = bodies(beside["who"]) if beside else ()
    return Duty(lead, names if all(map(_is_known, names)) else ())


def _is_known(name: str) -> bool:
    return is_body(name) and not _NOBODY.search(name) and not _ACTS.search(name)
