"""An RTF source made simple enough for striprtf.

One pass over braces and the few control words that matter takes out what striprtf would lose, mix
up or take minutes for: notes, text boxes and headers become stories of their own, cells and rows
become marks in the text, deleted and hidden words, field codes, pictures and binary data go.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from policyviewer.domain.patterns import regex

NOTE, BOX, CELL, ROW, PARAGRAPH, END = "\x02", "\x03", "\x04", "\x05", "\x06", "\x07"
"""Marks in the text; a number and END follow NOTE, BOX and ROW. RTF itself has no such characters.

PARAGRAPH stands between the paragraphs of a cell, CELL and ROW behind what they end.
"""
BETWEEN = "\x0e"
"""Stands between the stories."""
DEEPEST = 2_000
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
_TOKEN = regex(
    r"[{}]|\\(?:([\\{}])|bin(\d*)[ ]?|"
    r"(deleted|v|plain|pard|par|line|intbl|cellx|cell|row|nestcell|trowd|trleft|"
    r"clmgf|clmrg|clvmgf|clvmrg)(?![a-zA-Z])(-?\d{1,7})?[ ]?)"
)
_BEGINS = regex(r"\{[ \r\n]*(\\\*[ \r\n]*)?\\([a-zA-Z]{1,32})(?:-?\d{1,10})?[ ]?")
_FONT = regex(r"[{}]|\\f(\d{1,5})(?!\d)|\\fcharset(\d{1,3})(?!\d)")
_MOST_FONTS = 2_000
_MOST_CELLS = 200_000
_MAC = {"77": "0", "78": "128", "79": "136", "80": "129", "85": "134"}
"""Character sets of the old Macintosh, which Python does not know, and their likes on Windows."""
_OUTSIDE = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
_DROPPED = (
    "fldinst", "nonshppict", "shprslt", "stylesheet", "listtable", "listoverridetable", "info",
    "themedata", "colorschememapping", "datastore", "latentstyles", "xmlnstbl", "rsidtbl",
    "nonesttables", "objdata", "bkmkstart", "bkmkend", "datafield", "generator", "revtbl",
)  # fmt: skip
_COUNTED = ("pict", "object", "annotation")
_DRAWINGS = ("shp", "shpgrp", "do")
_BOXES = ("shptxt", "dptxbxtext")


class TooMuchError(Exception):
    """Groups are nested deeper, or tables have more cells, than any program writes them."""


@dataclass(slots=True)
class Edge:
    """Where a cell ends, in twentieths of a point, and how it is merged."""

    right: int
    begins_down: bool = False
    goes_on_down: bool = False
    goes_on_across: bool = False


@dataclass(slots=True)
class RowShape:
    """The cells of a row as its definition says."""

    left: int = 0
    edges: list[Edge] = field(default_factory=list)


@dataclass(slots=True)
class Source:
    """An RTF source taken apart; the last of the ``stories`` is the text itself."""

    head: str
    stories: list[str]
    notes: list[int]
    """Which stories are notes, text boxes, headers and footers."""
    boxes: list[int]
    outside: list[int]
    shapes: list[RowShape]
    counts: Counter[str]
    """How many pictures, objects, comments, deletions and hidden words were left out."""

    def text(self) -> str:
        """Give one RTF text of all stories, which BETWEEN parts."""
        return self.head + BETWEEN.join(f"{{{one}}}" for one in self.stories) + "}"


class _Way(Enum):
    """What becomes of the words of a group."""

    KEPT = "kept"
    DROPPED = "dropped"
    SEARCHED = "dropped, but for what is kept in it"


@dataclass(slots=True)
class _State:
    way: _Way
    story: int
    braced: bool = False
    """Whether the group's own braces are written."""
    left_out: bool = False
    """Whether words are deleted or hidden here."""
    in_cell: bool = False


def source_of(text: str) -> Source:
    """Take an RTF text apart; raises TooMuchError."""
    return _Pass(text).result()


