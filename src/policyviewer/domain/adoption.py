"""Who adopted or issued a text, as the note below its title tells it."""

from __future__ import annotations

from policyviewer.domain.patterns import regex

_BODY = (
    "[\u4e00-\u9fff、]{0,36}?(?:代表大会常务委员会|代表大会|人大常委会|国务院|政务院|军事委员会|人民政府"
    "|委员会|人民法院|人民检察院|银行|总局|总署|公署|[部局署厅院])"
)
_ADOPTED = regex(
    rf"日(?P<body>{_BODY})(?:第?[一二三四五六七八九十百零\d]+次|常务会议|审判委员会|检察委员会|第"
    "|令|公告|发布|公布|颁布|通过)"
)
_SITTING = regex("第?[一二三四五六七八九十百零]+届|检察委员会$|审判委员会$")
_STATE = regex("^中华人民共和国(?=.)")


def adopters(note: str) -> tuple[str, ...]:
    """Give the bodies of the first event in a note without blanks; sittings are left out."""
    adopted = _ADOPTED.search(note)
    if adopted is None:
        return ()
    names = (_plain(name) for name in adopted["body"].split("、"))
    return tuple(dict.fromkeys(name for name in names if name))


def _plain(name: str) -> str:
    return _STATE.sub("", _SITTING.sub("", name))
