"""What a document holds besides the text that was read, counted and told."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from policyviewer.importers.writing import TextWriter

_TOLD: Final = {
    "pictures": ("images", "文件里有 {} 幅图片或图表，其中的文字没有读入。"),
    "objects": ("embedded", "文件里嵌有 {} 个其他文件或对象，其中的内容没有读入。"),
    "formulas": ("formulas", "文件里有 {} 个公式，只读入了其中的字符，请对照原件。"),
    "revisions": ("revisions", "文件里有 {} 处修订痕迹：按接受全部修订读入，删去的文字没有读入。"),
    "comments": ("comments", "文件里有 {} 条批注，没有读入。"),
    "hidden": ("hidden-text", "文件里有 {} 处隐藏的文字，没有读入。"),
    "symbols": ("symbols", "文件里有 {} 个特殊字体的符号认不出来，请对照原件。"),
}


@dataclass(slots=True)
class Tally:
    """How often what was met."""

    pictures: int = 0
    objects: int = 0
    formulas: int = 0
    revisions: int = 0
    comments: int = 0
    hidden: int = 0
    symbols: int = 0

    def tell(self, writer: TextWriter) -> None:
        """Add a notice for each kind that was met."""
        for one in fields(self):
            count = getattr(self, one.name)
            if count:
                code, message = _TOLD[one.name]
                writer.notice(code, message.format(count))