class _Pass:
    def __init__(self, text: str) -> None:
        self._text = text
        self._written: list[list[str]] = [[]]
        self._notes: list[int] = []
        self._boxes: list[int] = []
        self._outside: list[int] = []
        self._fonts: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._marks = 0
        self._shapes: list[RowShape] = []
        self._shape = RowShape()
        self._edge = Edge(0)
        self._stack: list[_State] = []
        self._state = _State(_Way.KEPT, 0)
        self._own_lists = "\\listtext" not in text
        begins = _BEGINS.match(text)
        self._at = begins.end() if begins else 0
        self._groups: dict[str, Callable[[str], _State]] = {
            **dict.fromkeys(_DROPPED, self._drop),
            **dict.fromkeys(_COUNTED, self._count),
            **dict.fromkeys(_DRAWINGS, self._search),
            **dict.fromkeys(_OUTSIDE, self._begin_outside),
            "upr": self._search,
            "footnote": self._begin_note,
            "fonttbl": self._read_fonts,
            "ud": self._begin_unicode,
            "pntext": self._begin_list,
            "nesttableprops": self._end_nested_row,
        }
        self._groups |= dict.fromkeys(_BOXES, self._begin_box)
        self._words: dict[str, Callable[[int | None], None]] = {
            "deleted": self._delete,
            "v": self._hide,
            "plain": self._show,
            "pard": self._leave_cell,
            "intbl": self._enter_cell,
            "par": lambda _number: self._break("\\par "),
            "line": lambda _number: self._break("\\line "),
            "cell": lambda _number: self._mark(CELL),
            "nestcell": lambda _number: self._write("\u3000"),
            "row": self._end_row,
            "trowd": self._begin_shape,
            "trleft": self._set_left,
            "cellx": self._end_cell_shape,
            "clmrg": self._merge_across,
            "clvmgf": self._merge_down,
            "clvmrg": self._merge_on,
        }

    def result(self) -> Source:
        """Go through the text once."""
        text = self._text
        end = len(text)
        while self._at < len(text):
            token = _TOKEN.search(text, self._at)
            end = token.start() if token else len(text)
            self._copy(self._at, end)
            if token is None or not self._take(token):
                break
        while self._stack:
            self._close()
        stories = ["".join(one) for one in self._written]
        return Source(
            _head(text, self._fonts), [*stories[1:], stories[0]], self._notes, self._boxes,
            self._outside, self._shapes, self._counts,
        )  # fmt: skip

    def _take(self, token: re.Match[str]) -> bool:
        """Act on a token; False at the end of the document."""
        self._at = token.end()
        if token[0] == "{":
            self._open(token.start())
        elif token[0] == "}":
            if not self._stack:
                return False
            self._close()
        elif token[1] is not None:
            self._copy(token.start(), token.end())
        elif token[2] is not None:
            self._at += int(token[2] or 0)  # binary data may hold any sign
        else:
            self._act(token)
        return True

    def _act(self, token: re.Match[str]) -> None:
        act = self._words.get(token[3])
        if act is not None and self._state.way is _Way.KEPT:
            act(None if token[4] is None else int(token[4]))

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._write(self._text[start:end].translate(_CONTROLS))

    def _write(self, words: str) -> None:
        state = self._state
        if state.way is _Way.KEPT and not state.left_out:
            self._written[state.story].append(words)

    def _mark(self, mark: str) -> None:
        """Write the end of a cell or row, which stands even if its last words are hidden."""
        self._marks += 1
        if self._marks > _MOST_CELLS:
            raise TooMuchError
        self._written[self._state.story].append(mark)

    def _open(self, start: int) -> None:
        if len(self._stack) >= DEEPEST:
            raise TooMuchError
        state = self._state
        begins = _BEGINS.match(self._text, start)
        begin = self._groups.get(begins[2].lower()) if begins else None
        inner = self._inner(state.way)
        if begins and begin is not None and state.way is not _Way.DROPPED:
            self._at = begins.end()
            inner = begin(begins[2].lower())
        if inner.braced:
            self._written[inner.story].append("{")
        self._stack.append(state)
        self._state = inner

    def _close(self) -> None:
        if self._state.braced:
            self._written[self._state.story].append("}")
        self._state = self._stack.pop()

    def _inner(self, way: _Way) -> _State:
        """Give the state of a group that goes on with what is around it."""
        state = self._state
        braced = way is _Way.KEPT and not state.left_out
        return _State(way, state.story, braced, state.left_out, state.in_cell)

    def _drop(self, _word: str) -> _State:
        return _State(_Way.DROPPED, self._state.story)

    def _count(self, word: str) -> _State:
        self._counts[word] += 1
        return self._drop(word)

    def _search(self, _word: str) -> _State:
        return self._inner(_Way.SEARCHED)

    def _begin_unicode(self, _word: str) -> _State:
        return self._inner(_Way.KEPT)

    def _begin_list(self, word: str) -> _State:
        return self._begin_unicode(word) if self._own_lists else self._drop(word)

    def _begin_story(self, numbers: list[int], mark: str = "") -> _State:
        state = self._state
        if state.left_out:
            return self._drop("")
        if mark:
            self._written[state.story].append(f"{mark}{len(numbers)}{END}")
        numbers.append(len(self._written) - 1)
        self._written.append([])
        return _State(_Way.KEPT, len(self._written) - 1)

    def _begin_note(self, _word: str) -> _State:
        return self._begin_story(self._notes, NOTE)

    def _begin_box(self, _word: str) -> _State:
        return self._begin_story(self._boxes, BOX)

    def _begin_outside(self, _word: str) -> _State:
        return self._begin_story(self._outside)

    def _read_fonts(self, word: str) -> _State:
        """Take down which font has which characters, up to the end of the group or of the text."""
        number = ""
        depth = 1
        for token in _FONT.finditer(self._text, self._at):
            depth += {"{": 1, "}": -1}.get(token[0], 0)
            if depth == 0 or len(self._fonts) >= _MOST_FONTS:
                break
            number = token[1] or number
            if token[2] and number:
                self._fonts.setdefault(number, _MAC.get(token[2], token[2]))
        return self._drop(word)

    def _end_nested_row(self, word: str) -> _State:
        self._write(PARAGRAPH)
        return self._drop(word)

    def _leave_out(self, number: int | None, what: str) -> None:
        if number == 0:
            self._show(None)
            return
        if not self._state.left_out:
            self._counts[what] += 1
        self._state.left_out = True

    def _delete(self, number: int | None) -> None:
        self._leave_out(number, "deleted")

    def _hide(self, number: int | None) -> None:
        self._leave_out(number, "hidden")

    def _show(self, _number: int | None) -> None:
        self._state.left_out = False

    def _leave_cell(self, _number: int | None) -> None:
        self._state.in_cell = False
        self._write("\\pard ")

    def _enter_cell(self, number: int | None) -> None:
        self._state.in_cell = number != 0

    def _break(self, word: str) -> None:
        self._write(PARAGRAPH if self._state.in_cell else word)

    def _end_row(self, _number: int | None) -> None:
        self._shapes.append(self._shape)
        self._mark(f"{ROW}{len(self._shapes) - 1}{END}")

    def _begin_shape(self, _number: int | None) -> None:
        self._shape, self._edge = RowShape(), Edge(0)

    def _set_left(self, number: int | None) -> None:
        self._shape.left = number or 0

    def _end_cell_shape(self, number: int | None) -> None:
        self._edge.right = number or 0
        self._shape.edges.append(self._edge)
        self._edge = Edge(0)

    def _merge_across(self, _number: int | None) -> None:
        self._edge.goes_on_across = True

    def _merge_down(self, _number: int | None) -> None:
        self._edge.begins_down = True

    def _merge_on(self, _number: int | None) -> None:
        self._edge.goes_on_down = True


_PAGE = regex(r"\\ansicpg(\d{1,5})")


def _head(text: str, fonts: dict[str, str]) -> str:
    """Give the beginning that says how the words are encoded: code page and fonts."""
    page = _PAGE.search(text[:4096])
    declared = f"\\ansicpg{page[1]}" if page else ""
    rows = "".join(f"{{\\f{font}\\fcharset{signs} x;}}\n" for font, signs in fonts.items())
    return f"{{\\rtf1\\ansi{declared}{{\\fonttbl{rows}}}"
