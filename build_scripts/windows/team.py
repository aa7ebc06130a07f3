"""A team's edition in the drill: it opens with its documents, under its name, without indexing."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path

import make_icons
import make_release
from windows.stage import CONSOLE, DATA, WINDOW, Stage, fresh

_NAME = "白水县政策库"
_ABOUT = "白水县人民政府办公室编，仅供内部使用。"
_WORDS = "防汛值守"
_NOTICE = "白水县人民政府关于做好防汛工作的通知"
_DOCUMENTS = {
    "防汛/通知.txt": f"{_NOTICE}\n白政发〔2026〕3号\n各乡镇人民政府：\n"
    "一、加强防汛值守。\n白水县人民政府\n2026年5月6日\n",
    "方案.txt": "白水县农村公路养护实施方案\n白政办发〔2026〕8号\n各乡镇人民政府：\n"
    "一、明确养护责任。\n白水县人民政府办公室\n2026年4月2日\n",
}
"""Documents of our own, beside the samples' Word file."""
_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<circle cx="16" cy="16" r="15" fill="#b3261e"/><path d="M9 10h14v3H9zm0 6h14v3H9z" fill="#fff"/>
</svg>"""


def edition(stage: Stage, program: Path, sample: Path) -> None:
    """Make a team's edition of a program, start it, and see that its documents are there."""
    copy = _made(stage, program, sample)
    drawn = (copy / WINDOW).read_bytes() != (program / WINDOW).read_bytes()
    stage.check(drawn, "a team's edition: its icon is in the program's file")
    before = stage.states()
    process = stage.open(str(copy / WINDOW), title=_NAME)
    stage.picture("team")
    stage.close(process)
    indexes = [*(stage.wine.drive / DATA).rglob("MAIN_*")]
    stage.check(not indexes, "a team's edition: nothing was indexed")
    titles = {str(one["title"]) for one in stage.json(copy, "documents")}
    wanted = {text.partition("\n")[0] for text in _DOCUMENTS.values()}
    stage.check(wanted <= titles, f"a team's edition: it has the {len(wanted) + 1} documents")
    stage.check(_NOTICE in stage.run(copy / CONSOLE, "search", _WORDS), "and finds their words")
    stage.run(copy / CONSOLE, "--smoke-test")
    stage.check_written(before, [DATA], "a team's edition")


def _made(stage: Stage, program: Path, sample: Path) -> Path:
    copy = fresh(stage.work / "team") / "程序"
    shutil.copytree(program, copy)
    documents = fresh(stage.work / "team documents")
    for place, text in _DOCUMENTS.items():
        file = documents / place
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="gb18030")
    shutil.copy(sample, documents)
    about, icon = stage.work / "about.txt", stage.work / "team.ico"
    about.write_text(_ABOUT, encoding="utf-8")
    icon.write_bytes(_icon(stage.work / "team.svg"))
    wanted = Namespace(
        library=documents,
        name=_NAME,
        about=about,
        icon=icon,
        publisher=[],
        originals=False,
    )
    make_release.put_edition(copy, wanted)
    make_release.set_icon(copy, icon)
    return copy


def _icon(drawing: Path) -> bytes:
    drawing.write_text(_DRAWING, encoding="utf-8")
    pictures = {size: make_icons.drawn(drawing, size) for size in make_icons.SIZES}
    return make_icons.icon_file(pictures)
