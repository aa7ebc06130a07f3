"""What a line is by its form alone: a marker's, or one of the parts around the text.

The parts are those of GB/T 9704-2012 section 7: 份号, 密级, 紧急程度, 发文机关标志, 发文字号,
签发人, 成文日期, 附注, 附件, 抄送, 印发 and so on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from policyviewer.domain.dates import DATE
from policyviewer.domain.numerals import CHINESE, WIDE_DIGITS
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import BLANKS


class LineKind(Enum):
    """The part that a line plays, as far as its form tells."""

    BODY = auto()
    CONTENTS = auto()
    CONTENTS_ENTRY = auto()
    FURNITURE = auto()
    COPY_NUMBER = auto()
    SECRECY = auto()
    URGENCY = auto()
    LETTERHEAD = auto()
    DOCUMENT_NUMBER = auto()
    SIGNER = auto()
    REGISTRATION = auto()
    TITLE_DATE = auto()
    DATE = auto()
    ANNOTATION = auto()
    NOTE = auto()
    """A note that a Word file has at the foot of a page; it stands behind the text."""
    ATTACHMENT_LIST = auto()
    ATTACHMENT = auto()
    COPIES_TO = auto()
    PRINTED = auto()
    ENUMERATION = auto()
    SOURCE = auto()


_GAP = f"[{BLANKS}]*"
_NUMERAL = rf"[\d{CHINESE}]"
NUMBER_FORM = (
    rf"[\u4e00-\u9fff()（）·]{{1,25}}{_GAP}[\u3014［\[（(【]{_GAP}\d{{4}}{_GAP}[\u3015］\]）)】]"
    rf"{_GAP}第?{_GAP}\d{{1,5}}{_GAP}号"
)
ORDER_FORM = rf"[\u4e00-\u9fff]{{0,30}}令?{_GAP}第{_GAP}{_NUMERAL}{{1,5}}{_GAP}号"
SIGNER_FORM = rf"签{_GAP}发{_GAP}人{_GAP}[：:](?P<signer>.{{1,30}})"
_DUTIES = "公开|联系人|删减|有删|不予|主动|依申请|印发|登报|传达|下同|电话"


@dataclass(frozen=True, slots=True)
class _Form:
    """A pattern for whole lines; ``first`` and ``last`` are the signs it can begin and end with.

    Empty means any. They let most lines pass without a try of the pattern.
    """

    kind: LineKind
    pattern: re.Pattern[str]
    first: str = ""
    last: str = ""


BACK_KINDS = frozenset({LineKind.SOURCE, LineKind.COPIES_TO, LineKind.PRINTED})
"""What stands after the document: the record at its end, the credits of a web page."""

_NUMBERS = f"0123456789{WIDE_DIGITS}{CHINESE}"
_FORMS = (
    _Form(LineKind.CONTENTS, regex(rf"目{_GAP}[录錄次]"), "目", "录錄次"),
    _Form(
        LineKind.FURNITURE,
        regex(
            rf"[—－\u2013\-]{{1,2}}{_GAP}\d{{1,4}}{_GAP}[—－\u2013\-]{{1,2}}|\d{{1,4}}/\d{{1,4}}"
            rf"|第{_GAP}\d{{1,4}}{_GAP}页(?:{_GAP}[,，/]?{_GAP}共{_GAP}\d{{1,4}}{_GAP}页)?"
        ),
        f"—－\u2013-第0123456789{WIDE_DIGITS}",
        f"—－\u2013-页0123456789{WIDE_DIGITS}",
    ),
    _Form(LineKind.COPY_NUMBER, regex(r"\d{6}"), f"0123456789{WIDE_DIGITS}"),
    _Form(LineKind.SECRECY, regex("(?:绝密|机密|秘密)(?:[★☆].{1,8})?"), "绝机秘"),
    _Form(LineKind.URGENCY, regex("特急|加急|特提|平急"), "特加平", "急提"),
    _Form(LineKind.DOCUMENT_NUMBER, regex(f"(?:{NUMBER_FORM}|{ORDER_FORM})"), last="号"),
    _Form(LineKind.SIGNER, regex(SIGNER_FORM), "签"),
    _Form(LineKind.DOCUMENT_NUMBER, regex(f"{NUMBER_FORM}[{BLANKS}]+{SIGNER_FORM}")),
    _Form(
        LineKind.REGISTRATION,
        regex(
            rf"(?:规范性文件|统一)?(?:登记号|登记编号|编号)?{_GAP}[：:]?{_GAP}"
            rf"[A-Z]{{2,8}}[-—]\d{{4}}[-—]\d{{2,7}}"
        ),
    ),
    _Form(
        LineKind.LETTERHEAD,
        regex(rf"[\u4e00-\u9fff、{BLANKS}]{{2,40}}文{_GAP}件|[\u4e00-\u9fff]{{2,30}}令"),
        last="件令",
    ),
    _Form(LineKind.DATE, regex(rf"(?:{DATE.pattern}){_GAP}"), f"年{_NUMBERS}", "日"),
    _Form(
        LineKind.COPIES_TO,
        regex(rf"(?:抄{_GAP}送|抄{_GAP}报|分{_GAP}送|主题词){_GAP}[：:].*"),
        "抄分主",
    ),
    _Form(
        LineKind.PRINTED,
        regex(
            rf".{{2,40}}[{BLANKS}]+{_NUMERAL}{{4}}年.{{2,12}}日{_GAP}印{_GAP}[发發制]"
            rf"|[（(]{_GAP}共印.{{1,12}}份{_GAP}[）)]"
        ),
        last="发發制)）",
    ),
    _Form(
        LineKind.SOURCE,
        regex(
            rf"(?:[（(])?(?:(?:文章|信息|稿件|新闻|内容)?来{_GAP}源|[责微主编美]{_GAP}编|编{_GAP}辑"
            rf"|(?:责任|执行|值班|网络)编辑|作{_GAP}者|记{_GAP}者|供{_GAP}稿|校{_GAP}对|审{_GAP}核"
            rf"|监{_GAP}制|原标题|转{_GAP}自|通讯员|摄影|图片?|发布(?:时间|日期)|浏览(?:次数|量)|点击(?:数|量|次数)"
            rf"|阅读(?:次数|量)|信息索引号?|索{_GAP}引{_GAP}号){_GAP}[：:丨|].{{0,60}}"
            r"|扫一扫.{0,20}|-->|【?(?:打印|关闭|返回|分享|字体)[^。]{0,30}"
        ),
        "（(文信稿新内来责微主编美执值网作记供校审监原转通摄图扫-【打关返分字发浏点阅索",
    ),
    _Form(LineKind.NOTE, regex(r"注(?:[①-⑳㉑-㉟㊱-㊿]|〔\d{1,3}〕)：.*"), "注"),
    _Form(LineKind.ANNOTATION, regex(rf"[（(][^（()）]*(?:{_DUTIES}).*[）)]"), "（(", ")）"),
    _Form(LineKind.TITLE_DATE, regex(rf"[（(].*(?:{DATE.pattern}).*[）)]"), "（(", ")）"),
    _Form(
        LineKind.ATTACHMENT,
        regex(
            rf"附{_GAP}[件表图录錄]?{_GAP}(?:[\d]{{1,2}}|[{CHINESE}]{{1,3}})?{_GAP}[：:.．、]?"
            rf"|附{_GAP}[件表图]{_GAP}(?:[\d]{{1,2}}|[{CHINESE}]{{1,3}})[{BLANKS}：:]+[^。，；]{{2,40}}"
        ),
        "附",
    ),
    _Form(LineKind.ATTACHMENT_LIST, regex(rf"附{_GAP}件?{_GAP}[：:\d].+"), "附"),
    _Form(
        LineKind.CONTENTS_ENTRY,
        regex(
            rf".{{2,60}}?(?:[….·・．]{{3,}}){_GAP}[(（]?\d{{0,4}}[)）]?|[^。]{{2,40}}\t+\d{{1,4}}"
        ),
        last=f"….·・．)）0123456789{WIDE_DIGITS}",
    ),
    _Form(
        LineKind.ENUMERATION,
        regex(
            rf"(?:[{CHINESE}]{{1,3}}[是要]|第[{CHINESE}]{{1,3}}[，,：:]|(?:首先|其次|再次|最后)[，,]).*"
        ),
        f"第首其再最{CHINESE}",
    ),
)
_UNBOUND = tuple(form for form in _FORMS if not form.first)
_BY_FIRST = {
    sign: tuple(form for form in _FORMS if sign in form.first or not form.first)
    for sign in {sign for form in _FORMS for sign in form.first}
}


def kind_of(line: str) -> LineKind:
    """Give what a line without blanks around it is by its form; BODY for all other text."""
    last = line[-1:]
    for form in _BY_FIRST.get(line[:1], _UNBOUND):
        if (not form.last or last in form.last) and form.pattern.fullmatch(line):
            return form.kind
    return LineKind.BODY
